import { useQuery } from '@tanstack/react-query'
import { answer, type Answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'

export type IssueType = Item<'/api/v1/issue-types'>
export type Step = Answer<'/api/v1/issue-types/{key}/steps', 'get'>['steps'][number]

/** The customer's line, from its beginning to its end. */
export const STAGES = ['received', 'review', 'solving', 'decision', 'done'] as const

/** All issue types, in their order. */
export function useIssueTypes() {
  return useQuery({
    queryKey: ['issue-types'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issue-types', {
            params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
}

/** The steps of a type, for those who only choose among them. */
export function useSteps(key: string) {
  return useQuery({
    queryKey: ['issue-types', key, 'step-list'],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/issue-types/{key}/steps', { params: { path: { key } } }))).steps,
  })
}
