import { useQuery } from '@tanstack/react-query'
import { answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'
import { useFormat } from '../texts'

export type AuditLine = Item<'/api/v1/audit'>
/** The id of whoever works at the server's command line. */
export const COMMAND_LINE = 'cli'

/** The name that something has for people, by its target like `issue-type:warranty`; else what stands after the colon. */
export function useNames(): (target: string, line?: AuditLine) => string {
  const format = useFormat()
  const { data: types } = useQuery({
    queryKey: ['issue-types', 'names'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issue-types', {
            params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/users', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  }).data
  return (target, line) => {
    // A part of a type is told by the type's name: `issue-type:warranty/steps`.
    const [key = ''] = target.slice(target.indexOf(':') + 1).split('/')
    const type = target.startsWith('issue-type:') ? types?.find((one) => one.key === key) : undefined
    const user = target.startsWith('user:') ? users?.find((one) => one.id === key) : undefined
    return (type && format.text(type.name)) || user?.name || (line && ownName(line, format.text)) || key
  }
}

/** The name that what was changed had in the change itself. */
function ownName({ data }: AuditLine, textOf: (texts: Record<string, string>) => string): string {
  const { before, after } = (data ?? {}) as { before?: unknown; after?: unknown }
  for (const side of [after, before]) {
    const { name, label } = (side ?? {}) as { name?: unknown; label?: unknown }
    for (const candidate of [name, label]) {
      if (typeof candidate === 'string' && candidate) return candidate
      if (isTexts(candidate)) return textOf(candidate)
    }
  }
  return ''
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).length > 0 &&
    Object.values(value).every((text) => typeof text === 'string')
  )
}
