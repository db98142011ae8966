import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { etagOf, notFound } from '../base/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  pageOfAll,
  problems,
  resourceRoutes,
  tagged,
} from '../http/index.ts'
import { latestJob, representJob } from '../jobs/index.ts'
import type { IssueType } from './configuration.ts'
import type { Ctx } from './context.ts'
import { createIssueType, deleteIssueType, editIssueType } from './edit-issue-types.ts'
import { type Cleaned, cleanSettings, setStatusPage } from './edit-status-page.ts'
import { checkDeadlines, DEADLINES_JOB, setDeadlines } from './edit-deadlines.ts'
import { deadlinesBodySchema, deadlinesSchema } from './deadline-schemas.ts'
import { checkSteps, setSteps } from './edit-steps.ts'
import { checkView, setNumberSeries, setView } from './edit-views.ts'
import {
  representDeadlines,
  representIssueType,
  representNumberSeries,
  representStatusPage,
  representSteps,
  representView,
} from './represent.ts'
import {
  issueTypeBodySchema,
  issueTypePutSchema,
  issueTypeSchema,
  numberSeriesBodySchema,
  numberSeriesSchema,
  statusPageBodySchema,
  statusPageSchema,
  stepsBodySchema,
  viewBodySchema,
  viewNameSchema,
} from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

const byKey = z.object({ key: z.string() })
const byView = byKey.extend({ view: z.string() })

/** `/issue-types` and what belongs to each: what administrators shape. */
export function issueTypeRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf } = deps
  const resource = resourceRoutes<Ctx>(app, deps)
  const tags = ['Issue types']

  app.get(
    '/issue-types',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(issueTypeSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const { types } = await ctx.configuration.current()
      const represent = (type: IssueType) => representIssueType(ctx.settings, type)
      return pageOfAll(request.query, types, (type) => type.key, represent)
    },
  )
  app.post(
    '/issue-types',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        body: issueTypeBodySchema,
        response: { 201: issueTypeSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await createIssueType(ctx, request.body)
      const body = representIssueType(ctx.settings, await typeOf(ctx, request.body.key))
      reply.code(201).header('location', `/api/v1/issue-types/${body.key}`).header('etag', etagOf(body))
      return body
    },
  )

  const showType = async (ctx: Ctx, { key }: { key: string }) =>
    tagged(representIssueType(ctx.settings, await typeOf(ctx, key)))
  resource({
    url: '/issue-types/:key',
    tag: 'Issue types',
    params: byKey,
    body: issueTypePutSchema,
    shown: issueTypeSchema,
    show: showType,
    replace: async (ctx, params, body, ifMatch) => {
      await editIssueType(ctx, params.key, body, ifMatch)
      return showType(ctx, params)
    },
    remove: (ctx, { key }, ifMatch) => deleteIssueType(ctx, key, ifMatch),
  })

  const showSteps = async (ctx: Ctx, { key }: { key: string }) =>
    tagged(representSteps(await typeOf(ctx, key)))
  resource({
    url: '/issue-types/:key/steps',
    tag: 'Steps',
    params: byKey,
    body: stepsBodySchema,
    shown: stepsBodySchema,
    refuses: ['conflict'],
    show: showSteps,
    replace: async (ctx, params, { steps }, ifMatch) => {
      await setSteps(ctx, params.key, steps, ifMatch)
      return showSteps(ctx, params)
    },
    check: async (ctx, { key }, body) => {
      await typeOf(ctx, key)
      return checkSteps(body.steps ?? [], await ctx.configuration.current())
    },
  })

  const showDeadlines = async (ctx: Ctx, { key }: { key: string }) => {
    const type = await typeOf(ctx, key)
    const { tag, body } = tagged(representDeadlines(type))
    const job = await latestJob(ctx.db.read, DEADLINES_JOB, type.id)
    return { tag, body: { ...body, recomputation: job && representJob(job) } }
  }
  resource({
    url: '/issue-types/:key/deadlines',
    tag: 'Deadlines',
    params: byKey,
    body: deadlinesBodySchema,
    shown: deadlinesSchema,
    show: showDeadlines,
    replace: async (ctx, params, { rules }, ifMatch) => {
      await setDeadlines(ctx, params.key, rules, ifMatch)
      return showDeadlines(ctx, params)
    },
    check: async (ctx, { key }, body) =>
      checkDeadlines(body.rules ?? [], await typeOf(ctx, key), await ctx.configuration.current()),
  })

  const showSeries = async (ctx: Ctx, { key }: { key: string }) =>
    tagged(representNumberSeries(await typeOf(ctx, key)))
  resource({
    url: '/issue-types/:key/number-series',
    tag: 'Number series',
    params: byKey,
    body: numberSeriesBodySchema,
    shown: numberSeriesSchema,
    show: showSeries,
    replace: async (ctx, params, { pattern }, ifMatch) => {
      await setNumberSeries(ctx, params.key, pattern, ifMatch)
      return showSeries(ctx, params)
    },
  })

  const showPage = async (ctx: Ctx, { key }: { key: string }, cleaned: Cleaned[] = []) => {
    const page = representStatusPage(ctx.settings, await typeOf(ctx, key))
    return { tag: etagOf(page), body: { ...page, cleaned } }
  }
  resource({
    url: '/issue-types/:key/status-page',
    tag: 'Status page',
    params: byKey,
    body: statusPageBodySchema,
    shown: statusPageSchema,
    refuses: ['conflict'],
    show: (ctx, params) => showPage(ctx, params),
    replace: async (ctx, params, body, ifMatch) =>
      showPage(ctx, params, await setStatusPage(ctx, params.key, body, ifMatch)),
    check: async (ctx, { key }, body) => {
      await typeOf(ctx, key)
      return (await cleanSettings(body)).errors
    },
  })

  const showView = async (ctx: Ctx, { key, view }: z.infer<typeof byView>) =>
    tagged(representView(await typeOf(ctx, key), viewOf(view)))
  resource({
    url: '/issue-types/:key/views/:view',
    tag: 'Views',
    params: byView,
    body: viewBodySchema,
    shown: viewBodySchema,
    show: showView,
    replace: async (ctx, params, { fields }, ifMatch) => {
      await setView(ctx, params.key, viewOf(params.view), fields, ifMatch)
      return showView(ctx, params)
    },
    check: async (ctx, { key, view }, body) => {
      await typeOf(ctx, key)
      viewOf(view)
      return checkView(body.fields ?? [], await ctx.configuration.current())
    },
  })
}

async function typeOf(ctx: Ctx, key: string): Promise<IssueType> {
  const type = (await ctx.configuration.current()).typeByKey.get(key)
  if (!type) throw notFound('issue type')
  return type
}

function viewOf(name: string): z.infer<typeof viewNameSchema> {
  const view = viewNameSchema.safeParse(name)
  if (!view.success) throw notFound('view')
  return view.data
}
