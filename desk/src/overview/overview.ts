import { useQuery } from '@tanstack/react-query'
import { type Answer, answer, api } from '../api/client'

export type Overview = Answer<'/api/v1/overview', 'get'>

/** How many days back a period goes, by what the address calls it. */
export const PERIODS = { month: 30, quarter: 84, year: 365 } as const
export type Period = keyof typeof PERIODS

export function periodIn(text: string | undefined): Period {
  return text !== undefined && Object.hasOwn(PERIODS, text) ? (text as Period) : 'quarter'
}

/** The figures of all types or one, asked again each minute: no sooner are dear ones counted anew. */
export function useOverview(type: string | undefined, period: Period, today: string) {
  const from = dayBefore(today, PERIODS[period] - 1)
  return useQuery({
    queryKey: ['overview', type ?? null, period, from],
    queryFn: () =>
      answer(
        api.GET('/api/v1/overview', { params: { query: { from, to: today, ...(type ? { type } : {}) } } }),
      ),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  })
}

export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}

/** What a list is asked for, as its address says it. */
export type Search = Readonly<Record<string, string>>

/** The list of what is not done, narrowed. */
export function listOf(type: string | undefined, search: Search = {}): Search {
  return { ...(type ? { type } : {}), ...search }
}

/** The list of what was opened, closed or decided in a stretch of days, whatever became of it since. */
export function pastOf(
  type: string | undefined,
  what: 'created' | 'closed' | 'decided',
  { from, to }: { from: string; to: string },
): Search {
  return listOf(type, { category: 'all', [`${what}From`]: from, [`${what}To`]: to })
}

/** The days of a month like 2026-12. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}
