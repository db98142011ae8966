import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { etagOf, matches } from '../base/index.ts'
import type { Company } from '../company/index.ts'
import { type App, type Guard, resourceRoutes, tagged } from '../http/index.ts'
import { beginConfigurationChange } from './configuration.ts'
import type { Ctx } from './context.ts'
import { textsSchema } from './schemas.ts'

const https = z.union([
  z.literal(''),
  z.url({ protocol: /^https$/, error: 'an https address is needed' }).max(500),
])
export const companySchema = z.strictObject({
  name: z.string().max(120).default(''),
  imprint: z.string().max(300).default('').describe('Registered name and address, one line'),
  phone: z
    .string()
    .regex(/^(\+\d{8,15})?$/, 'a number like +420555010203 is needed')
    .default(''),
  phoneHours: textsSchema(200).default({}),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  website: https.default(''),
  privacyUrl: https.default(''),
})

/** `/company`: who runs the installation, as customers read it at the head and foot of pages. */
export function companyRoutes(
  app: App,
  deps: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const show = async (ctx: Ctx) => tagged({ ...(await ctx.configuration.current()).company })
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/company',
    tag: 'Company',
    params: z.object({}),
    body: companySchema,
    shown: companySchema,
    show,
    replace: async (ctx, _params, company, ifMatch) => {
      await setCompany(ctx, company, ifMatch)
      return show(ctx)
    },
  })
}

/** Sets who runs the installation. */
export async function setCompany(ctx: Ctx, company: Company, ifMatch?: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = (await beginConfigurationChange(tx)).company
    matches(ifMatch, etagOf(before))
    const content = JSON.stringify(company)
    await tx.query
      .insertInto('company')
      .values({ id: 1, content, version: 1 })
      .onConflict((oc) =>
        oc.column('id').doUpdateSet((eb) => ({ content, version: eb('company.version', '+', 1) })),
      )
      .execute()
    const entry = {
      actor: ctx.actor,
      restores: ctx.restores,
      action: 'company.changed',
      target: 'company',
      before,
      after: company,
    }
    await recordAudit(tx, ctx.clock(), entry)
  })
}
