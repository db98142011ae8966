import { recordAudit } from '../audit/index.ts'
import { holdConfigurationVersion } from '../db/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import type { Content } from './content.ts'
import { loadContent } from './load-content.ts'

/** The whole configuration as one file holds it; that it was read is recorded. */
export async function exportConfiguration(ctx: Ctx): Promise<Content> {
  return ctx.db.transaction(async (tx) => {
    await holdConfigurationVersion(tx)
    const content = await loadContent(tx.query)
    const now = ctx.clock()
    await recordAudit(tx, now, {
      actor: ctx.actor,
      action: 'configuration.exported',
      target: 'configuration',
    })
    const { format, formatVersion, exportedAt: _at, ...rest } = content
    return { format, formatVersion, exportedAt: new Date(now).toISOString(), ...rest }
  })
}
