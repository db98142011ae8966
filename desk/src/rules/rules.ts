import { useQuery } from '@tanstack/react-query'
import { answer, api, type Body, type Item, type Tagged, tagged } from '../api/client'
import type { Source } from '../api/draft'
import { allPages } from '../api/pages'
import { ifMatch } from '../api/source'

export type Rule = Item<'/api/v1/business-rules'>
type Input = Body<'/api/v1/business-rules', 'post'>
export type Trigger = Input['trigger']
export type TriggerKind = Trigger['on']
export type Action = Input['actions'][number]
export type ActionKind = Action['do']
export type Condition = NonNullable<Input['condition']>
type SendTo = Extract<Action, { do: 'send' }>['to']
export type Recipient = Exclude<SendTo, readonly unknown[]>

/** A rule as it is edited; its place among the others is changed in their list. */
export type RuleDraft = {
  name: string
  enabled: boolean
  issueType: string | null
  trigger: Trigger
  condition: Condition | null
  actions: Action[]
  stop: boolean
  once: boolean
}

export const RULES_KEY = ['business-rules']

export function useRules() {
  return useQuery({
    queryKey: RULES_KEY,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/business-rules', {
            params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
}

/** What the API shows is what it was given: it says of its shape less than it asks for. */
export function draftOf({ id: _id, broken: _broken, position: _position, ...rule }: Rule): RuleDraft {
  return rule as RuleDraft
}

const asDraft = ({ value, etag }: Tagged<Rule>): Tagged<RuleDraft> => ({ value: draftOf(value), etag })

/** One rule, as it is edited. */
export function ruleSource(id: string): Source<RuleDraft> {
  const path = { id }
  return {
    key: ['business-rule', id],
    read: async () => asDraft(await tagged(api.GET('/api/v1/business-rules/{id}', { params: { path } }))),
    write: async (body, etag) =>
      asDraft(
        await tagged(
          api.PUT('/api/v1/business-rules/{id}', { body, params: { path, header: ifMatch(etag) } }),
        ),
      ),
    touches: [RULES_KEY],
  }
}

/** Changes some members of a stored rule, and nothing that others changed meanwhile. */
export async function changeRule(id: string, part: { enabled?: boolean; position?: number }): Promise<void> {
  const path = { id }
  const { value, etag } = await tagged(api.GET('/api/v1/business-rules/{id}', { params: { path } }))
  const body = { ...draftOf(value), ...part }
  await answer(api.PUT('/api/v1/business-rules/{id}', { body, params: { path, header: ifMatch(etag) } }))
}

export function recipientsOf(to: SendTo): Recipient[] {
  return Array.isArray(to) ? to : [to]
}
