import { Checkbox, Select, Stack, Textarea } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { ErrorAt } from './dry-run'
import { RecipientsInput } from './recipients-input'
import type { Action } from './rules'
import type { Choice, Surroundings } from './surroundings'
import { ValueInput } from './value-input'

type Props<T = Action> = {
  value: T
  onChange: (action: Action) => void
  path: string
  errorAt: ErrorAt
  around: Surroundings
}

/** What one action needs to know. */
export function ActionForm({ value, ...rest }: Props) {
  const texts = useTexts().rules
  const { onChange, path, errorAt, around } = rest
  switch (value.do) {
    case 'send':
      return <Send value={value} {...rest} />
    case 'move':
      return (
        <One
          label={texts.moveTo}
          choices={around.steps}
          value={value.to}
          path={`${path}.to`}
          errorAt={errorAt}
          onChange={(to) => onChange({ ...value, to })}
        />
      )
    case 'set':
      return <SetField value={value} {...rest} />
    case 'assign':
      return <Assign value={value} {...rest} />
    case 'note':
      return <Note value={value} {...rest} />
    case 'webhook':
      return (
        <One
          label={texts.webhook}
          choices={around.webhooks}
          value={value.webhook}
          path={`${path}.webhook`}
          errorAt={errorAt}
          onChange={(webhook) => onChange({ ...value, webhook })}
        />
      )
  }
}

type Of<Kind extends Action['do']> = Props<Extract<Action, { do: Kind }>>

function Send({ value, onChange, path, errorAt, around }: Of<'send'>) {
  const texts = useTexts().rules
  return (
    <Stack gap="xs">
      <One
        label={texts.template}
        choices={around.templates}
        value={value.template}
        path={`${path}.template`}
        errorAt={errorAt}
        onChange={(template) => onChange({ ...value, template })}
      />
      <RecipientsInput
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
        path={`${path}.to`}
        error={errorAt(`${path}.to`, true)}
      />
    </Stack>
  )
}

const EMPTY = ''

function SetField({ value, onChange, path, errorAt, around }: Of<'set'>) {
  const texts = useTexts().rules
  const field = around.fieldOf(value.field)
  const own = around.fields.filter(({ label }) => label !== null)
  const canHold = field !== undefined && field.kind !== 'presence' && field.kind !== 'address'
  const choices = own.map((one) => ({ value: one.key, label: around.nameOf(one) }))
  return (
    <Stack gap="xs">
      <One
        label={texts.field}
        choices={choices}
        value={value.field}
        path={`${path}.field`}
        errorAt={errorAt}
        onChange={(next) => onChange({ ...value, field: next, value: null })}
      />
      <Checkbox
        label={texts.takeAway}
        checked={value.value === null}
        disabled={!canHold}
        onChange={(event) => onChange({ ...value, value: event.currentTarget.checked ? null : EMPTY })}
      />
      {canHold && value.value !== null && (
        <ValueInput
          field={field}
          operator="="
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next })}
          path={`${path}.value`}
          error={errorAt(`${path}.value`, true)}
          around={around}
        />
      )}
    </Stack>
  )
}

function Assign({ value, onChange, path, errorAt, around }: Of<'assign'>) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const { to } = value
  const person = around.people.find(
    (one) => one.value === to || (to !== null && one.label.includes(`(${to})`)),
  )
  return (
    <Select
      label={texts.handler}
      placeholder={texts.nobody}
      data-path={`${path}.to`}
      data={to !== null && !person ? [...around.people, { value: to, label: to }] : around.people}
      value={person?.value ?? to}
      onChange={(next) => onChange({ ...value, to: next })}
      searchable
      clearable
      error={messageText(errorAt(`${path}.to`))}
    />
  )
}

function Note({ value, onChange, path, errorAt }: Of<'note'>) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  return (
    <Textarea
      label={texts.noteText}
      description={texts.noteHelp}
      data-path={`${path}.body`}
      autosize
      minRows={2}
      value={value.body}
      onChange={(event) => onChange({ ...value, body: event.currentTarget.value })}
      error={messageText(errorAt(`${path}.body`))}
    />
  )
}

type OneProps = {
  label: string
  choices: Choice[]
  value: string
  path: string
  errorAt: ErrorAt
  onChange: (value: string) => void
}

function One({ label, choices, value, path, errorAt, onChange }: OneProps) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const isLost = value !== '' && !choices.some((choice) => choice.value === value)
  return (
    <Select
      label={label}
      placeholder={texts.choose}
      data-path={path}
      data={isLost ? [...choices, { value, label: value }] : choices}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      searchable
      allowDeselect={false}
      error={messageText(errorAt(path))}
    />
  )
}
