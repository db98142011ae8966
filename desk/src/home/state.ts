import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import { allPages } from '../api/pages'

const page = (cursor: string | undefined) => ({
  params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
})

async function load() {
  const [company, rules, webhooks, types, users, system] = await Promise.all([
    answer(api.GET('/api/v1/company')),
    allPages((cursor) => answer(api.GET('/api/v1/business-rules', page(cursor)))),
    allPages((cursor) => answer(api.GET('/api/v1/webhooks', page(cursor)))),
    allPages((cursor) => answer(api.GET('/api/v1/issue-types', page(cursor)))),
    allPages((cursor) => answer(api.GET('/api/v1/users', page(cursor)))),
    answer(api.GET('/api/v1/system')),
  ])
  const pages = await Promise.all(
    types.map(async (type) => {
      const params = { params: { path: { key: type.key } } }
      return { type, page: await answer(api.GET('/api/v1/issue-types/{key}/status-page', params)) }
    }),
  )
  return { company, rules, webhooks, pages, users, system }
}

export type State = Awaited<ReturnType<typeof load>>

/** Everything that the start looks at. */
export function useInstallation() {
  return useQuery({ queryKey: ['home'], queryFn: load, refetchInterval: 60_000, staleTime: 0 })
}
