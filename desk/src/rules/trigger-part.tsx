import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { ErrorAt } from './dry-run'
import { DurationInput } from './duration-input'
import type { Trigger, TriggerKind } from './rules'
import { SchedulePart } from './schedule-part'
import type { Choice, Surroundings } from './surroundings'

const BEGUN: Readonly<Record<TriggerKind, Trigger>> = {
  'issue.created': { on: 'issue.created' },
  'issue.step-changed': { on: 'issue.step-changed' },
  'issue.field-changed': { on: 'issue.field-changed' },
  'message.received': { on: 'message.received', from: 'customer' },
  'attachment.added': { on: 'attachment.added' },
  'deadline.near': { on: 'deadline.near', before: '3d' },
  'deadline.passed': { on: 'deadline.passed' },
  'waiting.for-customer': { on: 'waiting.for-customer', for: '7d' },
  schedule: { on: 'schedule', cron: '0 8 * * 1' },
}
const KINDS = Object.keys(BEGUN)

type Props<T = Trigger> = {
  value: T
  onChange: (trigger: Trigger) => void
  errorAt: ErrorAt
  around: Surroundings
}

/** What starts a rule, with what narrows it. */
export function TriggerPart(props: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const { value, onChange, errorAt } = props
  return (
    <Stack gap="sm">
      <Select
        label={texts.trigger}
        description={texts.triggerHelp[value.on]}
        data-path="trigger.on"
        data={KINDS.map((kind) => ({ value: kind, label: texts.triggers[kind as TriggerKind] }))}
        value={value.on}
        onChange={(kind) => kind && onChange(BEGUN[kind as TriggerKind])}
        allowDeselect={false}
        error={messageText(errorAt('trigger') ?? errorAt('trigger.on'))}
        maw={420}
      />
      <Narrowed {...props} />
    </Stack>
  )
}

function Narrowed({ value, ...rest }: Props) {
  const texts = useTexts().rules
  const { onChange, errorAt, around } = rest
  switch (value.on) {
    case 'issue.step-changed':
      return (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Several
            label={texts.from}
            any={texts.anyStep}
            choices={around.steps}
            value={value.from}
            path="trigger.from"
            errorAt={errorAt}
            onChange={(from) => onChange(given({ ...value, from }))}
          />
          <Several
            label={texts.to}
            any={texts.anyStep}
            choices={around.steps}
            value={value.to}
            path="trigger.to"
            errorAt={errorAt}
            onChange={(to) => onChange(given({ ...value, to }))}
          />
        </SimpleGrid>
      )
    case 'issue.field-changed':
      return (
        <Several
          label={texts.field}
          any={texts.anyField}
          choices={around.changeable}
          value={value.field}
          path="trigger.field"
          errorAt={errorAt}
          onChange={(field) => onChange(given({ ...value, field }))}
        />
      )
    case 'message.received':
      return <Messages value={value} {...rest} />
    case 'deadline.near':
      return <NearDeadline value={value} {...rest} />
    case 'deadline.passed':
      return <PassedDeadline value={value} {...rest} />
    case 'waiting.for-customer':
      return (
        <DurationInput
          label={texts.waitsFor}
          value={value.for}
          path="trigger.for"
          error={errorAt('trigger.for')}
          onChange={(length) => onChange({ ...value, for: length })}
        />
      )
    case 'schedule':
      return <SchedulePart value={value} onChange={onChange} errorAt={errorAt} />
    default:
      return null
  }
}

type Of<Kind extends TriggerKind> = Extract<Trigger, { on: Kind }>

function Messages({ value, onChange }: Props<Of<'message.received'>>) {
  const texts = useTexts().rules
  return (
    <>
      <Select
        label={texts.writtenBy}
        placeholder={texts.anybody}
        data={(['customer', 'shop'] as const).map((who) => ({ value: who, label: texts.authors[who] }))}
        value={value.from ?? null}
        onChange={(from) => onChange(given({ ...value, from: from ?? undefined }))}
        clearable
        maw={420}
      />
      <Checkbox
        label={texts.notesToo}
        description={texts.notesTooHelp}
        checked={value.internal ?? false}
        onChange={(event) =>
          onChange(given({ ...value, internal: event.currentTarget.checked || undefined }))
        }
      />
    </>
  )
}

function NearDeadline({ value, onChange, errorAt }: Props<Of<'deadline.near'>>) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <DurationInput
        label={texts.before}
        value={value.before}
        path="trigger.before"
        error={errorAt('trigger.before')}
        onChange={(before) => onChange({ ...value, before })}
      />
      <TextInput
        type="time"
        label={texts.at}
        data-path="trigger.at"
        value={value.at ?? '08:00'}
        onChange={(event) => onChange(given({ ...value, at: event.currentTarget.value || undefined }))}
        error={messageText(errorAt('trigger.at'))}
        maw={140}
      />
    </SimpleGrid>
  )
}

function PassedDeadline({ value, onChange, errorAt }: Props<Of<'deadline.passed'>>) {
  const texts = useTexts().rules
  return (
    <>
      <Checkbox
        label={texts.someLater}
        checked={value.after !== undefined}
        onChange={(event) =>
          onChange(given({ ...value, after: event.currentTarget.checked ? '2d' : undefined }))
        }
      />
      {value.after !== undefined && (
        <DurationInput
          label={texts.after}
          value={value.after}
          path="trigger.after"
          error={errorAt('trigger.after')}
          onChange={(after) => onChange({ ...value, after })}
        />
      )}
    </>
  )
}

type SeveralProps = {
  label: string
  any: string
  choices: Choice[]
  value: string | string[] | undefined
  path: string
  errorAt: ErrorAt
  onChange: (keys: string[] | undefined) => void
}

function Several({ label, any, choices, value, path, errorAt, onChange }: SeveralProps) {
  const messageText = useMessageText()
  const keys = value === undefined ? [] : typeof value === 'string' ? [value] : value
  const lost = keys.filter((key) => !choices.some((choice) => choice.value === key))
  return (
    <MultiSelect
      label={label}
      placeholder={keys.length === 0 ? any : ''}
      data-path={path}
      data={[...choices, ...lost.map((key) => ({ value: key, label: key }))]}
      value={keys}
      onChange={(next) => onChange(next.length > 0 ? next : undefined)}
      searchable
      clearable
      error={messageText(errorAt(path, true))}
    />
  )
}

/** A trigger without the members that were taken away. */
function given(trigger: { on: TriggerKind } & Readonly<Record<string, unknown>>): Trigger {
  return Object.fromEntries(Object.entries(trigger).filter(([, member]) => member !== undefined)) as Trigger
}
