import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts'

const WAYS = ['day', 'today', 'after', 'before'] as const
type Way = (typeof WAYS)[number]

type Props = {
  value: string
  onChange: (value: string) => void
  isMoving: boolean
  error?: ReactNode
  'aria-label': string
  'data-path': string
}

/** A day, or one that moves with the calendar: today, or so many days after or before it. */
export function DayInput({ value, onChange, isMoving, ...control }: Props) {
  const texts = useTexts().rules
  const { way, days } = partsOf(value)
  if (!isMoving) return <PlainDay value={value} onChange={onChange} control={control} />
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <NativeSelect
        aria-label={texts.dayWay}
        value={way}
        data={WAYS.map((one) => ({ value: one, label: texts.dayWays[one] }))}
        onChange={(event) => onChange(begun(event.currentTarget.value as Way))}
        style={{ flex: 1 }}
      />
      {way === 'day' && <PlainDay value={value} onChange={onChange} control={control} />}
      {(way === 'after' || way === 'before') && (
        <NumberInput
          {...control}
          value={days}
          min={1}
          allowDecimal={false}
          onChange={(next) => onChange(`today${way === 'after' ? '+' : '-'}${Number(next) || 0}`)}
          w={80}
        />
      )}
    </Group>
  )
}

type Control = Omit<Props, 'value' | 'onChange' | 'isMoving'>

function PlainDay({
  value,
  onChange,
  control,
}: {
  value: string
  onChange: Props['onChange']
  control: Control
}) {
  return (
    <TextInput
      {...control}
      type="date"
      value={value.slice(0, 10)}
      onChange={(event) => onChange(event.currentTarget.value)}
      style={{ flex: 1, minWidth: 0 }}
    />
  )
}

function partsOf(value: string): { way: Way; days: number } {
  const [isToday, sign, digits] = /^today(?:\s*([+-])\s*(\d+))?$/i.exec(value) ?? []
  if (isToday === undefined) return { way: 'day', days: 0 }
  if (digits === undefined) return { way: 'today', days: 0 }
  return { way: sign === '-' ? 'before' : 'after', days: Number(digits) }
}

function begun(way: Way): string {
  if (way === 'day') return ''
  return way === 'today' ? 'today' : way === 'after' ? 'today+7' : 'today-7'
}
