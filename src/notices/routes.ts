import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid, matches } from '../base/index.ts'
import {
  type App,
  listSchema,
  noContent,
  pageOf,
  pageQuerySchema,
  problems,
  sendTagged,
  tagged,
} from '../http/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { readIssue } from '../issues/index.ts'
import type { StaffGuard } from '../staff/index.ts'
import { NOTICE_KINDS, type NoticeKind } from './notice.ts'
import { readNoticeSettings, writeNoticeSettings } from './notice-settings.ts'
import { countUnread, findNotices, type FoundNotice, markRead, type Which } from './queries.ts'

const kinds = z.enum(NOTICE_KINDS)
const noticeSchema = z.object({
  id: z.string(),
  kind: kinds,
  at: z.iso.datetime(),
  read: z.boolean(),
  issue: z.object({ number: z.string(), type: z.string(), contact: z.string() }),
  by: z.object({ id: z.string(), name: z.string() }).nullable().describe('Who did it, where it was a user'),
  due: z.iso.date().nullable().describe('Of a deadline'),
})
const unread = z.int().describe('How many are not read yet, of all')
const ways = z.strictObject({ desk: z.boolean(), mail: z.boolean() })
const settingsSchema = z.strictObject({
  assigned: ways.describe('Somebody else, a program or a rule gave one an issue'),
  'customer-replied': ways.describe('The customer of an issue wrote, or sent a file'),
  'deadline-near': ways.describe('An issue is due within two days'),
  'deadline-passed': ways.describe('An issue was due and is not done'),
})
const readSchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200).optional(),
  issue: z.string().max(100).optional().describe('The number of an issue: all of it'),
  all: z.literal(true).optional(),
})

type Deps = { guard: StaffGuard; ctxOf: (request: FastifyRequest) => Ctx }

/** `/notices`: what one is told of. `/account/notices`: of what, and how. */
export function noticeRoutes(app: App, deps: Deps): void {
  ownNotices(app, deps)
  ownSettings(app, deps)
}

function ownNotices(app: App, { guard, ctxOf }: Deps): void {
  const tags = ['Notices']

  app.get(
    '/notices',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        description: 'Newest first; 500 are kept.',
        querystring: pageQuerySchema.extend({ unread: z.literal('true').optional() }),
        response: { 200: listSchema(noticeSchema).extend({ unread }), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { db, configuration } = ctxOf(request)
      const { user } = guard.sessionOf(request)
      const current = await configuration.current()
      const only = request.query.unread === 'true'
      const page = await pageOf(
        request.query,
        (before, limit) => findNotices(db, user.id, { before, limit, unread: only }),
        (found) => represent(current, found),
      )
      return { ...page, unread: await countUnread(db.read, user.id) }
    },
  )
  app.post(
    '/notices/read',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        description: 'Marks as read by ids, by the number of an issue, or all. What was read is not mailed.',
        body: readSchema,
        response: { 200: z.object({ unread }), ...problems('invalid-input', 'not-found') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const { id } = guard.sessionOf(request).user
      const which = await whichOf(ctx, request.body)
      return ctx.db.transaction(async (tx) => {
        const marked = await markRead(tx, ctx.clock(), id, which)
        if (marked > 0) tx.tell({ of: 'notice', user: id, kind: 'read', number: null })
        return { unread: await countUnread(tx.query, id) }
      })
    },
  )
}

function ownSettings(app: App, { guard, ctxOf }: Deps): void {
  const tags = ['Notices']
  app.get(
    '/account/notices',
    {
      onRequest: guard.allowSelf(),
      schema: { tags, response: { 200: settingsSchema, 304: noContent, ...problems() } },
    },
    async (request, reply) => {
      const settings = await readNoticeSettings(ctxOf(request).db.read, guard.sessionOf(request).user.id)
      return sendTagged(request, reply, tagged(settings).tag, settings)
    },
  )
  app.put(
    '/account/notices',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        body: settingsSchema,
        response: { 200: settingsSchema, ...problems('invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const { id } = guard.sessionOf(request).user
      const settings = request.body
      await ctxOf(request).db.transaction(async (tx) => {
        matches(request.headers['if-match'], tagged(await readNoticeSettings(tx.query, id)).tag)
        await writeNoticeSettings(tx, id, settings)
      })
      return sendTagged(request, reply, tagged(settings).tag, settings)
    },
  )
}

/** @throws Refusal `invalid-input`, `not-found` */
async function whichOf({ db }: Ctx, { ids, issue, all }: z.infer<typeof readSchema>): Promise<Which> {
  const given = [ids, issue, all].filter((one) => one !== undefined)
  if (given.length !== 1) throw invalid({ path: '', message: 'one of ids, issue and all is needed' })
  if (ids) return { ids }
  return issue === undefined ? { all: true } : { issueId: (await readIssue(db, issue)).id }
}

function represent({ userById, typeById }: Configuration, found: FoundNotice): z.infer<typeof noticeSchema> {
  const by = found.by_id === null ? undefined : userById.get(found.by_id)
  return {
    id: found.id,
    kind: found.kind as NoticeKind,
    at: new Date(found.at).toISOString(),
    read: found.read_at !== null,
    issue: {
      number: found.number,
      type: typeById.get(found.issue_type_id)?.key ?? '',
      contact: found.contact_name,
    },
    by: by ? { id: by.id, name: by.name } : null,
    due: found.due,
  }
}
