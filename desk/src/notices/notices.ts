import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, answer, api, type Body, type Item } from '../api/client'
import { useSession } from '../api/session'

export type Notice = Item<'/api/v1/notices'>
export type NoticeKind = Notice['kind']
export type NoticePage = Answer<'/api/v1/notices', 'get'>

/** What all that shows notices is kept under, so that it is read anew together. */
export const NOTICES_KEY = ['notices'] as const
const LATEST = 8

export function loadNotices(cursor: string | undefined, unread: boolean, limit = 50): Promise<NoticePage> {
  const query = { limit, ...(cursor ? { cursor } : {}), ...(unread ? { unread: 'true' as const } : {}) }
  return answer(api.GET('/api/v1/notices', { params: { query } }))
}

/** The latest, and how many are unread in all. */
export function useLatestNotices() {
  const isSignedIn = useSession() !== null
  return useQuery({
    queryKey: [...NOTICES_KEY, 'latest'],
    queryFn: () => loadNotices(undefined, false, LATEST),
    staleTime: 60_000,
    enabled: isSignedIn,
  })
}

/** Marks some as read; nobody waits for it. */
export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'/api/v1/notices/read', 'post'>) =>
      answer(api.POST('/api/v1/notices/read', { body })),
    onSuccess: ({ unread }) => {
      queries.setQueryData<NoticePage>([...NOTICES_KEY, 'latest'], (page) => page && { ...page, unread })
      return queries.invalidateQueries({ queryKey: NOTICES_KEY })
    },
  })
}
