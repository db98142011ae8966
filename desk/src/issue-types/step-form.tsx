import { Checkbox, ColorInput, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useFieldNames, useFields } from '../fields/fields'
import { useFormat, useTexts } from '../texts'
import { TextsInput, useMessageText } from '../ui'
import { StepPreview } from './step-preview'
import { STAGES, type Step } from './types'

const TURNS = ['us', 'customer', 'partner'] as const
const CATEGORIES = ['open', 'waiting', 'done'] as const
const OUTCOMES = ['accepted', 'partly', 'rejected'] as const
const ALWAYS_THERE = ['contact.name', 'contact.email', 'contact.phone', 'due', 'handler']

type Props = {
  step: Step
  steps: readonly Step[]
  at: number
  onChange: (part: Partial<Step>) => void
  onRename: (key: string) => void
  isNew: boolean
  errorAt: (path: string, inside?: boolean) => string | undefined
}

/** All that a step carries: for handlers, for customers, and where it leads. */
export function StepForm(props: Props) {
  return (
    <Stack gap="md">
      <ForHandlers {...props} />
      <ForCustomers {...props} />
      <StepPreview step={props.step} steps={props.steps} />
      <Ways {...props} />
    </Stack>
  )
}

function ForHandlers({ step, at, onChange, onRename, isNew, errorAt }: Props) {
  const texts = useTexts().issueTypes
  const messageText = useMessageText()
  const path = (member: string) => `steps.${at}.${member}`
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextsInput
        label={texts.step.name}
        path={path('name')}
        required
        value={step.name}
        onChange={(name) => onChange({ name })}
        errorAt={(_path, inside) => errorAt('name', inside)}
      />
      <TextInput
        label={texts.key}
        data-path={path('key')}
        value={step.key}
        readOnly={!isNew}
        onChange={(event) => onRename(event.currentTarget.value)}
        error={messageText(errorAt('key'))}
      />
      <Select
        label={texts.step.category}
        description={texts.categoryHelp}
        allowDeselect={false}
        data={CATEGORIES.map((value) => ({ value, label: texts.categories[value] }))}
        value={step.category}
        onChange={(chosen) => onChange({ category: CATEGORIES.find((one) => one === chosen) ?? 'open' })}
      />
      <Select
        label={texts.step.turn}
        description={texts.turnHelp}
        allowDeselect={false}
        data={TURNS.map((value) => ({ value, label: texts.turns[value] }))}
        value={step.turn}
        onChange={(chosen) => onChange({ turn: TURNS.find((one) => one === chosen) ?? 'us' })}
      />
      <ColorInput
        label={texts.step.colour}
        description={texts.colourHelp}
        data-path={path('colour')}
        format="hex"
        value={step.colour ?? ''}
        onChange={(colour) => onChange({ colour: colour || null })}
        error={messageText(errorAt('colour'))}
      />
      <Checkbox
        label={texts.step.pauses}
        description={texts.pausesHelp}
        mt={24}
        checked={step.pauses}
        onChange={(event) => onChange({ pauses: event.currentTarget.checked })}
      />
    </SimpleGrid>
  )
}

function ForCustomers({ step, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes
  return (
    <Stack gap="sm">
      <Checkbox
        label={texts.step.hidden}
        description={texts.hiddenHelp}
        checked={step.hidden}
        onChange={(event) => onChange({ hidden: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.step.stage}
          description={texts.stageHelp}
          allowDeselect={false}
          data={STAGES.map((value) => ({ value, label: texts.stages[value] }))}
          value={step.stage}
          onChange={(chosen) => onChange({ stage: STAGES.find((one) => one === chosen) ?? 'received' })}
        />
        <Select
          label={texts.step.outcome}
          description={texts.outcomeHelp}
          clearable
          data={OUTCOMES.map((value) => ({ value, label: texts.outcomes[value] }))}
          value={step.outcome}
          onChange={(chosen) => onChange({ outcome: OUTCOMES.find((one) => one === chosen) ?? null })}
        />
      </SimpleGrid>
      {!step.hidden &&
        (['publicName', 'explanation', 'whatNext'] as const).map((member) => (
          <TextsInput
            key={member}
            label={texts.step[member]}
            description={texts.publicHelp[member]}
            path={`steps.${at}.${member}`}
            multiline={member !== 'publicName'}
            value={step[member]}
            onChange={(value) => onChange({ [member]: value })}
            errorAt={(_path, inside) => errorAt(member, inside)}
          />
        ))}
    </Stack>
  )
}

function Ways({ step, steps, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const messageText = useMessageText()
  const fields = useFields()
  const nameOf = useFieldNames()
  const roles = new Map(step.next.map((way) => [way.to, way.roles]))
  const required = [
    ...ALWAYS_THERE,
    ...(fields.data ?? []).filter(({ type }) => type !== 'computed').map(({ key }) => key),
  ]
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <MultiSelect
        label={texts.step.next}
        description={texts.nextHelp}
        data-path={`steps.${at}.next`}
        searchable
        data={steps.map(({ key, name }) => ({ value: key, label: format.text(name) || key }))}
        value={step.next.map(({ to }) => to)}
        onChange={(keys) => onChange({ next: keys.map((to) => ({ to, roles: roles.get(to) ?? [] })) })}
        error={messageText(errorAt('next', true))}
      />
      <MultiSelect
        label={texts.step.required}
        description={texts.requiredHelp}
        data-path={`steps.${at}.required`}
        searchable
        data={required.map((key) => ({ value: key, label: nameOf(key) }))}
        value={step.required}
        onChange={(keys) => onChange({ required: keys })}
        error={messageText(errorAt('required', true))}
      />
    </SimpleGrid>
  )
}
