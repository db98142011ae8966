import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findEvents } from '../events/index.ts'
import {
  type App,
  type Guard,
  listSchema,
  namingAll,
  noContent,
  pageOf,
  pageQuerySchema,
  problems,
  sendTagged,
} from '../http/index.ts'
import { type Ctx, statusUrl } from '../issue-types/index.ts'
import type { Changed } from './change-issue.ts'
import { findVisits } from './customer-visits.ts'
import { deleteIssue, type Forgetting } from './delete-issue.ts'
import { checkEdit, editIssue } from './edit-issue.ts'
import { checkExtension, extendDeadline } from './extend-deadline.ts'
import { filterOf } from './filter-from-query.ts'
import { checkFilter } from './check-filter.ts'
import { findIssues } from './find-issues.ts'
import { exportRoute } from './export-route.ts'
import { checkMove, moveIssue } from './move-issue.ts'
import { fingerprintOf, keyOf, once, sendAnswer } from './once.ts'
import { checkNewIssue, openIssue } from './open-issue.ts'
import { namedFiles, readIssue, typeOf } from './queries.ts'
import { undoMove } from './undo-move.ts'
import { findMessages } from './reply-to-issue.ts'
import { issueTag, representEvent, representIssue, representMessage } from './represent.ts'
import {
  editIssueSchema,
  eventQuerySchema,
  eventSchema,
  extendDeadlineSchema,
  issueListSchema,
  issueSchema,
  listQuerySchema,
  messageSchema,
  moveIssueSchema,
  openIssueSchema,
  undoneSchema,
} from './schemas.ts'

