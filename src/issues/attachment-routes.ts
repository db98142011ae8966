import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Readable } from 'node:stream'
import { recordAudit } from '../audit/index.ts'
import { notFound, Refusal } from '../base/index.ts'
import { type FileStore, openThumbnails, type ReceivedFile } from '../files/index.ts'
import {
  type App,
  contentDisposition,
  type Guard,
  listSchema,
  noContent,
  pageOf,
  pageQuerySchema,
  problems,
  readUpload,
  validate,
} from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import {
  findAttachment,
  findAttachments,
  MAX_FILE_BYTES,
  recordAttachment,
  removeAttachment,
  shareAttachment,
  withKeptFile,
} from './attach-file.ts'
import { keyOf, once, sendAnswer } from './once.ts'
import { readIssue } from './queries.ts'
import type { Author } from './reply-to-issue.ts'
import { representAttachment } from './represent.ts'
import { attachmentSchema, authorSchema } from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; files: FileStore }

const byNumber = z.object({ number: z.string() })
const byNumberAndId = byNumber.extend({ id: z.string() })
const bytes = {
  description: 'The file',
  content: { '*/*': { schema: z.any() } },
}

const thumbnailBytes = {
  description: 'The image',
  content: { 'image/webp': { schema: z.any() } },
}

/** `/issues/{number}/attachments`. */
export function attachmentRoutes(app: App, { guard, ctxOf, files }: Deps): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Attachments']
  const thumbnails = openThumbnails()

  app.get(
    '/issues/:number/attachments',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        querystring: pageQuerySchema,
        response: { 200: listSchema(attachmentSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return pageOf(
        request.query,
        (after, limit) => findAttachments(ctx.db, issue.id, after, limit),
        representAttachment,
      )
    },
  )
  app.post(
    '/issues/:number/attachments',
    {
      ...write,
      config: {
        idempotent: true,
        upload: { public: 'true or false, default false', from: 'shop or customer, default shop' },
      },
      schema: {
        tags,
        description: 'A multipart body with its parts in any order. May carry an Idempotency-Key.',
        consumes: ['multipart/form-data'],
        params: byNumber,
        response: {
          201: attachmentSchema,
          ...problems('not-found', 'invalid-input', 'idempotency-key-reused'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      // A file for nobody is not received at all.
      await readIssue(ctx.db, request.params.number)
      const upload = await receiveUpload(request, files)
      const fingerprint = `${request.url}\0${upload.fingerprint}`
      const answer = await withKeptFile(ctx.db, upload.file, upload.name, (kept) =>
        once(ctx, keyOf(request), fingerprint, async (joined) => {
          const { attachment, issueId } = await recordAttachment(joined, request.params.number, kept, upload)
          return { status: 201, headers: {}, body: representAttachment(attachment), issueId }
        }),
      )
      return sendAnswer(reply, answer)
    },
  )
  app.get(
    '/issues/:number/attachments/:id',
    {
      ...read,
      schema: {
        tags,
        description: 'The bytes.',
        params: byNumberAndId,
        response: { 200: bytes, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const attachment = await findAttachment(ctx.db, issue.id, request.params.id)
      if (!attachment) throw new Refusal('not-found')
      const { actor, clock, db } = ctx
      const target = `attachment:${attachment.id}`
      await db.transaction((tx) => recordAudit(tx, clock(), { actor, action: 'attachment.read', target }))
      return reply
        .type(attachment.mediaType)
        .header('content-disposition', contentDisposition(attachment.name))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('content-length', attachment.size)
        .send(await files.read(attachment.storageKey))
    },
  )
  app.get(
    '/issues/:number/attachments/:id/thumbnail',
    {
      ...read,
      schema: {
        tags,
        description:
          'An image in small, at most 320 pixels wide and high; 404 where the file is none that can be read.',
        params: byNumberAndId,
        response: { 200: thumbnailBytes, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const attachment = await findAttachment(ctx.db, issue.id, request.params.id)
      if (!attachment) throw notFound('attachment')
      const thumbnail = await thumbnails.of(attachment, () => files.read(attachment.storageKey))
      if (!thumbnail) throw notFound('thumbnail')
      return reply
        .type('image/webp')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .send(thumbnail)
    },
  )
  app.patch(
    '/issues/:number/attachments/:id',
    {
      ...write,
      schema: {
        tags,
        params: byNumberAndId,
        body: z.strictObject({ public: z.boolean() }),
        response: { 200: attachmentSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const { number, id } = request.params
      return representAttachment(await shareAttachment(ctxOf(request), number, id, request.body.public))
    },
  )
  app.delete(
    '/issues/:number/attachments/:id',
    {
      ...write,
      schema: { tags, params: byNumberAndId, response: { 204: noContent, ...problems('not-found') } },
    },
    async (request, reply) => {
      await removeAttachment(ctxOf(request), files, request.params.number, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

type Upload = { file: ReceivedFile; fingerprint: string; name: string; public: boolean; from: Author }

/**
 * Streams the file of an upload to the disk as it comes.
 * @throws Refusal and leaves nothing behind.
 */
async function receiveUpload(request: FastifyRequest, files: FileStore): Promise<Upload> {
  const hash = createHash('sha256')
  const hashed = async function* (bytes: AsyncIterable<Buffer>) {
    for await (const chunk of bytes) {
      hash.update(chunk)
      yield chunk
    }
  }
  const receive = (bytes: Readable) => files.receive(hashed(bytes), MAX_FILE_BYTES)
  const discard = (file: ReceivedFile) => file.discard()
  const { received, name, fields } = await readUpload(request, MAX_FILE_BYTES, receive, discard)
  try {
    const input = { name, ...uploadFields(fields) }
    return { file: received, fingerprint: JSON.stringify([input, hash.digest('hex')]), ...input }
  } catch (error) {
    await received.discard()
    throw error
  }
}

const uploadFieldsSchema = z.strictObject({
  public: z.enum(['true', 'false']).default('false'),
  from: authorSchema.default('shop'),
})

function uploadFields(fields: ReadonlyMap<string, string>): { public: boolean; from: Author } {
  const { public: isPublic, from } = validate(uploadFieldsSchema, Object.fromEntries(fields))
  return { public: isPublic === 'true', from }
}
