import { notFound } from '../base/index.ts'
import { type Ctx, type RestoreInput, valid } from '../issue-types/index.ts'
import { createRule, deleteRule, editRule } from './edit-rules.ts'
import { loadRules } from './rule-queries.ts'
import { ruleBodySchema } from './schemas.ts'

/** Puts a business rule back as it was, also one that was deleted; `null` deletes it. */
export async function restoreRule(ctx: Ctx, { key: id, state, ifMatch }: RestoreInput): Promise<void> {
  if (state === null) return deleteRule(ctx, id, ifMatch)
  const { id: _id, ...kept } = state as Record<string, unknown>
  const input = valid(ruleBodySchema, kept)
  const rules = await loadRules(ctx.db.read)
  if (rules.some((rule) => rule.id === id)) await editRule(ctx, id, input, ifMatch)
  else if (ifMatch !== undefined) throw notFound('business rule')
  else await createRule(ctx, input, id)
}
