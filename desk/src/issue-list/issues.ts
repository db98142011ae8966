import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'

type Query = NonNullable<Parameters<typeof api.GET<'/api/v1/issues', object>>[1]>

/** The filter as a query string holds it; the API checks it, so that an address from elsewhere is refused in words. */
function asQuery(query: Readonly<Record<string, string | number | undefined>>, signal?: AbortSignal): Query {
  return { params: { query }, signal }
}

export function loadIssues(
  query: Readonly<Record<string, string | number | undefined>>,
  signal?: AbortSignal,
) {
  return answer(api.GET('/api/v1/issues', asQuery(query, signal)))
}

/** How many there are, as far as the API counts. */
export function useCount(query: Readonly<Record<string, string>>) {
  const { sort: _, ...filter } = query
  return useQuery({
    queryKey: ['issues', 'count', filter],
    queryFn: ({ signal }) => loadIssues({ ...filter, limit: 1, count: 'true' }, signal),
    select: ({ count = 0, countCapped = false }) => ({ count, countCapped }),
    placeholderData: keepPreviousData,
  })
}
