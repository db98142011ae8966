export { checkRule, type RuleSurroundings } from './check-rule.ts'
export { type Comparison, type Condition, type Operator, OPERATORS } from './condition.ts'
export {
  type BrokenRule,
  type CompiledRules,
  compileRules,
  evaluate,
  type FiredRule,
} from './evaluate.ts'
export type { Snapshot } from './facts.ts'
export { foresee, type Foreseen } from './foresee.ts'
export { issueAsOf } from './issue-as-of.ts'
export {
  type Action,
  type Recipient,
  recipientsOf,
  type Rule,
  type RuleContent,
  type Trigger,
  type TriggerKind,
  TRIGGERS,
} from './rule.ts'
export { ruleBodySchema } from './schemas.ts'
export { insertRule, rulesNaming } from './edit-rules.ts'
export { openRuleBook, type RuleBook } from './rule-book.ts'
export { rearming } from './rearm.ts'
export { openRunTime, type RunTime } from './run-time.ts'
export { restoreRule } from './restore-rule.ts'
export { ruleRoutes } from './rule-routes.ts'
export { ruleWritingRoutes } from './writing-routes.ts'
export { openRunRules, type RunRules } from './run-rules.ts'
export { loadRules, sweepRuleRuns } from './rule-queries.ts'
export { longestWait } from './waiting-events.ts'
export { longestOverdue } from './waiting-timers.ts'
export { sendsLink } from './sends-link.ts'
export { staffTemplates } from './staff-templates.ts'
