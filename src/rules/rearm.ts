import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { type Configuration, type Ctx, holdConfiguration, TIMERS_JOB } from '../issue-types/index.ts'
import { holdIssueById, typeOf } from '../issues/index.ts'
import { startJob, type Walk } from '../jobs/index.ts'
import { keepTimer, readTimer, setAtOf } from './issue-timers.ts'
import { lookAt, momentsOf } from './moments.ts'
import type { RuleBook } from './rule-book.ts'
import type { Rule } from './rule.ts'
import { timeSpecOf } from './time-spec.ts'

type Armed = Pick<Rule, 'enabled' | 'issueType' | 'trigger'>

/** Whether a changed rule goes on to wait for what it waited for. */
export function isArmedAlike(before: Armed, after: Armed): boolean {
  const what = ({ enabled, issueType, trigger }: Armed) => [enabled, issueType, trigger]
  return isDeepStrictEqual(what(before), what(after))
}

/** Has all issues that a rule concerns looked at, where time starts it differently than before. */
export async function rearmFor(
  tx: Tx,
  configuration: Configuration,
  at: number,
  before: Armed | null,
  after: Armed | null,
): Promise<void> {
  if (before && after && isArmedAlike(before, after)) return
  // Schedules are looked up by who goes by them.
  if ([before, after].some((rule) => rule?.trigger.on === 'schedule')) tx.signal('timers')
  const waiting = [before, after].filter((rule) => rule?.enabled && timeSpecOf(rule.trigger))
  const types = new Set(waiting.map((rule) => configuration.typeByKey.get(rule?.issueType ?? '')?.id ?? null))
  if (types.has(null)) return startJob(tx, { kind: TIMERS_JOB, typeId: null, at })
  for (const typeId of types) await startJob(tx, { kind: TIMERS_JOB, typeId, at })
}

/** Sets anew when issues are looked at, after the rules that time starts changed. */
export function rearming(ctx: Ctx, book: RuleBook): Walk {
  return async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const { specsOf } = await book.held(tx, configuration)
    return async (issueId) => {
      try {
        const issue = await holdIssueById(tx, issueId)
        const specs = specsOf(typeOf(configuration, issue).key)
        const moments = momentsOf(issue, specs, ctx.settings.timeZone)
        const { at: was, since, fired } = await readTimer(tx, issueId)
        const now = ctx.clock()
        const sight = { fired, setAt: setAtOf(issue, now), since, until: now }
        const { fire, next } = lookAt(moments, sight)
        const at = fire.length > 0 ? now : next
        if (at === was) return false
        await keepTimer(tx, issueId, { at, since, fired })
        return true
      } catch (error) {
        // Erased after the batch was put together.
        if (error instanceof Refusal && error.code === 'not-found') return false
        throw error
      }
    }
  }
}
