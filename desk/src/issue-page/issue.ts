import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Tagged, tagged } from '../api/client'
import { isSame } from '../api/merge'
import { Problem } from '../api/problem'
import { ifMatch } from '../api/source'
import type { Issue } from '../work'
import { changeOf, type IssueChange, memberOf } from './members'

export type Loaded = Tagged<Issue>

export function issueKey(number: string) {
  return ['issue', number] as const
}

export function readIssue(number: string): Promise<Loaded> {
  return tagged(api.GET('/api/v1/issues/{number}', { params: { path: { number } } }))
}

export function issueQuery(number: string) {
  return { queryKey: issueKey(number), queryFn: () => readIssue(number) }
}

/** One issue; what a list knows of it is shown until it is loaded. */
export function useIssue(number: string) {
  const queries = useQueryClient()
  return useQuery({
    ...issueQuery(number),
    placeholderData: () => {
      const known = knownIssue(queries, number)
      return known ? { value: known, etag: null } : undefined
    },
  })
}

/** What is known of an issue without asking: from having seen it, or a list with it. */
export function knownIssue(queries: QueryClient, number: string): Issue | undefined {
  const seen = queries.getQueryData<Loaded>(issueKey(number))
  if (seen) return seen.value
  for (const [, data] of queries.getQueriesData({ queryKey: ['issues'] })) {
    const found = itemsIn(data).find((issue) => issue.number === number)
    if (found) return found
  }
  return undefined
}

/** Lists are kept as one page, or as several that were loaded in turn. */
function itemsIn(data: unknown): Issue[] {
  const { items, pages } = (data ?? {}) as { items?: unknown; pages?: unknown }
  if (Array.isArray(pages)) return pages.flatMap(itemsIn)
  return Array.isArray(items) ? (items as Issue[]).filter((item) => 'progress' in item) : []
}

/** Tells every screen how an issue is now. */
export function useTell(): (saved: Loaded) => void {
  const queries = useQueryClient()
  return (saved) => {
    const key = issueKey(saved.value.number)
    queries.setQueryData(key, saved)
    void queries.invalidateQueries({ queryKey: ['issues'] })
    void queries.invalidateQueries({ queryKey: key })
  }
}

export function patchIssue(number: string, body: IssueChange, etag: string | null): Promise<Loaded> {
  return tagged(
    api.PATCH('/api/v1/issues/{number}', { body, params: { path: { number }, header: ifMatch(etag) } }),
  )
}

/** What somebody else made meanwhile of the member that one wants to change. */
export class Clashed extends Error {
  readonly theirs: Loaded

  constructor(theirs: Loaded) {
    super('somebody else changed the same')
    this.theirs = theirs
  }
}

/**
 * Changes one member. What others changed elsewhere in the issue meanwhile stays.
 * @param base the issue as it was when one began
 * @throws Problem, or Clashed where others changed the same member
 */
export async function saveMember(base: Loaded, path: string, value: unknown): Promise<Loaded> {
  const { number } = base.value
  try {
    return await patchIssue(number, changeOf(path, value), base.etag)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'version-conflict') throw error
    const theirs = await readIssue(number)
    const isTheirs = !isSame(memberOf(theirs.value, path), memberOf(base.value, path))
    if (isTheirs && !isSame(memberOf(theirs.value, path), value)) throw new Clashed(theirs)
    return saveMember(theirs, path, value)
  }
}
