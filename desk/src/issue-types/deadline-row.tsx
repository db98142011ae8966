import {
  Button,
  Checkbox,
  Collapse,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useCalendars } from '../calendars/calendars'
import { useFields } from '../fields/fields'
import { useFormat, useTexts } from '../texts'
import { TextsInput, useMessageText } from '../ui'
import { DeadlineConditions } from './deadline-conditions'
import { TryDeadline } from './deadline-try'
import type { Rule } from './deadlines-page'
import { useSteps } from './types'

const LAWS = ['CZ', 'SK', 'PL', 'EU', 'custom'] as const
const UNTILS = ['answered', 'settled', 'closed'] as const
const SILENCES = ['nothing', 'accepted', 'rejected'] as const
const MOST_DAYS = 3650

type Props = {
  typeKey: string
  rule: Rule
  at: number
  isOpen: boolean
  onToggle: () => void
  onChange: (part: Partial<Rule>) => void
  onRemove: () => void
  errorAt: (member: string, inside?: boolean) => string | undefined
}

/** One deadline rule in a sentence, which opens into its form. */
export function DeadlineRow(props: Props) {
  const { rule, at, isOpen, onToggle, onRemove } = props
  const texts = useTexts().issueTypes.deadline
  const common = useTexts().common
  const format = useFormat()
  return (
    <div data-path={`rules.${at}`}>
      <UnstyledButton onClick={onToggle} aria-expanded={isOpen} w="100%" py={4}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
          <div>
            <Text fw={600}>{format.text(rule.name) || rule.key}</Text>
            <Text size="sm" c="dimmed">
              {texts.inShort(rule.length.days, rule.length.unit)} · {texts.untils[rule.until]}
            </Text>
          </div>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Stack pt="sm" gap="md">
            <Naming {...props} />
            <Counting {...props} />
            <DeadlineConditions {...props} />
            <Meaning {...props} />
            <TryDeadline rule={rule} />
            <Button
              variant="subtle"
              color="bad"
              leftSection={<IconTrash size={16} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
              onClick={onRemove}
            >
              {common.delete}
            </Button>
          </Stack>
        )}
      </Collapse>
    </div>
  )
}

function Naming({ rule, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes.deadline
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextsInput
        label={texts.name}
        path={`rules.${at}.name`}
        required
        value={rule.name}
        onChange={(name) => onChange({ name })}
        errorAt={(_path, inside) => errorAt('name', inside)}
      />
      <Select
        label={texts.law}
        description={texts.lawHelp}
        allowDeselect={false}
        data={LAWS.map((value) => ({ value, label: texts.laws[value] }))}
        value={rule.law}
        onChange={(chosen) => onChange({ law: LAWS.find((one) => one === chosen) ?? 'custom' })}
      />
    </SimpleGrid>
  )
}

function Counting({ typeKey, rule, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes.deadline
  const messageText = useMessageText()
  const calendars = useCalendars()
  const path = (member: string) => `rules.${at}.${member}`
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NumberInput
        label={texts.days}
        data-path={path('length')}
        min={1}
        max={MOST_DAYS}
        value={rule.length.days}
        onChange={(days) => typeof days === 'number' && onChange({ length: { ...rule.length, days } })}
        error={messageText(errorAt('length', true))}
      />
      <Select
        label={texts.unit}
        allowDeselect={false}
        data={(['calendar', 'working'] as const).map((value) => ({ value, label: texts.units[value] }))}
        value={rule.length.unit}
        onChange={(chosen) =>
          onChange({ length: { ...rule.length, unit: chosen === 'working' ? 'working' : 'calendar' } })
        }
      />
      <StartChoice typeKey={typeKey} rule={rule} path={path('start')} onChange={onChange} />
      <Select
        label={texts.until}
        description={texts.untilHelp}
        allowDeselect={false}
        data={UNTILS.map((value) => ({ value, label: texts.untils[value] }))}
        value={rule.until}
        onChange={(chosen) => onChange({ until: UNTILS.find((one) => one === chosen) ?? 'closed' })}
      />
      <Select
        label={texts.calendar}
        description={texts.calendarHelp}
        data-path={path('calendar')}
        allowDeselect={false}
        data={(calendars.data ?? []).map(({ key, name }) => ({ value: key, label: name || key }))}
        value={rule.calendar}
        onChange={(calendar) => calendar && onChange({ calendar })}
        error={messageText(errorAt('calendar'))}
      />
      <Stack gap={8} mt={4}>
        <Checkbox
          label={texts.roll}
          description={texts.rollHelp}
          checked={rule.roll === 'next-working-day'}
          onChange={(event) => onChange({ roll: event.currentTarget.checked ? 'next-working-day' : 'none' })}
        />
        <Checkbox
          label={texts.pauses}
          description={texts.pausesHelp}
          checked={rule.pauses}
          onChange={(event) => onChange({ pauses: event.currentTarget.checked })}
        />
      </Stack>
    </SimpleGrid>
  )
}

type StartProps = Pick<Props, 'typeKey' | 'rule' | 'onChange'> & { path: string }

function StartChoice({ typeKey, rule, onChange, path }: StartProps) {
  const texts = useTexts().issueTypes.deadline
  const format = useFormat()
  const steps = useSteps(typeKey)
  const fields = useFields()
  const dates = (fields.data ?? []).filter(({ type }) => type === 'date' || type === 'date-time')
  const { start } = rule
  const chosen =
    start.on === 'created' ? 'created' : start.on === 'field' ? `field ${start.field}` : `step ${start.step}`
  return (
    <Select
      label={texts.start}
      description={texts.startHelp}
      data-path={path}
      searchable
      allowDeselect={false}
      data={[
        { value: 'created', label: texts.whenOpened },
        {
          group: texts.startFields,
          items: dates.map(({ key, label }) => ({ value: `field ${key}`, label: format.text(label) })),
        },
        {
          group: texts.startSteps,
          items: (steps.data ?? []).map(({ key, name }) => ({
            value: `step ${key}`,
            label: format.text(name),
          })),
        },
      ]}
      value={chosen}
      onChange={(value) => {
        const [on, key = ''] = (value ?? 'created').split(' ')
        onChange({
          start: on === 'field' ? { on, field: key } : on === 'step' ? { on, step: key } : { on: 'created' },
        })
      }}
    />
  )
}

function Meaning({ rule, at, onChange, errorAt }: Props) {
  const texts = useTexts().issueTypes.deadline
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.silence}
          description={texts.silenceHelp}
          allowDeselect={false}
          data={SILENCES.map((value) => ({ value, label: texts.silences[value] }))}
          value={rule.silence}
          onChange={(chosen) => onChange({ silence: SILENCES.find((one) => one === chosen) ?? 'nothing' })}
        />
        <Checkbox
          label={texts.consent}
          description={texts.consentHelp}
          mt={24}
          checked={rule.longer === 'needs-consent'}
          onChange={(event) => onChange({ longer: event.currentTarget.checked ? 'needs-consent' : 'free' })}
        />
      </SimpleGrid>
      <TextsInput
        label={texts.words}
        description={texts.wordsHelp}
        path={`rules.${at}.words`}
        maxLength={300}
        value={rule.words}
        onChange={(words) => onChange({ words })}
        errorAt={(_path, inside) => errorAt('words', inside)}
      />
    </>
  )
}
