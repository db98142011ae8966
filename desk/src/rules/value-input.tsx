import { Group, MultiSelect, NativeSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import { DayInput } from './day-input'
import { MoneyInput } from '../work'
import type { ConditionField, Surroundings } from './surroundings'

type Props = {
  field: ConditionField
  operator: string
  value: unknown
  onChange: (value: unknown) => void
  path: string
  error?: string | undefined
  around: Surroundings
  /** Whether days may move with the calendar, like today. */
  isMoving?: boolean
}

/** The value that a comparison asks for, or an action sets: its control fits the field and the operator. */
export function ValueInput(props: Props) {
  const { operator, field } = props
  if (operator === 'in' || operator === 'notIn') return <SeveralValues {...props} />
  if (operator === 'between' || operator === 'notBetween') return <TwoValues {...props} />
  if (field.kind === 'multi-choice' && operator === '=') return <SeveralValues {...props} />
  return <OneValue {...props} />
}

function TwoValues({ value, onChange, ...props }: Props) {
  const [from = '', to = ''] = Array.isArray(value) ? (value as unknown[]) : []
  return (
    <Group gap={4} grow align="flex-start">
      <OneValue {...props} value={from} onChange={(next) => onChange([next, to])} />
      <OneValue {...props} error={undefined} value={to} onChange={(next) => onChange([from, next])} />
    </Group>
  )
}

function useControl({ path, error }: Pick<Props, 'path' | 'error'>) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  return { 'aria-label': texts.value, 'data-path': path, error: messageText(error) }
}

function SeveralValues(props: Props) {
  const { field, value, onChange, around } = props
  const control = useControl(props)
  const values = Array.isArray(value) ? value.map(String) : splitList(value)
  if (field.kind === 'user' || field.options)
    return (
      <MultiSelect
        {...control}
        data={field.kind === 'user' ? around.people : around.choicesOf(field)}
        value={values}
        onChange={onChange}
        searchable
      />
    )
  return <TagsInput {...control} value={values} onChange={onChange} />
}

/** A list that an editor made one text of. */
function splitList(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? value.split(',').map((one) => one.trim()) : []
}

function OneValue(props: Props) {
  const { field, value, onChange, around, isMoving = false } = props
  const texts = useTexts().rules
  const common = useTexts().common
  const control = useControl(props)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (field.kind) {
    case 'boolean':
      return (
        <NativeSelect
          {...control}
          data={[
            { value: '', label: texts.choose },
            { value: 'true', label: common.yes },
            { value: 'false', label: common.no },
          ]}
          value={value === true ? 'true' : value === false ? 'false' : text}
          onChange={(event) =>
            onChange(event.currentTarget.value === '' ? '' : event.currentTarget.value === 'true')
          }
        />
      )
    case 'choice':
    case 'multi-choice':
    case 'user':
      return (
        <Select
          {...control}
          placeholder={texts.choose}
          data={field.kind === 'user' ? around.people : around.choicesOf(field)}
          value={text || null}
          onChange={(next) => onChange(next ?? '')}
          searchable
          allowDeselect={false}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...control}
          value={text === '' ? '' : Number(text)}
          onChange={(next) => onChange(next === '' ? '' : Number(next))}
        />
      )
    case 'money':
      return <MoneyInput {...control} value={value} onChange={onChange} />
    case 'date':
    case 'date-time':
      return <DayInput {...control} value={text} onChange={onChange} isMoving={isMoving} />
    default:
      return <TextInput {...control} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
  }
}
