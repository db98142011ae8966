import { MultiSelect, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from '../ui'
import { AddressInput } from './address-input'
import { LinkInput } from './link-input'
import { instantOf, localTimeOf } from './local-time'
import { MoneyInput } from './money-input'
import type { WorkField, WorkUser } from './workplace'

export type ValueInputProps = {
  /** What is asked for; a field of the workplace fits, and so does one that is made up of these. */
  field: Pick<WorkField, 'type' | 'options'>
  label: string
  /** Whether the label stands above the control; a screen reader is told in any case. */
  isLabelShown?: boolean
  description?: string | undefined
  /** As the API has it; `null` or nothing where there is no value. */
  value: unknown
  /** Tells the value as the API takes it, `null` where it was emptied. */
  onChange: (value: unknown) => void
  /** The member of the API that its errors name, like `values.product`. */
  path: string
  errorAt?: (path: string) => string | undefined
  required?: boolean
  autoFocus?: boolean
  /** Whether what one chooses from is open from the start. */
  isOpen?: boolean
  users: readonly WorkUser[]
  /** The attachments that a field of files may name; ids as values. */
  files?: readonly { value: string; label: string }[]
}

/** The control that fits a field's type. Its value is the API's own all the time, so what it tells can be sent. */
export function ValueInput(props: ValueInputProps) {
  const { field, value, onChange, users, files = [], isOpen = false } = props
  const texts = useTexts().work
  const { text: inWords } = useFormat()
  const control = useControl(props)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const tell = (next: string) => onChange(next === '' ? null : next)
  const options = field.options.map(({ key, label }) => ({ value: key, label: inWords(label) || key }))
  switch (field.type) {
    case 'long-text':
      return (
        <Textarea
          {...control}
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          onChange={(event) => tell(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...control}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' || next === '-' ? null : Number(next))}
        />
      )
    case 'boolean':
      return (
        <NativeSelect
          {...control}
          data={[
            { value: '', label: texts.notSaid },
            { value: 'true', label: texts.yes },
            { value: 'false', label: texts.no },
          ]}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={({ currentTarget: { value: said } }) => onChange(said === '' ? null : said === 'true')}
        />
      )
    case 'date':
      return (
        <TextInput
          {...control}
          type="date"
          value={text}
          onChange={(event) => tell(event.currentTarget.value)}
        />
      )
    case 'date-time':
      return (
        <TextInput
          {...control}
          type="datetime-local"
          value={localTimeOf(text)}
          onChange={(event) => tell(instantOf(event.currentTarget.value))}
        />
      )
    case 'choice':
    case 'user':
    case 'file':
      return (
        <Select
          {...control}
          placeholder={texts.choose}
          data={field.type === 'user' ? peopleOf(users, text) : field.type === 'file' ? [...files] : options}
          value={text || null}
          onChange={(next) => onChange(next)}
          searchable
          clearable={!props.required}
          clearButtonProps={{ 'aria-label': texts.empty }}
          defaultDropdownOpened={isOpen}
          openOnFocus={isOpen}
          nothingFoundMessage={field.type === 'file' ? texts.noFiles : texts.nothingFound}
        />
      )
    case 'multi-choice':
      return (
        <MultiSelect
          {...control}
          data={options}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next.length > 0 ? next : null)}
          searchable
          hidePickedOptions
          nothingFoundMessage={texts.nothingFound}
        />
      )
    case 'money':
      return (
        <MoneyInput {...control} value={value} onChange={(next) => onChange(next === '' ? null : next)} />
      )
    case 'address':
      return <AddressInput {...props} />
    case 'link':
      return <LinkInput {...props} />
    default:
      return (
        <TextInput
          {...control}
          type={field.type === 'email' ? 'email' : field.type === 'phone' ? 'tel' : 'text'}
          autoComplete="off"
          value={text}
          onChange={(event) => tell(event.currentTarget.value)}
        />
      )
  }
}

function useControl({
  label,
  isLabelShown = true,
  description,
  path,
  errorAt,
  required = false,
  autoFocus = false,
}: ValueInputProps) {
  const messageText = useMessageText()
  return {
    ...(isLabelShown ? { label } : { 'aria-label': label }),
    ...(description ? { description } : {}),
    'data-path': path,
    error: messageText(errorAt?.(path)),
    required,
    autoFocus,
    // In a dialog, which gives the focus away itself.
    ...(autoFocus ? { 'data-autofocus': true } : {}),
  }
}

/** Whoever is active, and who stands there although they are not any more. */
function peopleOf(users: readonly WorkUser[], chosen: string) {
  return users
    .filter(({ id, active }) => active || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }))
}
