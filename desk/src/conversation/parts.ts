import { useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'

export type Message = Item<'/api/v1/issues/{number}/messages'>
export type Attachment = Item<'/api/v1/issues/{number}/attachments'>
export type Delivery = Item<'/api/v1/deliveries'>
export type LinkKey = Item<'/api/v1/issues/{number}/link-keys'>

/** Who a message is for or from; a note never leaves the shop. */
export function sideOf({ internal, from }: Message): 'note' | 'shop' | 'customer' {
  return internal ? 'note' : from
}

/** What hangs on an issue, under the keys that a change of the issue makes stale. */
const part = (number: string, name: string) => ['issue', number, name]
const page = (cursor: string | undefined) => ({ limit: 200, ...(cursor ? { cursor } : {}) })

export function useMessages(number: string) {
  return useQuery({
    queryKey: part(number, 'messages'),
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issues/{number}/messages', {
            params: { path: { number }, query: page(cursor) },
          }),
        ),
      ),
  })
}

export function useAttachments(number: string) {
  return useQuery({
    queryKey: part(number, 'attachments'),
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issues/{number}/attachments', {
            params: { path: { number }, query: page(cursor) },
          }),
        ),
      ),
  })
}

/** What was sent to people about the issue, looked at again soon while something is on its way. */
export function useDeliveries(number: string) {
  return useQuery({
    queryKey: part(number, 'deliveries'),
    queryFn: async () => {
      const all = await allPages((cursor) =>
        answer(api.GET('/api/v1/deliveries', { params: { query: { issue: number, ...page(cursor) } } })),
      )
      return all.filter(({ channel }) => channel !== 'webhook')
    },
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) ? 3_000 : false),
  })
}

function isOnItsWay({ state, attempts }: Delivery): boolean {
  return state === 'pending' && attempts === 0
}

export function useStatusLink(number: string) {
  return useQuery({
    queryKey: part(number, 'status-link'),
    queryFn: () => answer(api.GET('/api/v1/issues/{number}/status-link', { params: { path: { number } } })),
  })
}

export function useLinkKeys(number: string) {
  return useQuery({
    queryKey: part(number, 'link-keys'),
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issues/{number}/link-keys', {
            params: { path: { number }, query: page(cursor) },
          }),
        ),
      ),
  })
}

/** Has the issue and the lists that show it loaded anew. */
export function useIssueChanged(number: string): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['issues'] })
    await queries.invalidateQueries({ queryKey: ['issue', number] })
  }
}

/** A key under which a request is carried out once, however often it is sent. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
