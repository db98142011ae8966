import type { InputError, Settings } from '../base/index.ts'
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
import { type CompiledRules, compileRules } from './evaluate.ts'
import { loadRules } from './rule-queries.ts'
import type { Rule, RuleContent } from './rule.ts'

/** All rules as one configuration has them, ready to be evaluated, with the templates and webhooks that they send by. */
export type Rules = {
  all: readonly Rule[]
  compiled: CompiledRules
  templates: Templates
  webhooks: readonly Webhook[]
  against: RuleSurroundings
  /** What a rule names in vain since something else was deleted; none for a sound rule. */
  problemsOf: (rule: Sound<RuleContent>) => InputError[]
}

export type RuleBook = ByVersion<Rules>

export function openRuleBook(db: Database, configurations: ConfigurationCache, settings: Settings): RuleBook {
  return openByVersion(db, configurations, async (query, configuration) => {
    const templates = await loadTemplates(query)
    const webhooks = await loadWebhooks(query)
    return rulesOf(await loadRules(query), { templates, webhooks }, configuration, settings)
  })
}

function rulesOf(
  all: readonly Rule[],
  { templates, webhooks }: Pick<Rules, 'templates' | 'webhooks'>,
  configuration: Configuration,
  { defaultCountry }: Settings,
): Rules {
  const against = {
    configuration,
    templateKeys: new Set(templates.keys()),
    webhookIds: new Set(webhooks.map(({ id }) => id)),
    defaultCountry,
  }
  return {
    all,
    compiled: compileRules(all, against),
    templates,
    webhooks,
    against,
    problemsOf: (rule) => checkRule(rule, against),
  }
}
