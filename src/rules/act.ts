import type { Actor } from '../base/index.ts'
import { isStoreFailure, joined, savepoint, type Tx } from '../db/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { editIssue, holdIssueById, type Issue, moveIssue, replyToIssue } from '../issues/index.ts'
import {
  type Addressee,
  type Composer,
  customerOf,
  missingContact,
  recipientOf,
  sendTemplate,
  type TemplateChannel,
  type Templates,
} from '../messages/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import { callWebhook, type Webhook } from '../webhooks/index.ts'
import { messageFor } from './event-message.ts'
import type { ActionOutcome } from './rule-queries.ts'
import { type Action, type Recipient, recipientsOf, type Rule } from './rule.ts'
import { MAX_RECIPIENTS } from './schemas.ts'

/** What the actions of one event work with. */
export type Acting = {
  ctx: Ctx
  tx: Tx
  /** As the actions so far have left it. */
  issue: Issue
  configuration: Configuration
  templates: Templates
  webhooks: readonly Webhook[]
  event: RecordedEvent
  /** The text of the message that the event tells of. */
  message: string | null
  /** What led to the event. */
  depth: number
  fired: readonly string[]
  compose: Composer['compose']
}

/** Carries out one action of a rule that fired. One that fails is undone alone and says why; the others go on. */
export async function act(acting: Acting, rule: Rule, action: Action, index: number): Promise<ActionOutcome> {
  const outcome = (
    result: ActionOutcome['result'],
    because: string | null = null,
    deliveries: string[] = [],
  ) => ({
    do: action.do,
    result,
    because,
    deliveries,
  })
  try {
    return await savepoint(acting.tx, async () => {
      if (action.do === 'send') {
        const { deliveries, because } = await send(acting, rule, action, index)
        return outcome(deliveries.length > 0 ? 'done' : 'skipped', because, deliveries)
      }
      if (action.do === 'webhook') {
        const call = await callFor(acting, rule, action, index)
        return 'id' in call ? outcome('done', null, [call.id]) : outcome('skipped', call.because)
      }
      await change(acting, rule, action)
      acting.issue = await holdIssueById(acting.tx, acting.issue.id)
      return outcome('done')
    })
  } catch (error) {
    // A store that is away, or a lock that was lost, is no fault of the action: the event is looked at again.
    if (isStoreFailure(error)) throw error
    return outcome('failed', error instanceof Error ? error.message : String(error))
  }
}

/** Puts a call on its way, with the issue as the actions so far have left it. */
async function callFor(
  { ctx, tx, issue, configuration, webhooks, event }: Acting,
  rule: Rule,
  action: Extract<Action, { do: 'webhook' }>,
  index: number,
): ReturnType<typeof callWebhook> {
  const webhook = webhooks.find(({ id }) => id === action.webhook)
  if (!webhook) throw new Error(`there is no webhook ${action.webhook}`)
  const uniqueKey = `${event.id}:${rule.id}:${index}:${webhook.id}`
  return callWebhook(ctx, tx, webhook, { event, issue, configuration, ruleId: rule.id, uniqueKey })
}

async function change(
  acting: Acting,
  rule: Rule,
  action: Exclude<Action, { do: 'send' | 'webhook' }>,
): Promise<void> {
  const { tx, issue, depth, fired } = acting
  const actor: Actor = { kind: 'rule', id: rule.id, name: rule.name }
  const ctx: Ctx = {
    ...acting.ctx,
    db: joined(acting.ctx.db, tx),
    actor,
    cause: { depth: depth + 1, fired: [...fired, rule.id] },
  }
  switch (action.do) {
    case 'move':
      await moveIssue(ctx, issue.number, { to: action.to })
      return
    case 'set':
      await editIssue(ctx, issue.number, { values: { [action.field]: action.value } })
      return
    case 'assign':
      await editIssue(ctx, issue.number, { handler: action.to })
      return
    case 'note':
      await replyToIssue(ctx, issue.number, { body: action.body, internal: true, from: 'shop' })
  }
}

async function send(
  acting: Acting,
  rule: Rule,
  action: Extract<Action, { do: 'send' }>,
  index: number,
): Promise<{ deliveries: string[]; because: string | null }> {
  const { ctx, tx, issue, configuration, templates, event, message, compose } = acting
  const template = templates.get(action.template)
  if (!template) throw new Error(`there is no message template ${action.template}`)
  const { addressees, because } = addresseesOf(recipientsOf(action), issue, configuration, template.channel)
  const deliveries: string[] = []
  for (const addressee of addressees) {
    const id = await sendTemplate(ctx, tx, compose, {
      issue,
      configuration,
      template,
      message: messageFor(addressee, event, message),
      addressee,
      eventId: event.id,
      ruleId: rule.id,
      uniqueKey: `${event.id}:${rule.id}:${index}:${recipientOf(addressee).toLowerCase()}`,
    })
    if (id !== null) deliveries.push(id)
  }
  return { deliveries, because: deliveries.length > 0 ? because : (because ?? 'it is on its way already') }
}

/** Who gets a message of a rule over a channel, each mailbox or number once, and who cannot get it. */
export function addresseesOf(
  recipients: readonly Recipient[],
  issue: Issue,
  { users, userById }: Pick<Configuration, 'users' | 'userById'>,
  channel: TemplateChannel,
): { addressees: readonly Addressee[]; because: string | null } {
  const missing: string[] = []
  const none = (because: string): Addressee[] => {
    missing.push(because)
    return []
  }
  const found = recipients.flatMap((recipient): Addressee[] => {
    if (recipient === 'customer') {
      const customer = customerOf(issue, channel)
      return customer ? [customer] : none(missingContact(channel).message)
    }
    if (typeof recipient === 'object' && 'phone' in recipient) {
      if (channel !== 'sms') return none('a phone number gets no mail')
      return [{ kind: 'address', to: recipient.phone }]
    }
    if (typeof recipient === 'object' && 'address' in recipient) {
      if (channel === 'sms') return none('an e-mail address gets no text messages')
      return [{ kind: 'address', to: recipient.address }]
    }
    if (channel === 'sms') return none('users have no phone number, so they get no text messages')
    if (recipient === 'handler') {
      const user = issue.handlerId === null ? undefined : userById.get(issue.handlerId)
      return user?.active ? [{ kind: 'user', user }] : none('the issue has no active handler')
    }
    const those = users.filter((user) => user.active && user.role === recipient.role)
    if (those.length === 0) return none(`nobody active is ${recipient.role}`)
    return those.map((user) => ({ kind: 'user' as const, user }))
  })
  const byRecipient = new Map(
    found.toReversed().map((addressee) => [recipientOf(addressee).toLowerCase(), addressee]),
  )
  const once = [...byRecipient.values()].toReversed()
  if (once.length > MAX_RECIPIENTS) missing.push(`only ${MAX_RECIPIENTS} of ${once.length} recipients get it`)
  return { addressees: once.slice(0, MAX_RECIPIENTS), because: [...new Set(missing)].join('; ') || null }
}
