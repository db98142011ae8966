import { emailKey, type InputError, isTimeZone } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration, IssueType } from '../issue-types/index.ts'
import { checkValue } from '../issues/index.ts'
import { ROLES, userOf, type Users } from '../staff/index.ts'
import type { Test } from './comparison-tests.ts'
import { BUILT_IN_CONDITION_FIELDS, changeableFields, type Scope, stepKeys } from './condition-fields.ts'
import type { Source } from './facts.ts'
import { readCondition } from './read-condition.ts'
import type { Action, Duration, OneOrMore, Recipient, RuleContent } from './rule.ts'
import { cronProblem } from './cron.ts'
import { DURATION_NEEDED, lengthOf } from './duration.ts'

/** What rules are checked against. */
export type RuleSurroundings = {
  configuration: Pick<Configuration, 'types' | 'typeByKey' | 'fields' | 'fieldByKey'> & Users
  /** Keys of the message templates that there are. */
  templateKeys: ReadonlySet<string>
  webhookIds: ReadonlySet<string>
  /** ISO 3166-1 alpha-2; for phone numbers without a country code. */
  defaultCountry: string
}

/**
 * Everything in a rule that does not fit what there is: each reference that leads nowhere, each operator and value that
 * does not fit its field. Run on a stored rule it says why the rule is broken.
 */
export function checkRule(rule: Sound<RuleContent>, surroundings: RuleSurroundings): InputError[] {
  return readRule(rule, surroundings, new Map()).errors
}

/** As {@link checkRule}, with the condition ready to be asked; `sources` are shared by rules that are read together. */
export function readRule(
  rule: Sound<RuleContent>,
  surroundings: RuleSurroundings,
  sources: Map<string, Source>,
): { errors: InputError[]; test: Test | null; type: IssueType | null } {
  const { configuration } = surroundings
  const errors: InputError[] = []
  const type = configuration.typeByKey.get(rule.issueType ?? '') ?? null
  if (typeof rule.issueType === 'string' && !type) {
    const known = configuration.types.map((one) => one.key).join(', ')
    errors.push({
      path: 'issueType',
      message: `there is no issue type ${rule.issueType}; known are ${known || 'none'}`,
    })
  }
  const { trigger } = rule
  const internal = trigger?.on === 'message.received' && trigger.internal === true
  const scope: Scope = { ...surroundings, type, trigger: trigger?.on, internal, sources }
  checkTrigger(trigger, scope, errors)
  errors.push(...checkTime(trigger))
  const test = rule.condition ? readCondition(rule.condition, scope, errors) : null
  rule.actions?.forEach((action, index) => {
    if (!action) return
    for (const { path, message } of checkAction(action, scope, surroundings)) {
      errors.push({ path: [`actions.${index}`, path].filter(Boolean).join('.'), message })
    }
  })
  return { errors, test, type }
}

function checkTrigger(
  trigger: Sound<RuleContent['trigger']> | undefined,
  scope: Scope,
  errors: InputError[],
): void {
  const check = (
    member: string,
    named: Sound<OneOrMore> | undefined,
    known: readonly string[],
    problem: (key: string) => string,
  ) => {
    const keys = typeof named === 'string' ? [named] : (named ?? [])
    keys.forEach((key, index) => {
      if (key === undefined || known.includes(key)) return
      const path = ['trigger', member, ...(typeof named === 'string' ? [] : [index])].join('.')
      errors.push({ path, message: problem(key) })
    })
  }
  if (trigger?.on === 'issue.step-changed') {
    const steps = stepKeys(scope)
    check('from', trigger.from, steps, (key) => noStep(key, scope))
    check('to', trigger.to, steps, (key) => noStep(key, scope))
  }
  if (trigger?.on === 'issue.field-changed') {
    check(
      'field',
      trigger.field,
      changeableFields(scope.configuration),
      (key) => `there is no field ${key} that can change`,
    )
  }
}

