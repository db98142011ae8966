import { Group, NativeSelect, NumberInput } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { durationOf, lengthOf, UNITS } from './durations'

type Props = {
  label: string
  value: string | number
  onChange: (duration: string) => void
  path: string
  error?: string | undefined
}

/** So many days, hours or minutes. */
export function DurationInput({ label, value, onChange, path, error }: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const { count, unit } = lengthOf(value)
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        data-path={path}
        value={count}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        onChange={(next) => onChange(durationOf({ count: Number(next) || 0, unit }))}
        error={messageText(error)}
        w={140}
      />
      <NativeSelect
        aria-label={texts.unit(label)}
        value={unit}
        data={UNITS.map((one) => ({ value: one, label: texts.units[one] }))}
        onChange={(event) => {
          const next = UNITS.find((one) => one === event.currentTarget.value)
          if (next) onChange(durationOf({ count, unit: next }))
        }}
        w={120}
      />
    </Group>
  )
}
