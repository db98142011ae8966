import type { InputError } from '../base/index.ts'
import type { Test } from './comparison-tests.ts'
import { changedFields } from './condition-fields.ts'
import { readRule, type RuleSurroundings } from './check-rule.ts'
import { factsOf, type Snapshot, type Source } from './facts.ts'
import { type Action, listOf, type Rule } from './rule.ts'
import { ruleBodySchema } from './schemas.ts'
import { timeSpecOf } from './time-spec.ts'

/** A rule that cannot be evaluated, and why. */
export type BrokenRule = { rule: Rule; problems: readonly InputError[] }
export type FiredRule = { rule: Rule; actions: readonly Action[] }

type ReadRule = BrokenRule & {
  startsOn: (data: Snapshot['event']['data']) => boolean
  test: Test | null
}

/** Rules made ready for one configuration. */
export type CompiledRules = {
  /** Enabled or not, in their order. */
  broken: readonly BrokenRule[]
  /** Those that are enabled and of a right shape, broken or not. */
  enabled: readonly Rule[]
  /** The enabled ones by kind of event, then by key of the issue type; `''` is any type that is not there. */
  byTrigger: ReadonlyMap<string, ReadonlyMap<string, readonly ReadRule[]>>
}

/** By id of a rule: since when it waits for what time brings, UTC milliseconds; always where it is not there. */
export type ArmedAt = ReadonlyMap<string, number>

/**
 * Makes rules ready to be evaluated many times, and finds those that are broken: of a wrong shape, or naming what is not
 * there any more. Whatever is stored, it does not throw.
 */
export function compileRules(
  rules: readonly Rule[],
  surroundings: RuleSurroundings,
  armedAt: ArmedAt = new Map(),
): CompiledRules {
  const sources = new Map<string, Source>()
  const inOrder = rules.toSorted(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  const broken: BrokenRule[] = []
  const enabled: Rule[] = []
  const byTrigger = new Map<string, Map<string, ReadRule[]>>()
  const typeKeys = ['', ...surroundings.configuration.types.map((type) => type.key)]
  for (const rule of inOrder) {
    const misshapen = shapeProblems(rule)
    if (misshapen.length > 0) {
      broken.push({ rule, problems: misshapen })
      continue
    }
    const { errors, test } = readRule(rule, surroundings, sources)
    if (errors.length > 0) broken.push({ rule, problems: errors })
    if (!rule.enabled) continue
    enabled.push(rule)
    const read: ReadRule = {
      rule,
      problems: errors,
      startsOn: startOf(rule, armedAt.get(rule.id) ?? 0),
      test,
    }
    const byType = byTrigger.get(rule.trigger.on) ?? new Map<string, ReadRule[]>()
    byTrigger.set(rule.trigger.on, byType)
    for (const key of typeKeys) {
      if (rule.issueType !== null && rule.issueType !== key) continue
      const ofType = byType.get(key) ?? []
      ofType.push(read)
      byType.set(key, ofType)
    }
  }
  return { broken, enabled, byTrigger }
}

const NONE: ReadonlySet<string> = new Set()
const NO_RULES: ReadonlyMap<string, readonly ReadRule[]> = new Map()

/**
 * The rules that fire for an event, in their order, with what they ask for; and the broken ones that the event would
 * have started, which nobody may pass over in silence. A rule that stops ends the list. `excluded` are ids of rules that
 * do not fire: those that fired already in the chain of events that led here.
 */
export function evaluate(
  compiled: CompiledRules,
  snapshot: Snapshot,
  excluded: ReadonlySet<string> = NONE,
): { fired: readonly FiredRule[]; broken: readonly BrokenRule[] } {
  const byType = compiled.byTrigger.get(snapshot.event.kind) ?? NO_RULES
  const facts = factsOf(snapshot)
  const fired: FiredRule[] = []
  const broken: BrokenRule[] = []
  for (const read of byType.get(snapshot.type.key) ?? byType.get('') ?? []) {
    const { rule, problems, test } = read
    if (excluded.has(rule.id) || !read.startsOn(snapshot.event.data)) continue
    if (problems.length > 0) {
      broken.push({ rule, problems })
      continue
    }
    if (test && !test(facts)) continue
    fired.push({ rule, actions: rule.actions })
    if (rule.stop) break
  }
  return { fired, broken }
}

/** What is wrong with a stored rule before its content is looked at. */
function shapeProblems(rule: Rule): InputError[] {
  const { name, enabled, issueType, trigger, condition, actions, stop, once, position } = rule
  const content = { name, enabled, issueType, trigger, condition, actions, stop, once, position }
  const { error } = ruleBodySchema.safeParse(content)
  return (error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Whether an event of the trigger's kind starts the rule. */
function startOf({ id, trigger }: Rule, armedAt: number): ReadRule['startsOn'] {
  switch (trigger.on) {
    case 'issue.step-changed': {
      const [from, to] = [listOf(trigger.from), listOf(trigger.to)]
      return (data) => isAmong(from, data['from']) && isAmong(to, data['to'])
    }
    case 'issue.field-changed': {
      const fields = listOf(trigger.field)
      return (data) => fields === null || changedFields(data).some((field) => fields.includes(field))
    }
    case 'message.received':
      return (data) =>
        (trigger.internal === true || data['internal'] !== true) &&
        (trigger.from === undefined || trigger.from === data['from'])
    case 'issue.created':
    case 'attachment.added':
      return () => true
    case 'schedule':
      return (data) => data['rule'] === id
    case 'deadline.near':
    case 'deadline.passed':
    case 'waiting.for-customer': {
      const told = Object.entries(timeSpecOf(trigger)?.told ?? {})
      // Others may have waited for the same before this rule did.
      const isArmed = ({ moment }: Snapshot['event']['data']) =>
        typeof moment !== 'number' || moment >= armedAt
      return (data) => told.every(([member, value]) => data[member] === value) && isArmed(data)
    }
  }
}

function isAmong(keys: readonly string[] | null, key: unknown): boolean {
  return keys === null || (typeof key === 'string' && keys.includes(key))
}
