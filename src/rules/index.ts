export { type Comparison, type Condition, type Operator } from './condition.ts'
export {
  type Action,
  type Recipient,
  type Rule,
  type RuleContent,
  type Trigger,
  type TriggerKind,
} from './rule.ts'
export { ruleBodySchema } from './schemas.ts'
