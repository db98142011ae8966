import { recordAudit } from '../audit/index.ts'
import { notFound } from '../base/index.ts'
import { beginConfigurationChange } from './configuration.ts'
import type { Ctx } from './context.ts'
import { checkAsset, pageAssetId } from './page-assets.ts'

const KINDS = ['png', 'webp', 'svg'] as const

/**
 * Sets the logo of whoever runs the installation.
 * @throws Refusal `invalid-input` with what is allowed, `too-large`
 */
export async function setCompanyLogo(ctx: Ctx, name: string, content: Buffer): Promise<void> {
  const { mediaType } = checkAsset(name, content, KINDS)
  const asset = companyLogoId(name, content)
  await ctx.db.transaction(async (tx) => {
    const { logo } = await beginConfigurationChange(tx)
    const now = ctx.clock()
    const row = { asset, name, media_type: mediaType, content, created_at: now }
    await tx.query
      .insertInto('company_logo')
      .values({ id: 1, ...row })
      .onConflict((oc) => oc.column('id').doUpdateSet(row))
      .execute()
    await recordAudit(tx, now, {
      actor: ctx.actor,
      action: 'company-logo.changed',
      target: 'company/logo',
      before: logo && { id: logo.id, name: logo.name },
      after: { id: asset, name },
    })
  })
}

/** The id that a file has as the logo; no key of an issue type holds a colon. */
export function companyLogoId(name: string, content: Buffer): string {
  return pageAssetId('company:logo', name, content)
}

/** @throws Refusal `not-found` where there is none */
export async function deleteCompanyLogo(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { logo } = await beginConfigurationChange(tx)
    if (!logo) throw notFound('logo')
    await tx.query.deleteFrom('company_logo').execute()
    await recordAudit(tx, ctx.clock(), {
      actor: ctx.actor,
      action: 'company-logo.deleted',
      target: 'company/logo',
      before: { id: logo.id, name: logo.name },
    })
  })
}
