import { answer, api, type Answer, type Item } from '../api/client'

export type System = Answer<'/api/v1/system', 'get'>
export type Job = Item<'/api/v1/jobs'>

/** Looks again by itself, calmly. */
const AGAIN = 15_000

export const systemQuery = {
  queryKey: ['system'],
  queryFn: () => answer(api.GET('/api/v1/system')),
  refetchInterval: AGAIN,
}
export const jobsQuery = {
  queryKey: ['jobs'],
  queryFn: () => answer(api.GET('/api/v1/jobs', { params: { query: { limit: 20 } } })),
  refetchInterval: AGAIN,
}

const LATE_AFTER = 5 * 60_000

/** Whether something has been due for longer than a worker that keeps up lets it be. */
export function isLate(since: string | null, now: string): boolean {
  return since !== null && Date.parse(now) - Date.parse(since) > LATE_AFTER
}

export function isBehind({ work, now }: System): boolean {
  return [work.oldestDueEvent, work.oldestDueDelivery, work.oldestDueTimer].some((since) =>
    isLate(since, now),
  )
}

const STEPS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes for people, like `1.4 GB`. */
export function sizeOf(bytes: number, locale: string): string {
  const step = Math.min(STEPS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)))
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1000 ** step)
  return `${number} ${STEPS[step] ?? 'B'}`
}