type Deps = Forgetting & { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

const byNumber = z.object({ number: z.string() })
const statusLinkSchema = z.object({
  url: z.string(),
  enabled: z
    .boolean()
    .describe('Whether the page of the type is on; while it is off the address does not work'),
  opened: z
    .object({ first: z.iso.datetime(), last: z.iso.datetime() })
    .nullable()
    .describe('When a customer opened the page, to the minute; null where nobody did yet'),
})

/** `/issues` and what hangs on them. */
export function issueRoutes(app: App, { guard, ctxOf, ...forgetting }: Deps): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Issues']
  /** Answers the issue as a change has left it; the same request twice makes it once. */
  const changeOnce = async (
    request: FastifyRequest,
    reply: FastifyReply,
    change: (ctx: Ctx) => Promise<Changed>,
  ) => {
    const ctx = ctxOf(request)
    const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
      const { issue, configuration } = await change(joined)
      const body = representIssue(ctx, configuration, issue)
      const etag = issueTag(ctx, configuration, issue)
      return { status: 200, headers: { etag }, body, issueId: issue.id }
    })
    return sendAnswer(reply, answer)
  }

  app.get(
    '/issues',
    {
      ...read,
      ...namingAll<z.infer<typeof listQuerySchema>>('query', async (request, query) => {
        const ctx = ctxOf(request)
        const filter = filterOf(query, ctx.settings.timeZone)
        return checkFilter(ctx, await ctx.configuration.current(), filter).errors
      }),
      schema: {
        tags,
        description: 'Besides these, `field.KEY` filters by any filterable field.',
        querystring: listQuerySchema,
        response: { 200: issueListSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const configuration = await ctx.configuration.current()
      const filter = filterOf(request.query, ctx.settings.timeZone)
      const found = await findIssues(ctx, configuration, filter)
      return {
        items: found.issues.map((issue) => representIssue(ctx, configuration, issue)),
        nextCursor: found.nextCursor,
        ...(found.count ? { count: found.count.least, countCapped: found.count.capped } : {}),
      }
    },
  )
  exportRoute(app, { guard, ctxOf })
  app.post(
    '/issues',
    {
      ...write,
      ...namingAll<z.infer<typeof openIssueSchema>>('body', async (request, body) => {
        const ctx = ctxOf(request)
        return checkNewIssue(ctx, await ctx.configuration.current(), body).errors
      }),
      config: { idempotent: true },
      schema: {
        tags,
        description: 'Opens an issue; only `type` is needed. May carry an Idempotency-Key.',
        body: openIssueSchema,
        response: { 201: issueSchema, ...problems('invalid-input', 'idempotency-key-reused', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const { issue, configuration } = await openIssue(joined, request.body)
        const body = representIssue(ctx, configuration, issue)
        const location = `/api/v1/issues/${encodeURIComponent(issue.number)}`
        const etag = issueTag(ctx, configuration, issue)
        return { status: 201, headers: { location, etag }, body, issueId: issue.id }
      })
      return sendAnswer(reply, answer)
    },
  )
  app.get(
    '/issues/:number',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        response: { 200: issueSchema, 304: noContent, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return sendIssue(request, reply, ctx, { issue, configuration: await ctx.configuration.current() })
    },
  )
  app.patch(
    '/issues/:number',
    {
      ...write,
      ...namingAll<z.infer<typeof editIssueSchema>>('body', async (request, body) => {
        const ctx = ctxOf(request)
        const issue = await readIssue(ctx.db, numberOf(request))
        const configuration = await ctx.configuration.current()
        const files = await namedFiles(ctx.db.read, configuration, issue, body.values)
        return checkEdit(ctx, configuration, typeOf(configuration, issue), issue, body, files).errors
      }),
      schema: {
        tags,
        params: byNumber,
        body: editIssueSchema,
        response: { 200: issueSchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { locale, contact, values, due, handler } = request.body
      const input = { locale, contact, values, due, handler }
      const ifMatch = request.headers['if-match']
      return sendIssue(request, reply, ctx, await editIssue(ctx, request.params.number, input, ifMatch))
    },
  )
  app.delete(
    '/issues/:number',
    {
      onRequest: guard.allow('issues:write', { confirmed: true }),
      schema: {
        tags,
        description: 'Erases the issue with its messages, files and history.',
        params: byNumber,
        response: { 204: noContent, ...problems('not-found', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ifMatch = request.headers['if-match']
      await deleteIssue(ctxOf(request), forgetting, request.params.number, ifMatch)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/issues/:number/transitions',
    {
      ...write,
      ...namingAll<z.infer<typeof moveIssueSchema>>('body', async (request, body) => {
        const ctx = ctxOf(request)
        const issue = await readIssue(ctx.db, numberOf(request))
        const configuration = await ctx.configuration.current()
        const files = await namedFiles(ctx.db.read, configuration, issue, body.values)
        return checkMove(ctx, configuration, typeOf(configuration, issue), issue, body, files).errors
      }),
      config: { idempotent: true },
      schema: {
        tags,
        description: 'Moves the issue along an allowed transition. May carry an Idempotency-Key.',
        params: byNumber,
        body: moveIssueSchema,
        response: {
          200: issueSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict', 'idempotency-key-reused'),
        },
      },
    },
    (request, reply) =>
      changeOnce(request, reply, (ctx) =>
        moveIssue(ctx, request.params.number, request.body, request.headers['if-match']),
      ),
  )
  app.post(
    '/issues/:number/undo',
    {
      ...write,
      schema: {
        tags,
        description:
          'Takes back the last change of step, within a minute and by whoever made it. Messages that have not left yet do not leave. May carry an Idempotency-Key.',
        params: byNumber,
        response: {
          200: undoneSchema,
          ...problems('not-found', 'conflict', 'version-conflict', 'idempotency-key-reused'),
        },
      },
      config: { idempotent: true },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const undone = await undoMove(joined, request.params.number, request.headers['if-match'])
        const { issue, configuration, sentAlready } = undone
        const body = { issue: representIssue(ctx, configuration, issue), sentAlready }
        return {
          status: 200,
          headers: { etag: issueTag(ctx, configuration, issue) },
          body,
          issueId: issue.id,
        }
      })
      return sendAnswer(reply, answer)
    },
  )
  app.post(
    '/issues/:number/deadline/extensions',
    {
      ...write,
      ...namingAll<z.infer<typeof extendDeadlineSchema>>('body', async (request, body) => {
        const ctx = ctxOf(request)
        const issue = await readIssue(ctx.db, numberOf(request))
        const type = typeOf(await ctx.configuration.current(), issue)
        return checkExtension(issue, type, body, ctx.clock()).errors
      }),
      config: { idempotent: true },
      schema: {
        tags,
        description:
          'Sets a later day, with the consent of the customer where the deadline rule asks for it.',
        params: byNumber,
        body: extendDeadlineSchema,
        response: {
          200: issueSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict', 'idempotency-key-reused'),
        },
      },
    },
    (request, reply) =>
      changeOnce(request, reply, (ctx) =>
        extendDeadline(ctx, request.params.number, request.body, request.headers['if-match']),
      ),
  )
  app.get(
    '/issues/:number/status-link',
    {
      ...read,
      schema: {
        tags,
        description: 'Without a key: whoever follows it gives the contact of the issue first.',
        params: byNumber,
        response: { 200: statusLinkSchema, ...problems('not-found') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const type = typeOf(await ctx.configuration.current(), issue)
      const visits = await findVisits(ctx.db, issue.id)
      return {
        url: statusUrl(ctx.settings, type, issue.locale, issue.number),
        enabled: type.statusPage.enabled,
        opened: visits && { first: toIso(visits.first), last: toIso(visits.last) },
      }
    },
  )

  app.get(
    '/issues/:number/messages',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        querystring: pageQuerySchema,
        response: { 200: listSchema(messageSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return pageOf(
        request.query,
        (after, limit) => findMessages(ctx.db, issue.id, after, limit),
        representMessage,
      )
    },
  )
  app.get(
    '/issues/:number/events',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        querystring: eventQuerySchema,
        response: { 200: listSchema(eventSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return pageOf(
        request.query,
        (after, limit) => findEvents(ctx.db, issue.id, after, limit, request.query.order),
        representEvent,
      )
    },
  )
}

function sendIssue(
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Ctx,
  { issue, configuration }: Changed,
) {
  const tag = issueTag(ctx, configuration, issue)
  return sendTagged(request, reply, tag, representIssue(ctx, configuration, issue))
}

/** Before a route's own handler, where the type of its parameters is not known. */
function numberOf(request: FastifyRequest): string {
  return byNumber.parse(request.params).number
}

function toIso(at: number): string {
  return new Date(at).toISOString()
}
