import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { etagOf } from '../base/index.ts'
import { type App, type Guard, noContent, problems, sendTagged } from '../http/index.ts'
import {
  CATEGORIES,
  type Ctx,
  FIELD_TYPES,
  FORMULA_RESULTS,
  STAGES,
  TURNS,
  VERIFICATIONS,
} from '../issue-types/index.ts'
import { representWorkplace, type WorkplaceSource } from './represent.ts'

const texts = z.record(z.string(), z.string()).describe('By language tag')
const view = z.array(z.object({ field: z.string(), label: texts.nullable() }))
const stepSchema = z.object({
  key: z.string(),
  name: texts,
  publicName: texts,
  category: z.enum(CATEGORIES),
  stage: z.enum(STAGES),
  turn: z.enum(TURNS),
  colour: z.string().nullable(),
  hidden: z.boolean(),
  pauses: z.boolean(),
  required: z.array(z.string()).describe('Fields that must have a value before an issue may enter'),
  next: z.array(z.string()),
})
const workplaceSchema = z.object({
  defaultLocale: z.string(),
  defaultCountry: z.string(),
  timeZone: z.string(),
  types: z.array(
    z.object({
      key: z.string(),
      name: texts,
      steps: z.array(stepSchema),
      views: z.object({ list: view, detail: view, form: view }),
      statusPage: z.object({ enabled: z.boolean(), verification: z.enum(VERIFICATIONS) }),
    }),
  ),
  fields: z.array(
    z.object({
      key: z.string(),
      type: z.enum(FIELD_TYPES),
      label: texts,
      filterable: z.boolean(),
      options: z.array(z.object({ key: z.string(), label: texts })),
      result: z.enum(FORMULA_RESULTS).nullable().describe('Of a computed field'),
    }),
  ),
  users: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      active: z.boolean(),
      handles: z.boolean().describe('Whether their role lets them change issues'),
    }),
  ),
  templates: z.array(
    z.object({
      key: z.string(),
      channel: z.enum(['email', 'sms']),
      name: z.string(),
      forStaff: z
        .boolean()
        .describe('Whether rules send it to people of the shop only: no message for a customer'),
    }),
  ),
})

/** `/workplace`: types, fields, people and templates in one answer that changes only with the configuration. */
export function workplaceRoutes(
  app: App,
  deps: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; current: () => Promise<WorkplaceSource> },
): void {
  app.get(
    '/workplace',
    {
      onRequest: deps.guard.allow('issues:read'),
      schema: { tags: ['Issues'], response: { 200: workplaceSchema, 304: noContent, ...problems() } },
    },
    async (request, reply) => {
      const body = representWorkplace(deps.ctxOf(request).settings, await deps.current())
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
}
