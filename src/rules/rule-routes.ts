import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type InputError, invalid, notFound } from '../base/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  namingAll,
  pageOf,
  pageOfAll,
  pageQuerySchema,
  problems,
  resourceRoutes,
  type Sound,
} from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { MAX_EVENTS, dryRun, dryRunOf } from './dry-run.ts'
import { createRule, deleteRule, editRule, ruleTag } from './edit-rules.ts'
import type { RuleBook, Rules } from './rule-book.ts'
import { findRuleRuns } from './rule-queries.ts'
import type { Rule, RuleContent } from './rule.ts'
import { ruleBodySchema } from './schemas.ts'

const ignored = z.unknown().optional().describe('Read-only, ignored')
const bodySchema = ruleBodySchema.extend({ id: ignored, broken: ignored })
const problemSchema = z.object({ path: z.string(), message: z.string() })
const ruleSchema = z.object({
  id: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  issueType: z.string().nullable(),
  trigger: z.looseObject({ on: z.string() }),
  condition: z.unknown(),
  actions: z.array(z.looseObject({ do: z.string() })),
  stop: z.boolean(),
  once: z.boolean(),
  position: z.int(),
  broken: z
    .array(problemSchema)
    .describe('What it names in vain since something else was deleted; it does nothing until that is mended'),
})
const outcomeSchema = z.object({
  do: z.string(),
  result: z.enum(['done', 'skipped', 'failed']),
  because: z.string().nullable(),
  deliveries: z.array(z.string()),
})
const runSchema = z.object({
  id: z.string(),
  issue: z.string(),
  event: z.string(),
  actions: z.array(outcomeSchema),
  at: z.iso.datetime(),
})
const period = {
  from: z.iso.datetime({ offset: true }).optional().describe('30 days ago where it is not given'),
  to: z.iso.datetime({ offset: true }).optional().describe('Now where it is not given'),
}
const dryRunBodySchema = z.strictObject(period).optional()
const draftDryRunBodySchema = z.strictObject({
  ...period,
  rule: bodySchema.describe('As it would be saved'),
})
/** Stands for the id of a rule that has none yet. */
const DRAFT = 'draft'
const messageSchema = z.object({
  to: z.string(),
  locale: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  warnings: z.array(z.object({ kind: z.string(), at: z.string(), message: z.string() })).readonly(),
})
const dryRunSchema = z.object({
  examined: z.int().describe(`Events of the trigger's kind that were looked at, at most ${MAX_EVENTS}`),
  more: z.boolean().describe('Whether there are older ones in the period that were not looked at'),
  fired: z
    .array(
      z.object({
        issue: z.string(),
        event: z.string(),
        kind: z.string(),
        at: z.iso.datetime(),
        actions: z.array(
          z.looseObject({ do: z.string() }).extend({
            problem: z
              .string()
              .nullable()
              .describe('Why nothing would have come of it, as far as that can be told'),
            messages: z.array(messageSchema).describe('What would have left, to whom'),
          }),
        ),
      }),
    )
    .describe('Newest first'),
})

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; rules: RuleBook }

