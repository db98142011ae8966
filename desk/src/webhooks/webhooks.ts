import { answer, api, type Body, type Item, tagged } from '../api/client'
import type { Source } from '../api/draft'
import { allPages } from '../api/pages'
import { ifMatch } from '../api/source'

export type Webhook = Item<'/api/v1/webhooks'>
export type NewWebhook = Body<'/api/v1/webhooks', 'post'>
/** What an administrator writes of a webhook. */
export type Written = Pick<Webhook, 'name' | 'url' | 'events' | 'issueType' | 'fields' | 'enabled'>

export const WEBHOOKS_KEY = ['webhooks']
export const PLACE = '/configuration/webhooks'
export const EVENTS = [
  '*',
  'issue.created',
  'issue.step-changed',
  'issue.step-undone',
  'issue.field-changed',
  'message.received',
  'attachment.added',
  'deadline.moved',
  'deadline.extended',
  'deadline.near',
  'deadline.passed',
  'waiting.for-customer',
] as const satisfies readonly Webhook['events'][number][]
export const CHOOSABLE = ['contact.name', 'contact.email', 'contact.phone', 'due'] as const

export const webhooksQuery = {
  queryKey: [...WEBHOOKS_KEY, 'all'],
  queryFn: () =>
    allPages((cursor) =>
      answer(
        api.GET('/api/v1/webhooks', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
      ),
    ),
}

export function webhookSource(id: string): Source<Webhook> {
  const path = { id }
  return {
    key: [...WEBHOOKS_KEY, id],
    read: () => tagged(api.GET('/api/v1/webhooks/{id}', { params: { path } })),
    write: (body, etag) =>
      tagged(api.PUT('/api/v1/webhooks/{id}', { body, params: { path, header: ifMatch(etag) } })),
    touches: [[...WEBHOOKS_KEY, 'all']],
  }
}
