import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, type Guard, problems, problemSchema } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { fingerprintOf, foldNumber, keyOf } from '../issues/index.ts'
import { foresee, type RuleBook } from '../rules/index.ts'
import { type BulkChange, changeIssues } from './change-issues.ts'
import { representForeseen } from './represent.ts'
import { tryChanges } from './try-changes.ts'

const MAX_ISSUES = 200

const changeSchema = z
  .strictObject({
    handler: z.string().max(254).nullable().optional().describe('Id or e-mail of a user; null for nobody'),
    to: z.string().max(60).optional().describe('Key of the step that they move to'),
    comment: z.string().max(2000).optional().describe('Of a move, for the history; customers do not see it'),
    values: z
      .record(z.string().max(60), z.unknown())
      .optional()
      .describe('Of a move, what the step asks for, the same in each'),
    fill: z
      .strictObject({
        values: z.record(z.string().max(60), z.unknown()).optional(),
        due: z.string().max(10).optional(),
        handler: z.string().max(254).optional().describe('Id or e-mail of a user'),
      })
      .optional()
      .describe('Of a move, what the step asks for, for those that lack it; the others keep what they have'),
  })
  .refine(
    ({ handler, to }) => (handler === undefined) !== (to === undefined),
    'either handler or to is needed',
  )
  .refine(({ to, comment, values, fill }) => to !== undefined || (comment ?? values ?? fill) === undefined, {
    error: 'comment, values and fill belong to a move',
  })
const bodySchema = z.strictObject({
  issues: z
    .array(z.string().min(1).max(60))
    .min(1)
    .max(MAX_ISSUES)
    .refine(
      (numbers) => new Set(numbers.map((number) => foldNumber(number) ?? number)).size === numbers.length,
      'each number once',
    )
    .describe('Numbers'),
  change: changeSchema,
  dryRun: z.boolean().default(false).describe('Whether only to tell what would happen'),
})
const outcomeSchema = z.object({
  number: z.string(),
  ok: z.boolean(),
  changed: z.boolean().describe('false for an issue that is so already'),
  problem: problemSchema.nullable(),
  was: z
    .object({ handler: z.string().nullable().describe('Id of a user'), step: z.string() })
    .nullable()
    .describe('As it was before, for whoever wants to take it back'),
})
const foreseenSchema = z.object({
  rule: z.object({ id: z.string(), name: z.string() }),
  place: z.int().describe('Which action of the rule, from 0'),
  do: z.string(),
  name: z
    .string()
    .describe('Of the template, webhook, step, field or user that the action names; else empty'),
  count: z.int().describe('How often it would be done'),
  messages: z.int().describe('How many messages and calls would leave'),
  inVain: z.int().describe('How often nothing would come of it, as far as that can be told'),
})
const answerSchema = z.object({
  items: z.array(outcomeSchema),
  rules: z.array(foreseenSchema).describe('What rules would do then; empty where the change was made'),
})

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; rules: RuleBook }

/** `/bulk-changes`: one change of many issues. */
export function bulkRoutes(app: App, { guard, ctxOf, rules }: Deps): void {
  app.post(
    '/bulk-changes',
    {
      onRequest: guard.allow('issues:write'),
      config: { idempotent: true },
      schema: {
        tags: ['Issues'],
        description: [
          'Each issue is changed by itself: what one is refused undoes no other, and the answer tells of each.',
          'With `dryRun` nothing changes, and it tells what business rules would do. May carry an Idempotency-Key.',
        ].join(' '),
        body: bodySchema,
        response: { 200: answerSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const { issues, dryRun } = request.body
      const change = changeOf(request.body.change)
      if (!dryRun) {
        const given = { key: keyOf(request), fingerprint: fingerprintOf(request) }
        return { items: await changeIssues(ctx, issues, change, given), rules: [] }
      }
      const { outcomes, happenings } = await tryChanges(ctx, issues, change)
      const foreseen = await foresee(ctx, rules, happenings)
      const names = await rules.current()
      return { items: outcomes, rules: foreseen.map((one) => representForeseen(one, names)) }
    },
  )
}

/** The schema has made sure that it is one of both. */
function changeOf({ handler = null, to, ...more }: z.infer<typeof changeSchema>): BulkChange {
  return to === undefined ? { handler } : { to, ...more }
}
