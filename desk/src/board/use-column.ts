import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { asQuery, type BoardFilter } from './filter'

export const BOARD_KEY = ['issues', 'board'] as const
const PAGE = 20

/** Where the cards of a column are kept. */
export function columnKey(type: string, step: string, filter: BoardFilter) {
  return [...BOARD_KEY, type, step, filter] as const
}

/** The issues of a step, the nearest deadline first; a folded column asks for its number alone. */
export function useColumn(type: string, step: string, filter: BoardFilter, isOpen: boolean) {
  const shared = { ...asQuery(type, filter), step, sort: 'due', count: 'true' } as const
  const pages = useInfiniteQuery({
    queryKey: [...columnKey(type, step, filter), isOpen],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/issues', {
          params: {
            query: { ...shared, limit: isOpen ? PAGE : 1, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const first = pages.data?.pages[0]
  return {
    ...pages,
    issues: isOpen ? (pages.data?.pages.flatMap(({ items }) => items) ?? []) : [],
    count: first?.count,
    isCapped: first?.countCapped ?? false,
  }
}
