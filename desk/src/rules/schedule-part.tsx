import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from '../ui'
import type { ErrorAt } from './dry-run'
import type { Trigger } from './rules'
import { cronOf, EVERY, type Every, type Schedule, scheduleOf } from './schedules'

type ScheduleTrigger = Extract<Trigger, { on: 'schedule' }>
type Props = { value: ScheduleTrigger; onChange: (trigger: Trigger) => void; errorAt: ErrorAt }

/** When a schedule comes, chosen in words; any other line of cron may be written by hand. */
export function SchedulePart({ value, onChange, errorAt }: Props) {
  const texts = useTexts().rules
  const schedule = scheduleOf(value.cron)
  const choose = (next: Schedule) => onChange({ ...value, cron: cronOf(next) ?? '0 8,16 * * *' })
  const inZone = (timeZone: string | null) => {
    const { timeZone: _before, ...rest } = value
    onChange(timeZone ? { ...rest, timeZone } : rest)
  }
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end">
        <Select
          label={texts.every}
          data={EVERY.map((every) => ({ value: every, label: texts.everyNames[every] }))}
          value={schedule.every}
          onChange={(every) => every && choose(begun(every))}
          allowDeselect={false}
          w={220}
        />
        <Details schedule={schedule} onChange={choose} />
      </Group>
      {schedule.every === 'own' && <Cron value={value} onChange={onChange} errorAt={errorAt} />}
      <Select
        label={texts.timeZone}
        placeholder={texts.ownTimeZone}
        data={Intl.supportedValuesOf('timeZone')}
        value={value.timeZone ?? null}
        onChange={inZone}
        searchable
        clearable
        limit={50}
        data-path="trigger.timeZone"
        maw={320}
      />
      <NextTimes trigger={value} />
    </Stack>
  )
}

function Cron({ value, onChange, errorAt }: Props) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  return (
    <TextInput
      label={texts.cron}
      description={texts.cronHelp}
      data-path="trigger.cron"
      className="desk-mono"
      value={value.cron}
      onChange={(event) => onChange({ ...value, cron: event.currentTarget.value })}
      error={messageText(errorAt('trigger.cron'))}
      maw={320}
    />
  )
}

function begun(every: Every): Schedule {
  if (every === 'own') return { every }
  return every === 'week' || every === 'month' ? { every, day: 1, at: '08:00' } : { every, at: '08:00' }
}

function Details({ schedule, onChange }: { schedule: Schedule; onChange: (schedule: Schedule) => void }) {
  const texts = useTexts().rules
  if (schedule.every === 'own') return null
  return (
    <>
      {schedule.every === 'week' && (
        <Select
          label={texts.onDay}
          data={texts.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          value={String(schedule.day)}
          onChange={(day) => onChange({ ...schedule, day: Number(day) })}
          allowDeselect={false}
          w={150}
        />
      )}
      {schedule.every === 'month' && (
        <Select
          label={texts.onDayOfMonth}
          data={Array.from({ length: 28 }, (_, index) => String(index + 1))}
          value={String(schedule.day)}
          onChange={(day) => onChange({ ...schedule, day: Number(day) })}
          allowDeselect={false}
          w={110}
        />
      )}
      <TextInput
        type="time"
        label={texts.at}
        value={schedule.at}
        onChange={(event) =>
          event.currentTarget.value && onChange({ ...schedule, at: event.currentTarget.value })
        }
        w={120}
      />
    </>
  )
}

function NextTimes({ trigger: { cron, timeZone } }: { trigger: ScheduleTrigger }) {
  const texts = useTexts().rules
  const format = useFormat()
  const messageText = useMessageText()
  const [query] = useDebouncedValue({ cron, ...(timeZone ? { timeZone } : {}) }, 300)
  const { data, error } = useQuery({
    queryKey: ['schedule-times', query],
    queryFn: () => answer(api.GET('/api/v1/schedule-times', { params: { query } })),
    retry: false,
  })
  const problem = error instanceof Problem ? error.errors[0]?.message : undefined
  return (
    <div aria-live="polite">
      {problem && (
        <Text size="sm" c="bad">
          {messageText(problem)}
        </Text>
      )}
      {data && (
        <Text size="sm" c="dimmed">
          {texts.next(
            data.times.slice(0, 3).map((time) => timeIn(format.locale, data.timeZone, time)),
            data.timeZone,
          )}
        </Text>
      )}
    </div>
  )
}

/** As the clocks of the time zone show it. */
function timeIn(locale: string, timeZone: string, time: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  return new Intl.DateTimeFormat(locale, style).format(new Date(time))
}
