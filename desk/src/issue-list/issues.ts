import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answer, api } from '../api/client'
import type { Issue } from '../work'

export const LIST_KEY = ['issues', 'list']
const PAGE = 100

type Query = NonNullable<Parameters<typeof api.GET<'/api/v1/issues', object>>[1]>

/** The filter as a query string holds it; the API checks it, so that an address from elsewhere is refused in words. */
function asQuery(query: Readonly<Record<string, string | number | undefined>>): Query {
  return { params: { query } } as unknown as Query
}

function load(query: Readonly<Record<string, string | number | undefined>>) {
  return answer(api.GET('/api/v1/issues', asQuery(query)))
}

/** The issues of a list, loaded in turn; the ones before stay until others come. */
export function useIssues(query: Readonly<Record<string, string>>, isReady: boolean) {
  const pages = useInfiniteQuery({
    queryKey: [...LIST_KEY, query],
    queryFn: ({ pageParam }) => load({ ...query, limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: isReady,
  })
  const { data } = pages
  const issues = useMemo(() => unique(data?.pages.flatMap((page) => page.items) ?? []), [data])
  return { ...pages, issues }
}

/** How many there are, as far as the API counts. */
export function useCount(query: Readonly<Record<string, string>>, isReady: boolean) {
  const { sort: _, ...filter } = query
  return useQuery({
    queryKey: ['issues', 'count', filter],
    queryFn: () => load({ ...filter, limit: 1, count: 'true' }),
    select: ({ count = 0, countCapped = false }) => ({ count, countCapped }),
    placeholderData: keepPreviousData,
    enabled: isReady,
  })
}

/** An issue that moved while pages were loaded can be on two of them. */
function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>()
  return issues.filter(({ number }) => !seen.has(number) && seen.add(number))
}
