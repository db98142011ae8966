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
import { checkRule, type RuleSurroundings } from './check-rule.ts'
import { type CompiledRules, compileRules } from './evaluate.ts'
import { loadRules } from './rule-queries.ts'
import type { Rule, RuleContent } from './rule.ts'

/** All rules as one configuration has them, ready to be evaluated, with the templates that they send. */
export type Rules = {
  all: readonly Rule[]
  compiled: CompiledRules
  templates: Templates
  against: RuleSurroundings
  /** What a rule names in vain since something else was deleted; none for a sound rule. */
  problemsOf: (rule: Sound<RuleContent>) => InputError[]
}

export type RuleBook = ByVersion<Rules>

export function openRuleBook(db: Database, configurations: ConfigurationCache, settings: Settings): RuleBook {
  return openByVersion(db, configurations, async (query, configuration) => {
    const templates = await loadTemplates(query)
    return rulesOf(await loadRules(query), templates, configuration, settings)
  })
}

function rulesOf(
  all: readonly Rule[],
  templates: Templates,
  configuration: Configuration,
  { defaultCountry }: Settings,
): Rules {
  const against = { configuration, templateKeys: new Set(templates.keys()), defaultCountry }
  return {
    all,
    compiled: compileRules(all, against),
    templates,
    against,
    problemsOf: (rule) => checkRule(rule, against),
  }
}
