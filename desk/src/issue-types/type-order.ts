import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, tagged } from '../api/client'
import { ifMatch } from '../api/source'
import type { IssueType } from './types'

/** Moves a type to another place in lists: each type whose place changes is saved. */
export function useOrder(types: readonly IssueType[]) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ from, to }: { from: number; to: number }) => {
      for (const [position, { key }] of moved(types, from, to).entries()) await setPosition(key, position)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['issue-types'] }),
  })
}

/** The items with one of them at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1))
}

async function setPosition(key: string, position: number): Promise<void> {
  const path = { key }
  const { value, etag } = await tagged(api.GET('/api/v1/issue-types/{key}', { params: { path } }))
  if (value.position === position) return
  await answer(
    api.PUT('/api/v1/issue-types/{key}', {
      params: { path, header: ifMatch(etag) },
      body: { ...value, position },
    }),
  )
}