/** What is wrong with when time starts a rule. */
function checkTime(trigger: Sound<RuleContent['trigger']> | undefined): InputError[] {
  const wrong = (member: string, message: string): InputError[] => [{ path: `trigger.${member}`, message }]
  const duration = (member: string, value: Duration | undefined) =>
    value === undefined || lengthOf(value) ? [] : wrong(member, DURATION_NEEDED)
  switch (trigger?.on) {
    case 'deadline.near': {
      const length = trigger.before === undefined ? null : lengthOf(trigger.before)
      if (length && 'minutes' in length && trigger.at !== undefined)
        return wrong('at', 'only where before is in days')
      return duration('before', trigger.before)
    }
    case 'deadline.passed':
      return duration('after', trigger.after)
    case 'waiting.for-customer':
      return duration('for', trigger.for)
    case 'schedule': {
      const { cron, timeZone } = trigger
      const zone = timeZone === undefined || isTimeZone(timeZone) ? [] : wrong('timeZone', ZONE_NEEDED)
      const problem = cron === undefined ? null : cronProblem(cron)
      return [...zone, ...(problem === null ? [] : wrong('cron', problem))]
    }
    default:
      return []
  }
}

const ZONE_NEEDED = 'an IANA time zone is needed, like Europe/Prague'

function noStep(key: string, { type }: Scope): string {
  return type ? `there is no step ${key} in ${type.key}` : `there is no step ${key} in any issue type`
}

function checkAction(action: Sound<Action>, scope: Scope, surroundings: RuleSurroundings): InputError[] {
  const wrong = (path: string, message: string): InputError[] => [{ path, message }]
  switch (action.do) {
    case 'send': {
      const { template } = action
      const missing =
        template === undefined || surroundings.templateKeys.has(template)
          ? []
          : wrong('template', `there is no message template ${template}`)
      return [...missing, ...checkRecipients(action.to)]
    }
    case 'move':
      return action.to === undefined || stepKeys(scope).includes(action.to)
        ? []
        : wrong('to', noStep(action.to, scope))
    case 'set':
      return action.field === undefined ? [] : checkSet(action.field, action.value, surroundings)
    case 'assign':
      return typeof action.to !== 'string' || userOf(scope.configuration, action.to)?.active
        ? []
        : wrong('to', 'the id or e-mail of an active user is needed, or null')
    case 'webhook':
      return action.webhook === undefined || surroundings.webhookIds.has(action.webhook)
        ? []
        : wrong('webhook', `there is no webhook ${action.webhook}`)
    default:
      return []
  }
}

function checkRecipients(to: Sound<Recipient | readonly Recipient[]> | undefined): InputError[] {
  if (Array.isArray(to)) {
    return to.flatMap((one: Sound<Recipient> | undefined, index) =>
      checkRecipient(one).map(({ path, message }) => ({ path: `to.${index}.${path}`, message })),
    )
  }
  return checkRecipient(to as Sound<Recipient>).map(({ path, message }) => ({ path: `to.${path}`, message }))
}

function checkRecipient(to: Sound<Recipient> | undefined): InputError[] {
  if (typeof to !== 'object') return []
  if ('role' in to && to.role !== undefined && !ROLES.includes(to.role)) {
    return [{ path: 'role', message: `there is no role ${to.role}; known are ${ROLES.join(', ')}` }]
  }
  if ('address' in to && to.address !== undefined && emailKey(to.address) === null) {
    return [{ path: 'address', message: 'the address of one mailbox like jana@example.com is needed' }]
  }
  return []
}

function checkSet(
  key: string,
  value: unknown,
  { configuration, defaultCountry }: RuleSurroundings,
): InputError[] {
  const wrong = (path: string, message: string): InputError[] => [{ path, message }]
  if (BUILT_IN_CONDITION_FIELDS.some((builtIn) => builtIn.key === key)) {
    return wrong('field', `${key} is a built-in field; only own fields can be set`)
  }
  const field = configuration.fieldByKey.get(key)
  if (!field) return wrong('field', `there is no field ${key}`)
  if (field.type === 'computed') return wrong('field', `${key} is computed and cannot be set`)
  const result = checkValue(field, value ?? null, defaultCountry, configuration)
  if ('errors' in result) {
    return result.errors.map(({ path, message }) => ({
      path: ['value', path].filter(Boolean).join('.'),
      message,
    }))
  }
  return field.type === 'file' && result.value !== null
    ? wrong('value', 'a rule cannot name an attachment; null takes the value away')
    : []
}
