import { Autocomplete, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import type { Draft } from '../api/draft'
import { useTexts } from '../texts'
import { Failed, useMessageText } from '../ui'
import { useAssetUpload } from './assets'
import type { Settings } from './settings'

/** Stacks that look well, and of which every device has something. */
const FONTS = {
  device: 'system-ui, sans-serif',
  classic: 'Georgia, "Times New Roman", serif',
  clear: 'Verdana, Geneva, sans-serif',
  friendly: '"Trebuchet MS", "Segoe UI", sans-serif',
  bookish: '"Palatino Linotype", Palatino, serif',
  rounded: 'ui-rounded, Nunito, sans-serif',
} as const
const NAMES = ['device', 'classic', 'clear', 'friendly', 'bookish', 'rounded'] as const

type Props = { typeKey: string; draft: Draft<Settings> }

/** The font of the page: one of those that devices have, shown in itself; another by its name; or an own file. */
export function FontChoice({ typeKey, draft }: Props) {
  const texts = useTexts().statusPage
  const messageText = useMessageText()
  const upload = useAssetUpload(typeKey, ({ path }) => draft.patch({ font: path }))
  const nameOf = (stack: string) => {
    const name = NAMES.find((one) => FONTS[one] === stack)
    return name ? texts.fonts[name] : stack
  }
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="xs">
        <Autocomplete
          label={texts.members.font}
          description={texts.fontHelp}
          data-path="font"
          flex="1 1 240px"
          data={Object.values(FONTS)}
          value={draft.value.font ?? ''}
          onChange={(font) => draft.patch({ font: font || null })}
          renderOption={({ option }) => (
            <div style={{ fontFamily: option.value }}>
              {nameOf(option.value)}
              <Text size="xs" c="dimmed" inherit>
                {option.value}
              </Text>
            </div>
          )}
          filter={({ options }) => options}
          error={messageText(draft.errorAt('font'))}
        />
        <FileButton onChange={(file) => file && upload.mutate(file)} accept=".woff2,.woff,.ttf,.otf">
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {texts.uploadFont}
            </Button>
          )}
        </FileButton>
      </Group>
      {upload.error && <Failed error={upload.error} />}
    </Stack>
  )
}
