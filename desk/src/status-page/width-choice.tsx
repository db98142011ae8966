import { Input, Slider, Stack, TextInput } from '@mantine/core'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { Settings } from './settings'

const NARROW = 32
const USUAL = 44
const WIDE = 64
const LEAST = 24
const MOST = 72

/** How wide the page's column is: by a slider, or as an exact text in any of the units. */
export function WidthChoice({ draft }: { draft: Draft<Settings> }) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const { width } = draft.value
  const rem = remOf(width)
  return (
    <Stack gap="xs">
      <Input.Wrapper label={texts.members.width} description={texts.widthHelp} labelElement="div">
        <Slider
          maw={420}
          mt="xs"
          mb="lg"
          min={LEAST}
          max={MOST}
          step={1}
          thumbLabel={texts.members.width}
          label={(value) => `${value}rem`}
          value={Math.min(MOST, Math.max(LEAST, rem))}
          onChange={(value) => {
            if (value !== rem) draft.patch({ width: `${value}rem` })
          }}
          marks={[
            { value: NARROW, label: texts.widths.narrow },
            { value: USUAL, label: texts.widths.usual },
            { value: WIDE, label: texts.widths.wide },
          ]}
        />
      </Input.Wrapper>
      <TextInput
        label={texts.widths.own}
        data-path="width"
        maw={200}
        placeholder={`${USUAL}rem`}
        value={width ?? ''}
        onChange={(event) => draft.patch({ width: event.currentTarget.value || null })}
        error={messageText(draft.errorAt('width'))}
      />
    </Stack>
  )
}

/** Where the slider stands; other units come near, at the sizes that most browsers start with. */
function remOf(width: string | null): number {
  const [, number = '', unit = ''] = /^([\d.]+)(px|rem|ch)$/.exec(width ?? '') ?? []
  if (!number) return USUAL
  if (unit === 'px') return Number(number) / 16
  return unit === 'ch' ? Number(number) / 2 : Number(number)
}
