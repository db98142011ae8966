import { type InputError, isTimeZone, kept, type Settings } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Database } from '../db/index.ts'
import {
  type ByVersion,
  type Configuration,
  type ConfigurationCache,
  openByVersion,
} from '../issue-types/index.ts'
import { loadTemplates, type Templates } from '../messages/index.ts'
import { loadWebhooks, type Webhook } from '../webhooks/index.ts'
import { checkRule, type RuleSurroundings } from './check-rule.ts'
import { cronProblem } from './cron.ts'
import { type ArmedAt, type CompiledRules, compileRules } from './evaluate.ts'
import { loadArmedAt, loadRules } from './rule-queries.ts'
import type { Rule, RuleContent } from './rule.ts'
import { type ArmedSpec, timeSpecOf } from './time-spec.ts'

/** All rules as one configuration has them, ready to be evaluated, with the templates and webhooks that they send by. */
export type Rules = {
  all: readonly Rule[]
  compiled: CompiledRules
  templates: Templates
  webhooks: readonly Webhook[]
  /** What time starts for issues of a type. */
  specsOf: (typeKey: string) => readonly ArmedSpec[]
  schedules: readonly Schedule[]
  armedAt: ArmedAt
  against: RuleSurroundings
  /** What a rule names in vain since something else was deleted; none for a sound rule. */
  problemsOf: (rule: Sound<RuleContent>) => InputError[]
}

/** A rule that goes by the clock. The times of one that is broken pass without it. */
export type Schedule = { rule: Rule; cron: string; timeZone: string; armedAt: number; isBroken: boolean }

export type RuleBook = ByVersion<Rules>

export function openRuleBook(db: Database, configurations: ConfigurationCache, settings: Settings): RuleBook {
  return openByVersion(db, configurations, async (query, configuration) => {
    const templates = await loadTemplates(query)
    const webhooks = await loadWebhooks(query)
    const armedAt = await loadArmedAt(query)
    return rulesOf(await loadRules(query), { armedAt, templates, webhooks }, configuration, settings)
  })
}

function rulesOf(
  all: readonly Rule[],
  { armedAt, templates, webhooks }: Pick<Rules, 'armedAt' | 'templates' | 'webhooks'>,
  configuration: Configuration,
  { defaultCountry, timeZone }: Settings,
): Rules {
  const specs = new Map<string, readonly ArmedSpec[]>()
  const against = {
    configuration,
    templateKeys: new Set(templates.keys()),
    webhookIds: new Set(webhooks.map(({ id }) => id)),
    defaultCountry,
  }
  const compiled = compileRules(all, against, armedAt)
  const broken = new Set(compiled.broken.map(({ rule }) => rule.id))
  const { enabled } = compiled
  return {
    all,
    compiled,
    armedAt,
    specsOf: (typeKey) =>
      kept(specs, typeKey, () =>
        armedSpecs(
          enabled.filter(({ issueType }) => issueType === null || issueType === typeKey),
          armedAt,
        ),
      ),
    schedules: enabled.flatMap((rule) => {
      if (rule.trigger.on !== 'schedule') return []
      const { cron, timeZone: zone = timeZone } = rule.trigger
      if (cronProblem(cron) !== null || !isTimeZone(zone)) return []
      const since = armedAt.get(rule.id) ?? 0
      return [{ rule, cron, timeZone: zone, armedAt: since, isBroken: broken.has(rule.id) }]
    }),
    templates,
    webhooks,
    against,
    problemsOf: (rule) => checkRule(rule, against),
  }
}

/** Rules that wait for the same share a spec, which holds since the first of them was there. */
function armedSpecs(rules: readonly Rule[], armedAt: ArmedAt): ArmedSpec[] {
  const specs = new Map<string, ArmedSpec>()
  for (const { id, trigger } of rules) {
    const spec = timeSpecOf(trigger)
    if (!spec) continue
    const before = specs.get(spec.key)?.armedAt ?? Number.POSITIVE_INFINITY
    const since = Math.min(armedAt.get(id) ?? 0, before)
    specs.set(spec.key, { ...spec, armedAt: since })
  }
  return [...specs.values()]
}
