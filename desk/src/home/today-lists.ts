import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { dayIn } from '../issue-list/state'

type Search = Readonly<Record<string, string>>
export type TodayName = 'late' | 'soon' | 'awaited' | 'turn' | 'unassigned'
/** `search` is what the list's address says, `query` what the API is asked for the same. */
export type TodayList = { name: TodayName; search: Search; query: Search }

const OPEN = { category: 'open,waiting' }
const SHOWN = 5

/** What matters today: to somebody who handles issues their own first, to whoever only looks those of all. */
export function todayLists(isHandler: boolean, today: string): TodayList[] {
  const mine: Search = isHandler ? { handler: 'me' } : {}
  const awaited = { ...mine, answer: 'awaited' } as const
  const soon = { ...mine, dueFrom: today, dueTo: twoDaysAfter(today) }
  return [
    { name: 'late', search: { ...mine, due: 'late' }, query: { ...mine, late: 'true' } },
    { name: 'soon', search: soon, query: { ...soon, ...OPEN } },
    { name: 'awaited', search: awaited, query: awaited },
    { name: 'turn', search: { ...mine, turn: 'us' }, query: { ...mine, ...OPEN, turn: 'us' } },
    { name: 'unassigned', search: { handler: 'none' }, query: { handler: 'none', ...OPEN } },
  ]
}

/** The first few of each list, the nearest deadline first, and how many there are. */
export function useToday(isHandler: boolean, timeZone: string) {
  const [today] = useState(() => dayIn(timeZone, new Date()))
  const lists = todayLists(isHandler, today)
  const queries = useQueries({
    queries: lists.map(({ name, query }) => ({
      queryKey: ['issues', 'home', name, query],
      queryFn: () =>
        answer(
          api.GET('/api/v1/issues', {
            params: { query: { ...query, sort: 'due', limit: SHOWN, count: 'true' } },
          }),
        ),
      refetchInterval: 60_000,
    })),
  })
  return lists.map((list, index) => ({ ...list, found: queries[index] }))
}

function twoDaysAfter(day: string): string {
  return new Date(Date.parse(day) + 2 * 86_400_000).toISOString().slice(0, 10)
}
