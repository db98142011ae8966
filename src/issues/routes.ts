import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../base/index.ts'
import { findEvents } from '../events/index.ts'
import type { FileStore } from '../files/index.ts'
import { type App, type Guard, inputErrorsOf, listSchema, problems, sendTagged } from '../http/index.ts'
import { type Ctx, statusUrl } from '../issue-types/index.ts'
import { issueTag } from './change-issue.ts'
import { deleteIssue } from './delete-issue.ts'
import { editIssue } from './edit-issue.ts'
import { filterOf } from './filter-from-query.ts'
import { findIssues } from './find-issues.ts'
import { moveIssue } from './move-issue.ts'
import { fingerprintOf, keyOf, once, sendAnswer } from './once.ts'
import { checkNewIssue, openIssue } from './open-issue.ts'
import { readIssue, typeOf } from './queries.ts'
import { findMessages, replyToIssue } from './reply-to-issue.ts'
import { pageOf, representEvent, representIssue, representMessage } from './represent.ts'
import {
  editIssueSchema,
  eventSchema,
  issueSchema,
  listQuerySchema,
  messageSchema,
  moveIssueSchema,
  openIssueSchema,
  pageQuerySchema,
  replySchema,
} from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; files: FileStore }

const byNumber = z.object({ number: z.string() })
const empty = z.null().describe('No content')

/** `/issues` and what hangs on them. */
export function issueRoutes(app: App, { guard, ctxOf, files }: Deps): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Issues']

  app.get(
    '/issues',
    {
      ...read,
      schema: {
        tags,
        description: 'Besides these, `field.KEY` filters by any filterable field.',
        querystring: listQuerySchema,
        response: { 200: listSchema(issueSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const configuration = await ctx.configuration.current()
      const filter = filterOf(request.query, ctx.settings.timeZone)
      const found = await findIssues(ctx.db, configuration, filter, ctx.settings.defaultCountry)
      return {
        items: found.issues.map((issue) => representIssue(ctx.settings, configuration, issue)),
        nextCursor: found.nextCursor,
      }
    },
  )
  app.post(
    '/issues',
    {
      ...write,
      attachValidation: true,
      schema: {
        tags,
        description: 'Opens an issue; only `type` is needed. May carry an Idempotency-Key.',
        body: openIssueSchema,
        response: { 201: issueSchema, ...problems('invalid-input', 'idempotency-key-reused', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      if (request.validationError) throw await withContentErrors(ctx, request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const { issue, configuration } = await openIssue(joined, request.body)
        const body = representIssue(ctx.settings, configuration, issue)
        const location = `/api/v1/issues/${encodeURIComponent(issue.number)}`
        return { status: 201, headers: { location, etag: issueTag(issue) }, body }
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
        response: { 200: issueSchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const body = representIssue(ctx.settings, await ctx.configuration.current(), issue)
      return sendTagged(request, reply, issueTag(issue), body)
    },
  )
  app.patch(
    '/issues/:number',
    {
      ...write,
      schema: {
        tags,
        params: byNumber,
        body: editIssueSchema,
        response: { 200: issueSchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { locale, contact, values, due } = request.body
      const input = { locale, contact, values, due }
      const { issue, configuration } = await editIssue(
        ctx,
        request.params.number,
        input,
        request.headers['if-match'],
      )
      return sendTagged(request, reply, issueTag(issue), representIssue(ctx.settings, configuration, issue))
    },
  )
  app.delete(
    '/issues/:number',
    {
      ...write,
      schema: {
        tags,
        description: 'Erases the issue with its messages, files and history.',
        params: byNumber,
        response: { 204: empty, ...problems('not-found', 'version-conflict') },
      },
    },
    async (request, reply) => {
      await deleteIssue(ctxOf(request), files, request.params.number, request.headers['if-match'])
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/issues/:number/transitions',
    {
      ...write,
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
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const { issue, configuration } = await moveIssue(
          joined,
          request.params.number,
          request.body,
          request.headers['if-match'],
        )
        const body = representIssue(ctx.settings, configuration, issue)
        return { status: 200, headers: { etag: issueTag(issue) }, body }
      })
      return sendAnswer(reply, answer)
    },
  )
  app.get(
    '/issues/:number/status-link',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        response: { 200: z.object({ url: z.string() }), ...problems('not-found') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const type = typeOf(await ctx.configuration.current(), issue)
      return { url: statusUrl(ctx.settings, type, issue.locale, issue.number) }
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
  app.post(
    '/issues/:number/messages',
    {
      ...write,
      schema: {
        tags,
        description: 'A message to or from the customer, or an internal note. May carry an Idempotency-Key.',
        params: byNumber,
        body: replySchema,
        response: { 201: messageSchema, ...problems('not-found', 'invalid-input', 'idempotency-key-reused') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const message = await replyToIssue(joined, request.params.number, request.body)
        return { status: 201, headers: {}, body: representMessage(message) }
      })
      return sendAnswer(reply, answer)
    },
  )

  app.get(
    '/issues/:number/events',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        querystring: pageQuerySchema,
        response: { 200: listSchema(eventSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return pageOf(
        request.query,
        (after, limit) => findEvents(ctx.db, issue.id, after, limit),
        representEvent,
      )
    },
  )
}

/** What is wrong with the shape of a new issue together with what is wrong with its content: all at once. */
async function withContentErrors(ctx: Ctx, request: FastifyRequest): Promise<Refusal> {
  const errors = inputErrorsOf(request.validationError)
  const body = record(request.body)
  if (body) {
    const { errors: more } = checkNewIssue(ctx, await ctx.configuration.current(), {
      type: typeof body.type === 'string' ? body.type : '',
      contact: texts(body.contact),
      values: record(body.values) ?? {},
      due: typeof body.due === 'string' ? body.due : null,
    })
    for (const error of more) if (!errors.some((known) => known.path === error.path)) errors.push(error)
  }
  const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  return new Refusal('invalid-input', detail, { errors })
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

function texts(value: unknown): Record<string, string> {
  const entries = Object.entries(record(value) ?? {})
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
