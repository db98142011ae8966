import { Group, List, Stack, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, type Answer, api } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Failed } from '../ui'
import type { Rule } from './deadlines-page'

const EARLIEST = '1900-01-01'
const LATEST = '2200-12-31'

type Counted = Answer<'/api/v1/calendars/{key}/last-day', 'get'>

/** Where the days of a rule end from a day that one chooses, before anything is saved. */
export function TryDeadline({ rule }: { rule: Rule }) {
  const texts = useTexts().issueTypes.deadline.trial
  const [start, setStart] = useState(today)
  const { length, roll, calendar } = rule
  const isReady = start >= EARLIEST && start <= LATEST
  const query = useQuery({
    queryKey: ['calendars', calendar, 'last-day', start, length, roll],
    queryFn: () =>
      answer(
        api.GET('/api/v1/calendars/{key}/last-day', {
          params: { path: { key: calendar }, query: { start, days: length.days, unit: length.unit, roll } },
        }),
      ),
    enabled: isReady,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <Stack gap="xs" className="desk-sunken">
      <Text fw={600}>{texts.title}</Text>
      <Group align="flex-end">
        <TextInput
          type="date"
          label={texts.start}
          min={EARLIEST}
          max={LATEST}
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
      </Group>
      <div aria-live="polite">
        {query.error ? (
          <Failed error={query.error} />
        ) : (
          isReady && query.data && <Ending counted={query.data} />
        )}
      </div>
    </Stack>
  )
}

function Ending({ counted: { day, movedFrom, holidays } }: { counted: Counted }) {
  const texts = useTexts().issueTypes.deadline.trial
  const format = useFormat()
  return (
    <Stack gap={4}>
      <Text>
        {texts.ends} <strong>{format.day(day)}</strong>
      </Text>
      {movedFrom && <Text size="sm">{texts.moved(format.day(movedFrom))}</Text>}
      {holidays.length > 0 && (
        <div>
          <Text size="sm">{texts.holidays}</Text>
          <List size="sm">
            {holidays.map(({ date, name }) => (
              <List.Item key={date}>
                {format.day(date)}
                {name && `: ${name}`}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  )
}

/** Today where the person is, as a field for dates wants it. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
