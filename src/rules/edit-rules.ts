import { recordAudit } from '../audit/index.ts'
import { etagOf, type InputError, matches, newId, notFound, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { beginConfigurationChange, type Configuration, type Ctx } from '../issue-types/index.ts'
import { loadTemplates } from '../messages/index.ts'
import { loadWebhooks } from '../webhooks/index.ts'
import { checkRule } from './check-rule.ts'
import { isArmedAlike, rearmFor } from './rearm.ts'
import { forgetRuns, loadRules, ruleColumns } from './rule-queries.ts'
import type { Condition } from './condition.ts'
import { listOf, type Rule, type RuleContent } from './rule.ts'

/** A rule as it comes in; without a position it comes last, or stays where it is. */
export type RuleInput = Omit<RuleContent, 'position'> & { position?: number | undefined }

/** @throws Refusal `invalid-input` naming everything that the rule refers to in vain. */
export async function createRule(ctx: Ctx, input: RuleInput, id = newId(ctx.clock())): Promise<Rule> {
  return ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const last = (await loadRules(tx.query)).at(-1)
    const rule = {
      ...input,
      id,
      position: input.position ?? (last ? last.position + 1 : 0),
    }
    refuseIfInvalid(await problemsOf(ctx, tx, configuration, rule))
    await insertRule(ctx, tx, rule)
    await rearmFor(tx, configuration, ctx.clock(), null, rule)
    await audit(ctx, tx, 'business-rule.created', null, rule)
    return rule
  })
}

export async function insertRule(ctx: Ctx, tx: Tx, rule: Rule): Promise<void> {
  const now = ctx.clock()
  await tx.query
    .insertInto('business_rules')
    .values({
      id: rule.id,
      ...ruleColumns(rule),
      armed_at: now,
      version: 1,
      created_at: now,
      changed_at: now,
    })
    .execute()
}

export async function editRule(ctx: Ctx, id: string, input: RuleInput, ifMatch?: string): Promise<Rule> {
  return ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = await ruleIn(tx, id)
    matches(ifMatch, ruleTag(before, await problemsOf(ctx, tx, configuration, before)))
    const after = { ...input, id, position: input.position ?? before.position }
    refuseIfInvalid(await problemsOf(ctx, tx, configuration, after))
    await tx.query
      .updateTable('business_rules')
      .set((eb) => ({
        ...ruleColumns(after),
        ...(isArmedAlike(before, after) ? {} : { armed_at: ctx.clock() }),
        version: eb('version', '+', 1),
        changed_at: ctx.clock(),
      }))
      .where('id', '=', id)
      .execute()
    await rearmFor(tx, configuration, ctx.clock(), before, after)
    await audit(ctx, tx, 'business-rule.changed', before, after)
    return after
  })
}

export async function deleteRule(ctx: Ctx, id: string, ifMatch?: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const rule = await ruleIn(tx, id)
    matches(ifMatch, ruleTag(rule, await problemsOf(ctx, tx, configuration, rule)))
    await tx.query.deleteFrom('business_rules').where('id', '=', id).execute()
    await rearmFor(tx, configuration, ctx.clock(), rule, null)
    await audit(ctx, tx, 'business-rule.deleted', rule, null)
  })
  await forgetRuns(ctx.db, (runs) => runs.where('rule_id', '=', id))
}

async function ruleIn(tx: Tx, id: string): Promise<Rule> {
  const rule = (await loadRules(tx.query)).find((candidate) => candidate.id === id)
  if (!rule) throw notFound('business rule')
  return rule
}

async function problemsOf(ctx: Ctx, tx: Tx, configuration: Configuration, rule: Rule): Promise<InputError[]> {
  const templateKeys = new Set((await loadTemplates(tx.query)).keys())
  const webhookIds = new Set((await loadWebhooks(tx.query)).map(({ id }) => id))
  const { defaultCountry } = ctx.settings
  return checkRule(rule, { configuration, templateKeys, webhookIds, defaultCountry })
}

/** The entity tag of a rule: it changes with the rule, and when it breaks or is mended. */
export function ruleTag(rule: Rule, problems: readonly InputError[]): string {
  return etagOf([rule, problems])
}

const NAMED = { field: fieldsIn, template: templatesIn, webhook: webhooksIn }

/** The rules that name a field, a template or a webhook, in words for whoever wants to delete it. */
export async function rulesNaming(tx: Tx, what: keyof typeof NAMED, key: string): Promise<string[]> {
  const names = NAMED[what]
  const rules = await loadRules(tx.query)
  return rules.filter((rule) => names(rule).has(key)).map((rule) => `business rule ${rule.name}`)
}

function fieldsIn({ trigger, condition, actions }: Rule): Set<string> {
  const set = actions.flatMap((action) => (action.do === 'set' ? [action.field] : []))
  const changed = trigger.on === 'issue.field-changed' ? (listOf(trigger.field) ?? []) : []
  return new Set([...set, ...changed, ...(condition ? comparedIn(condition) : [])])
}

function comparedIn(condition: Condition): string[] {
  return condition.rules.flatMap((rule) => ('rules' in rule ? comparedIn(rule) : [rule.field]))
}

function templatesIn({ actions }: Rule): Set<string> {
  return new Set(actions.flatMap((action) => (action.do === 'send' ? [action.template] : [])))
}

function webhooksIn({ actions }: Rule): Set<string> {
  return new Set(actions.flatMap((action) => (action.do === 'webhook' ? [action.webhook] : [])))
}

async function audit(
  ctx: Ctx,
  tx: Tx,
  action: string,
  before: Rule | null,
  after: Rule | null,
): Promise<void> {
  const target = `business-rule:${(after ?? before)?.id}`
  await recordAudit(tx, ctx.clock(), {
    actor: ctx.actor,
    restores: ctx.restores,
    action,
    target,
    before,
    after,
  })
}
