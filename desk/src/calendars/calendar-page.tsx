import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { answer, api, tagged, type Tagged } from '../api/client'
import { type Draft, type Source, useDraft } from '../api/draft'
import { Problem } from '../api/problem'
import { ifMatch, sourceQuery } from '../api/source'
import { useFormat, useTexts } from '../texts'
import { DeletePart, Loaded, Page, SaveBar, Scrolling, Section, useMessageText } from '../ui'
import type { Calendar } from './calendars'

const COUNTRIES = ['CZ', 'SK', 'PL'] as const
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const
/** A Monday, for the names of the days of the week. */
const MONDAY = Date.UTC(2026, 10, 23)
const DAY = 86_400_000

function calendarSource(key: string): Source<Calendar> {
  const params = { path: { key } }
  return {
    key: ['calendars', key],
    read: async () => {
      try {
        return await tagged(
          api.GET('/api/v1/calendars/{key}', {
            params: { ...params, query: { year: new Date().getFullYear() } },
          }),
        )
      } catch (error) {
        // One that is not there yet is made when it is saved.
        if (!(error instanceof Problem) || error.status !== 404) throw error
        return { value: emptyCalendar(key), etag: null }
      }
    },
    write: ({ key: _key, shipped: _shipped, days: _days, ...body }, etag) =>
      tagged(api.PUT('/api/v1/calendars/{key}', { params: { ...params, header: ifMatch(etag) }, body })),
    touches: [['calendars']],
  }
}

function emptyCalendar(key: string): Calendar {
  return { key, name: '', base: null, weekend: [6, 7], added: [], removed: [], shipped: false }
}

/** One calendar: where it starts from, its weekends, and the days that differ. */
export function CalendarPage() {
  const { calendar = '' } = useParams({ strict: false }) as { calendar?: string }
  const shell = useTexts().shell
  const source = useMemo(() => calendarSource(calendar), [calendar])
  const query = useQuery(sourceQuery(source))
  return (
    <Page
      title={query.data?.value.name || calendar}
      crumbs={[{ label: shell.calendars, to: '/configuration/calendars' }]}
    >
      <Loaded query={query}>{(loaded) => <Editor key={calendar} source={source} loaded={loaded} />}</Loaded>
    </Page>
  )
}

function Editor({ source, loaded }: { source: Source<Calendar>; loaded: Tagged<Calendar> }) {
  const texts = useTexts().calendars
  const draft = useDraft(source, loaded)
  const isNew = loaded.etag === null
  const names: Readonly<Record<string, unknown>> = texts
  return (
    <Stack>
      <Basics draft={draft} />
      <OwnDays draft={draft} />
      {draft.stored.days && <DaysOff days={draft.stored.days} />}
      {!isNew && !draft.stored.shipped && <GoBack calendar={draft.stored} />}
      <SaveBar draft={draft} always={isNew} nameOf={(path) => nameIn(names, path)} />
    </Stack>
  )
}

function Basics({ draft }: { draft: Draft<Calendar> }) {
  const texts = useTexts().calendars
  const messageText = useMessageText()
  const format = useFormat()
  const { value, patch } = draft
  const dayName = (day: number) =>
    new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' }).format(
      MONDAY + (day - 1) * DAY,
    )
  return (
    <Section title={texts.basics}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={texts.name}
          data-path="name"
          value={value.name}
          onChange={(event) => patch({ name: event.currentTarget.value })}
          error={messageText(draft.errorAt('name'))}
        />
        <Select
          label={texts.base}
          description={texts.baseHelp}
          clearable
          data={COUNTRIES.map((country) => ({ value: country, label: texts.countries[country] }))}
          value={value.base}
          onChange={(chosen) => patch({ base: COUNTRIES.find((one) => one === chosen) ?? null })}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={texts.weekend}
        data-path="weekend"
        value={value.weekend.map(String)}
        onChange={(days) => patch({ weekend: WEEK.filter((day) => days.includes(String(day))) })}
        error={messageText(draft.errorAt('weekend', true))}
      >
        <Group mt={8} gap="md">
          {WEEK.map((day) => (
            <Checkbox key={day} value={String(day)} label={dayName(day)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Section>
  )
}

function OwnDays({ draft }: { draft: Draft<Calendar> }) {
  const texts = useTexts().calendars
  const common = useTexts().common
  const messageText = useMessageText()
  const { value, patch } = draft
  const change = (at: number, part: Partial<Calendar['added'][number]>) =>
    patch({ added: value.added.map((day, index) => (index === at ? { ...day, ...part } : day)) })
  return (
    <Section title={texts.added} about={texts.addedHelp}>
      <Stack gap="xs" data-path="added">
        {value.added.map((day, at) => (
          // Days have no key of their own, and keep their places.
          <Group key={at} gap="xs" align="flex-end">
            <TextInput
              type="date"
              label={texts.date}
              data-path={`added.${at}.date`}
              value={day.date}
              onChange={(event) => change(at, { date: event.currentTarget.value })}
              error={messageText(draft.errorAt(`added.${at}.date`))}
            />
            <TextInput
              label={texts.name}
              style={{ flex: 1 }}
              value={day.name}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={`${common.remove}: ${day.date}`}
              onClick={() => patch({ added: value.added.filter((one) => one !== day) })}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => patch({ added: [...value.added, { date: '', name: '' }] })}
        >
          {texts.addDay}
        </Button>
      </Stack>
      <TagsInput
        label={texts.removed}
        description={texts.removedHelp}
        data-path="removed"
        placeholder="2026-11-17"
        value={value.removed}
        onChange={(removed) => patch({ removed })}
        error={messageText(draft.errorAt('removed', true))}
      />
    </Section>
  )
}

function DaysOff({ days }: { days: NonNullable<Calendar['days']> }) {
  const texts = useTexts().calendars
  const format = useFormat()
  return (
    <Section title={texts.thisYear} about={texts.thisYearHelp}>
      {days.length === 0 ? (
        <Text c="dimmed">{texts.noDays}</Text>
      ) : (
        <Scrolling label={texts.thisYear}>
          <Table>
            <Table.Tbody>
              {days.map(({ date, name }) => (
                <Table.Tr key={date}>
                  <Table.Td>{format.day(date)}</Table.Td>
                  <Table.Td>{name}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scrolling>
      )}
    </Section>
  )
}

/** Takes the shop's own calendar away; one of a country comes back as it was. */
function GoBack({ calendar }: { calendar: Calendar }) {
  const texts = useTexts().calendars
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <DeletePart
      title={texts.deleteTitle}
      about={texts.deleteAbout}
      question={texts.deleteTitle}
      typed={calendar.key}
      onDelete={async () => {
        await answer(api.DELETE('/api/v1/calendars/{key}', { params: { path: { key: calendar.key } } }))
        await queries.invalidateQueries({ queryKey: ['calendars'] })
        await navigate({ to: '/configuration/calendars' })
      }}
    />
  )
}

/** The label of a member, by the name that it has in the API. */
function nameIn(texts: Readonly<Record<string, unknown>>, path: string): string {
  const name = texts[path.split('.')[0] ?? '']
  return typeof name === 'string' ? name : path
}
