import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { etagOf, matches } from '../base/index.ts'
import type { Company } from '../company/index.ts'
import { type App, type Guard, problems, sendTagged } from '../http/index.ts'
import { beginConfigurationChange } from './configuration.ts'
import type { Ctx } from './context.ts'
import { textsSchema } from './schemas.ts'

const https = z.union([
  z.literal(''),
  z.url({ protocol: /^https$/, error: 'an https address is needed' }).max(500),
])
const companySchema = z.strictObject({
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
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const tags = ['Company']
  app.get(
    '/company',
    {
      onRequest: guard.allow('issues:read'),
      schema: { tags, response: { 200: companySchema, ...problems() } },
    },
    async (request, reply) => {
      const { company } = await ctxOf(request).configuration.current()
      return sendTagged(request, reply, etagOf(company), { ...company })
    },
  )
  app.put(
    '/company',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        body: companySchema,
        response: { 200: companySchema, ...problems('invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      await setCompany(ctxOf(request), request.body, request.headers['if-match'])
      return sendTagged(request, reply, etagOf(request.body), request.body)
    },
  )
}

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
    const entry = { actor: ctx.actor, action: 'company.changed', target: 'company', before, after: company }
    await recordAudit(tx, ctx.clock(), entry)
  })
}