/** `/business-rules`: what happens by itself, and what would have happened. */
export function ruleRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf, rules } = deps
  const tags = ['Business rules']
  const byId = z.object({ id: z.string() })
  const represent = (rule: Rule, { problemsOf }: Rules) => ({
    ...rule,
    trigger: { ...rule.trigger },
    actions: rule.actions.map((action) => ({ ...action })),
    broken: [...problemsOf(rule)],
  })
  const show = async (id: string) => {
    const { value } = await rules.current()
    const rule = value.all.find((candidate) => candidate.id === id)
    if (!rule) throw notFound('business rule')
    return { tag: ruleTag(rule, value.problemsOf(rule)), body: represent(rule, value) }
  }
  const check = async (body: Sound<RuleContent>) => (await rules.current()).value.problemsOf(body)

  app.get(
    '/business-rules',
    {
      onRequest: guard.allow('config:read', { scope: 'issues:read' }),
      schema: {
        tags,
        description: 'In the order in which they run.',
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(ruleSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { value } = await rules.current()
      return pageOfAll(
        request.query,
        value.all,
        (rule) => rule.id,
        (rule) => represent(rule, value),
      )
    },
  )
  app.post(
    '/business-rules',
    {
      onRequest: guard.allow('admin'),
      ...namingAll<z.infer<typeof bodySchema>>('body', (_request, body) => check(body as Sound<RuleContent>)),
      schema: {
        tags,
        body: bodySchema,
        response: { 201: ruleSchema, ...problems('invalid-input') },
      },
    },
    async (request, reply) => {
      const { id: _id, broken: _broken, ...input } = request.body
      const { id } = await createRule(ctxOf(request), input)
      const { tag, body } = await show(id)
      reply.code(201).header('location', `/api/v1/business-rules/${id}`).header('etag', tag)
      return body
    },
  )
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/business-rules/:id',
    tag: 'Business rules',
    params: byId,
    body: bodySchema,
    shown: ruleSchema,
    reads: 'config:read',
    readScope: 'issues:read',
    show: (_ctx, { id }) => show(id),
    replace: async (ctx, { id }, { id: _id, broken: _broken, ...input }, ifMatch) => {
      await editRule(ctx, id, input, ifMatch)
      return show(id)
    },
    check: async (_ctx, { id }, body) => {
      await show(id)
      return check(body)
    },
    remove: (ctx, { id }, ifMatch) => deleteRule(ctx, id, ifMatch),
  })
  app.get(
    '/business-rules/:id/runs',
    {
      onRequest: guard.allow('config:read', { scope: 'issues:read' }),
      schema: {
        tags,
        description: 'When the rule fired and what became of its actions, newest first.',
        params: byId,
        querystring: pageQuerySchema,
        response: { 200: listSchema(runSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      await show(request.params.id)
      const { db } = ctxOf(request)
      return pageOf(
        request.query,
        (before, limit) => findRuleRuns(db, request.params.id, before, limit),
        ({ eventId, actions, at, ...run }) => ({
          ...run,
          event: eventId,
          actions: actions.map((action) => ({ ...action, deliveries: [...action.deliveries] })),
          at: new Date(at).toISOString(),
        }),
      )
    },
  )
  app.post(
    '/business-rules/:id/dry-run',
    {
      onRequest: guard.allow('config:read', { scope: 'issues:read' }),
      schema: {
        tags,
        description:
          'What the rule, switched on or off, would have done in a period: for each event that it would have fired for, its actions, with the messages as they would have left. Changes nothing.',
        params: byId,
        body: dryRunBodySchema,
        response: { 200: dryRunSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => dryRun(ctxOf(request), rules, request.params.id, request.body ?? {}),
  )
  app.post(
    '/dry-runs',
    {
      onRequest: guard.allow('config:read', { scope: 'issues:read' }),
      ...namingAll<z.infer<typeof draftDryRunBodySchema>>('body', async (_request, { rule }) =>
        inRule(rule ? await check(rule as Sound<RuleContent>) : []),
      ),
      schema: {
        tags,
        description: 'As the dry run of a rule, of one that is not saved. Changes nothing.',
        body: draftDryRunBodySchema,
        response: { 200: dryRunSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { rule: draft, ...when } = request.body
      const { id: _id, broken: _broken, ...content } = draft
      const wrong = await check(content)
      if (wrong.length > 0) throw invalid(...inRule(wrong))
      const rule = { ...content, id: DRAFT, position: content.position ?? 0 }
      return dryRunOf(ctxOf(request), rules, rule, when)
    },
  )
}

/** Errors of a rule that stands in the member `rule`. */
function inRule(errors: readonly InputError[]): InputError[] {
  return errors.map(({ path, message }) => ({ path: `rule.${path}`, message }))
}
