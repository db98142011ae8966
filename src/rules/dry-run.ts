import { setImmediate as turn } from 'node:timers/promises'
import { DAY, invalid, notFound } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import { type Configuration, type Ctx, statusUrl } from '../issue-types/index.ts'
import { type Issue, typeOf } from '../issues/index.ts'
import {
  type Addressee,
  type Composed,
  contextOf,
  recipientOf,
  openComposer,
  type Templates,
} from '../messages/index.ts'
import { callOf, type Webhook } from '../webhooks/index.ts'
import { addresseesOf } from './act.ts'
import { afterAction } from './after-action.ts'
import { compileRules, evaluate } from './evaluate.ts'
import { messageFor, messageOf } from './event-message.ts'
import { occurrencesOf } from './occurrences.ts'
import type { RuleBook } from './rule-book.ts'
import { type Action, recipientsOf, type Rule } from './rule.ts'

/** Events that one dry run looks at, newest first. */
export const MAX_EVENTS = 2000
/** Of those that it tells of. */
const MAX_FIRED = 100
const PERIOD = 30 * DAY

type WouldSend = Pick<Composed, 'subject' | 'text' | 'html' | 'warnings'> & { to: string; locale: string }
export type WouldDo = Action & { problem: string | null; messages: WouldSend[] }
export type DryRun = {
  examined: number
  more: boolean
  fired: { issue: string; event: string; kind: string; at: string; actions: WouldDo[] }[]
}

export type Period = { from?: string | undefined; to?: string | undefined }

/**
 * What a stored rule would have done in a period: see {@link dryRunOf}.
 * @throws Refusal `not-found`; `invalid-input` for a broken rule or a period that ends before it begins
 */
export async function dryRun(ctx: Ctx, rules: RuleBook, id: string, period: Period): Promise<DryRun> {
  const { value } = await rules.current()
  const rule = value.all.find((candidate) => candidate.id === id)
  if (!rule) throw notFound('business rule')
  return dryRunOf(ctx, rules, rule, period)
}

/**
 * What a rule, stored or not yet, would have done with the events of a period, each judged by the issue as it was right
 * after it. Reads only.
 * @throws Refusal `invalid-input` for a broken rule or a period that ends before it begins
 */
export async function dryRunOf(ctx: Ctx, rules: RuleBook, rule: Rule, period: Period): Promise<DryRun> {
  const { configuration, value } = await rules.current()
  const problems = value.problemsOf(rule)
  if (problems.length > 0) throw invalid(...problems)
  const to = period.to === undefined ? ctx.clock() : Date.parse(period.to)
  const from = period.from === undefined ? to - PERIOD : Date.parse(period.from)
  if (from > to) throw invalid({ path: 'from', message: 'lies after the end of the period' })

  const { compose } = await openComposer()
  const compiled = compileRules([{ ...rule, enabled: true }], value.against)
  const found = await occurrencesOf(ctx, configuration, rule, { from, to, most: MAX_EVENTS })
  const fired: DryRun['fired'] = []
  let examined = 0
  for (const { event, issue: then } of found.slice(0, MAX_EVENTS)) {
    if (fired.length >= MAX_FIRED) break
    examined++
    // Reading from SQLite never waits, so nobody else would have a turn until the end.
    await turn()
    const issue = await then()
    if (!issue) continue
    const type = typeOf(configuration, issue)
    const snapshot = { issue, type, configuration, event, now: event.at, timeZone: ctx.settings.timeZone }
    for (const { actions } of evaluate(compiled, snapshot).fired) {
      const means = { compose, configuration, templates: value.templates, webhooks: value.webhooks }
      fired.push({
        issue: issue.number,
        event: event.id,
        kind: event.kind,
        at: new Date(event.at).toISOString(),
        actions: await wouldDoAll(ctx, means, issue, event, actions),
      })
    }
  }
  return { examined, more: found.length > examined, fired: rule.once ? firstOfEach(fired) : fired }
}

/** The oldest of each issue, of what lies newest first. */
function firstOfEach(fired: DryRun['fired']): DryRun['fired'] {
  const first = new Map(fired.map((one) => [one.issue, one.event]))
  return fired.filter(({ issue, event }) => first.get(issue) === event)
}

export type Means = {
  compose: Awaited<ReturnType<typeof openComposer>>['compose']
  configuration: Configuration
  templates: Templates
  webhooks: readonly Webhook[]
}

/** Each action with the issue as those before it would have left it. */
export async function wouldDoAll(
  ctx: Ctx,
  means: Means,
  issue: Issue,
  event: RecordedEvent,
  actions: readonly Action[],
): Promise<WouldDo[]> {
  const { defaultCountry } = ctx.settings
  const done: WouldDo[] = []
  let before = issue
  for (const action of actions) {
    done.push(await wouldDo(ctx, means, before, event, action))
    before = afterAction(before, action, {
      configuration: means.configuration,
      defaultCountry,
      at: event.at,
    })
  }
  return done
}

async function wouldDo(
  ctx: Ctx,
  means: Means,
  issue: Issue,
  event: RecordedEvent,
  action: Action,
): Promise<WouldDo> {
  const { configuration, templates } = means
  const nothing = (problem: string | null): WouldDo => ({ ...action, problem, messages: [] })
  if (action.do === 'move') {
    const { next = [] } = typeOf(configuration, issue).stepByKey.get(issue.step) ?? {}
    const allowed = next.some(({ to }) => to === action.to)
    return nothing(allowed ? null : `from ${issue.step} no move leads to ${action.to}`)
  }
  if (action.do === 'webhook') return wouldCall(ctx, means, { issue, event, configuration }, action)
  if (action.do !== 'send') return nothing(null)
  const template = templates.get(action.template)
  if (!template) return nothing(`there is no message template ${action.template}`)
  const { addressees, because } = addresseesOf(recipientsOf(action), issue, configuration, template.channel)
  const message = await messageOf(ctx.db.read, event)
  const url = statusUrl(ctx.settings, typeOf(configuration, issue), issue.locale, issue.number)
  const render = (addressee: Addressee): WouldSend => {
    const heard = messageFor(addressee, event, message)
    const context = contextOf(ctx, { issue, configuration, message: heard, addressee })
    return {
      ...means.compose(template, { ...context, now: event.at, statusUrl: url }),
      to: recipientOf(addressee),
    }
  }
  try {
    return { ...action, problem: because, messages: addressees.map(render) }
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error))
  }
}

function wouldCall(
  ctx: Ctx,
  { webhooks }: Means,
  telling: Parameters<typeof callOf>[2],
  action: Extract<Action, { do: 'webhook' }>,
): WouldDo {
  const webhook = webhooks.find(({ id }) => id === action.webhook)
  if (!webhook) return { ...action, problem: `there is no webhook ${action.webhook}`, messages: [] }
  const { to, locale, subject, text, html } = callOf(ctx, webhook, telling, { ruleId: null, uniqueKey: '' })
  return {
    ...action,
    problem: webhook.enabled ? null : 'the webhook is switched off',
    messages: [{ to, locale, subject, text, html, warnings: [] }],
  }
}
