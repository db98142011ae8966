import { setImmediate as turn } from 'node:timers/promises'
import type { RecordedEvent } from '../events/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { type Issue, typeOf } from '../issues/index.ts'
import { openComposer } from '../messages/index.ts'
import { wouldDoAll } from './dry-run.ts'
import { evaluate } from './evaluate.ts'
import type { RuleBook } from './rule-book.ts'
import type { Action } from './rule.ts'

/** One action of one rule, over all that it would be done for. */
export type Foreseen = {
  rule: { id: string; name: string }
  /** Which of the rule's actions it is, from 0. */
  place: number
  action: Action
  /** How often it would be done. */
  count: number
  /** How many messages and calls would leave. */
  messages: number
  /** How often nothing would come of it, as far as that can be told. */
  inVain: number
}

/**
 * What the rules would do about events that have not happened, each with the issue as it would be right after. What rules
 * would answer to the rules is not told. Reads only.
 */
export async function foresee(
  ctx: Ctx,
  rules: RuleBook,
  happenings: readonly { issue: Issue; event: RecordedEvent }[],
): Promise<Foreseen[]> {
  const { configuration, value } = await rules.current()
  const { compose } = await openComposer()
  const means = { compose, configuration, templates: value.templates, webhooks: value.webhooks }
  const found = new Map<string, Foreseen>()
  for (const { issue, event } of happenings) {
    // Composing takes time, in which nobody else would have a turn.
    await turn()
    const type = typeOf(configuration, issue)
    const snapshot = { issue, type, configuration, event, now: event.at, timeZone: ctx.settings.timeZone }
    for (const { rule, actions } of evaluate(value.compiled, snapshot).fired) {
      const done = await wouldDoAll(ctx, means, issue, event, actions)
      for (const [place, { problem, messages }] of done.entries()) {
        const action = actions[place]
        if (!action) continue
        const key = `${rule.id}:${place}`
        const before = found.get(key) ?? none({ id: rule.id, name: rule.name }, place, action)
        // Mail to some of its recipients leaves although others cannot get it.
        const isInVain = problem !== null && messages.length === 0
        found.set(key, {
          ...before,
          count: before.count + (isInVain ? 0 : 1),
          messages: before.messages + messages.length,
          inVain: before.inVain + (isInVain ? 1 : 0),
        })
      }
    }
  }
  return [...found.values()]
}

function none(rule: Foreseen['rule'], place: number, action: Action): Foreseen {
  return { rule, place, action, count: 0, messages: 0, inVain: 0 }
}
