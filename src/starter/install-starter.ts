import { recordAudit } from '../audit/index.ts'
import { newId, SYSTEM } from '../base/index.ts'
import { type Company, NO_COMPANY } from '../company/index.ts'
import { beginConfigurationChange, type Ctx, insertField, insertIssueType } from '../issue-types/index.ts'
import { insertTemplate } from '../messages/index.ts'
import { insertRule } from '../rules/index.ts'
import { STARTER_FIELDS } from './fields.ts'
import { STARTER_TEMPLATES } from './messages/index.ts'
import { STARTER_RULES } from './rules.ts'
import { STARTER_TYPES } from './types/index.ts'

/**
 * Gives a new store its starter configuration: fields, issue types with steps, views and status pages, message templates
 * and the rules that send them. Does nothing where a store has been set up before, whatever was changed since.
 */
export async function installStarter(ctx: Ctx, company: Company = NO_COMPANY): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const present = await tx.query.selectFrom('company').select('id').executeTakeFirst()
    if (present) return false
    await beginConfigurationChange(tx)
    await tx.query
      .insertInto('company')
      .values({ id: 1, content: JSON.stringify(company), version: 1 })
      .execute()
    for (const [position, field] of STARTER_FIELDS.entries()) {
      await insertField(ctx, tx, { fieldByKey: new Map(), fields: STARTER_FIELDS.slice(0, position) }, field)
    }
    for (const [position, type] of STARTER_TYPES.entries()) {
      const before = { typeByKey: new Map(), typeByPage: new Map(), types: [] }
      await insertIssueType(ctx, tx, before, { ...type, position })
    }
    for (const template of STARTER_TEMPLATES) await insertTemplate(ctx, tx, template)
    for (const rule of STARTER_RULES) await insertRule(ctx, tx, { ...rule, id: newId(ctx.clock()) })
    const after = { types: STARTER_TYPES.map((type) => type.key) }
    await recordAudit(tx, ctx.clock(), {
      actor: SYSTEM,
      action: 'starter.installed',
      target: 'configuration',
      after,
    })
    return true
  })
}
