import {
  focusManager,
  hashKey,
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { loadIssues } from './issues'
import { type IssuePage, issuesOf, pagesAt, withPage } from './pages'

const PAGE = 100
/** As much as the API answers at once: what came between two pages has room. */
const MOST = 200
type Pages = InfiniteData<IssuePage, string | undefined>

/**
 * The issues of a list, loaded in turn; those of before stay until others come. What changed is asked for again where it is
 * in sight, however many pages were loaded, and elsewhere once it comes in sight.
 */
export function useIssues(query: Readonly<Record<string, string>>) {
  const key = useMemo(() => ['issues', 'list', query], [query])
  const load = async (
    cursor: string | undefined,
    limit: number,
    signal?: AbortSignal,
  ): Promise<IssuePage> => {
    const at = Date.now()
    return { ...(await loadIssues({ ...query, limit, cursor }, signal)), at }
  }
  const pages = useInfiniteQuery<IssuePage, Error, Pages, readonly unknown[], string | undefined>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, PAGE, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // Otherwise each change would load all pages anew, one after another.
    staleTime: 'static',
  })
  const { data, isPlaceholderData } = pages
  const issues = useMemo(() => issuesOf(data?.pages ?? []), [data])
  const [sight, setSight] = useState<readonly number[]>([0])
  useRefreshed(key, isPlaceholderData ? undefined : data, sight, load)
  const look = useCallback(
    (from: number, to: number) =>
      setSight((now) => {
        const next = pagesAt(data?.pages ?? [], from, to)
        return next.join() === now.join() ? now : next
      }),
    [data],
  )
  return { ...pages, issues, look }
}

/** Asks again for the pages in sight that are older than the latest change. */
function useRefreshed(
  key: readonly unknown[],
  data: Pages | undefined,
  sight: readonly number[],
  load: (cursor: string | undefined, limit: number) => Promise<IssuePage>,
) {
  const queries = useQueryClient()
  const changedAt = useChangedAt(key)
  const loading = useRef(new Set<string>())
  useEffect(() => {
    const known = sight.filter((at) => data?.pages[at])
    for (const at of known.length > 0 ? known : [0]) {
      const page = data?.pages[at]
      const cursor = data?.pageParams[at]
      const name = hashKey([key, at])
      if (!page || page.at >= changedAt || loading.current.has(name)) continue
      loading.current.add(name)
      const isLast = at === (data?.pages.length ?? 0) - 1
      load(cursor, isLast ? PAGE : MOST)
        .then((fresh) =>
          queries.setQueryData<Pages>(key, (now) =>
            now && now.pageParams[at] === cursor ? { ...now, pages: withPage(now.pages, at, fresh) } : now,
          ),
        )
        // The rows stay as they are; the next change tries again.
        .catch(() => null)
        .finally(() => loading.current.delete(name))
    }
    // `load` follows from the key.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [queries, key, data, sight, changedAt])
}

/** When anything was changed last, as far as one was told; coming to the list or back to the window counts as that. */
function useChangedAt(key: readonly unknown[]): number {
  const queries = useQueryClient()
  const [changedAt, setChangedAt] = useState(Date.now)
  const hash = hashKey(key)
  useEffect(() => {
    const offCache = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate' || event.query.queryHash !== hash)
        return
      // Told, so that the next change is told too.
      event.query.setState({ isInvalidated: false })
      setChangedAt(Date.now())
    })
    const offFocus = focusManager.subscribe((isFocused) => isFocused && setChangedAt(Date.now()))
    return () => {
      offCache()
      offFocus()
    }
  }, [queries, hash])
  return changedAt
}
