import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid, Refusal } from '../base/index.ts'
import type { FileStore, ReceivedFile } from '../files/index.ts'
import { type App, contentDisposition, type Guard, isSound, listSchema, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import {
  attachFile,
  findAttachment,
  findAttachments,
  MAX_FILE_BYTES,
  removeAttachment,
  shareAttachment,
} from './attach-file.ts'
import { keyOf, once, sendAnswer } from './once.ts'
import { readIssue } from './queries.ts'
import type { Author } from './reply-to-issue.ts'
import { pageOf, representAttachment } from './represent.ts'
import { attachmentSchema, pageQuerySchema } from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; files: FileStore }

const byNumber = z.object({ number: z.string() })
const byNumberAndId = byNumber.extend({ id: z.string() })
const bytes = {
  description: 'The file',
  content: { 'application/octet-stream': { schema: z.any() } },
}
const empty = z.null().describe('No content')

/** `/issues/{number}/attachments`. */
export function attachmentRoutes(app: App, { guard, ctxOf, files }: Deps): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Attachments']

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
      bodyLimit: MAX_FILE_BYTES + 64 * 1024,
      schema: {
        tags,
        description:
          'multipart/form-data, parts in any order: `file` (one), `public` (true or false, default false), ' +
          '`from` (shop or customer, default shop). May carry an Idempotency-Key.',
        consumes: ['multipart/form-data'],
        params: byNumber,
        response: {
          201: attachmentSchema,
          ...problems(
            'not-found',
            'invalid-input',
            'too-large',
            'unsupported-media-type',
            'idempotency-key-reused',
          ),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      // A file for nobody is not received at all.
      await readIssue(ctx.db, request.params.number)
      const upload = await receiveUpload(request, files)
      const fingerprint = `${request.url}\0${upload.fingerprint}`
      let attached = false
      try {
        const answer = await once(ctx, keyOf(request), fingerprint, async (joined) => {
          const attachment = await attachFile(joined, request.params.number, upload.file, upload)
          attached = true
          return { status: 201, headers: {}, body: representAttachment(attachment) }
        })
        return sendAnswer(reply, answer)
      } finally {
        if (!attached) await upload.file.discard()
      }
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
      return reply
        .type(attachment.mediaType)
        .header('content-disposition', contentDisposition(attachment.name))
        .header('content-length', attachment.size)
        .send(await files.read(attachment.storageKey))
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
    { ...write, schema: { tags, params: byNumberAndId, response: { 204: empty, ...problems('not-found') } } },
    async (request, reply) => {
      await removeAttachment(ctxOf(request), files, request.params.number, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

type Upload = { file: ReceivedFile; fingerprint: string; name: string; public: boolean; from: Author }

const MAX_PARTS = 10

/**
 * Reads a multipart body with its parts in any order; the file streams to the disk as it comes.
 * @throws Refusal and leaves nothing behind.
 */
async function receiveUpload(request: FastifyRequest, files: FileStore): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('unsupported-media-type', 'multipart/form-data is needed.')
  const limits = {
    fileSize: MAX_FILE_BYTES + 1,
    files: 1,
    fields: MAX_PARTS,
    parts: MAX_PARTS,
    fieldSize: 1000,
  }
  const fields = new Map<string, string>()
  const hash = createHash('sha256')
  let received: { file: ReceivedFile; name: string } | null = null
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file' || received) {
          throw invalid({ path: part.fieldname, message: 'one file is needed, as the part `file`' })
        }
        part.file.on('data', (chunk: Buffer) => hash.update(chunk))
        received = { file: await files.receive(part.file, MAX_FILE_BYTES), name: part.filename ?? '' }
      } else {
        const value = String(part.value)
        if (fields.has(part.fieldname) || !isSound(value)) throw new Refusal('malformed-request')
        fields.set(part.fieldname, value)
      }
    }
    if (!received) throw invalid({ path: 'file', message: 'a file is needed' })
    if (!isSound(received.name)) throw new Refusal('malformed-request')
    const input = { name: received.name, ...uploadFields(fields) }
    return { file: received.file, fingerprint: JSON.stringify([input, hash.digest('hex')]), ...input }
  } catch (error) {
    await received?.file.discard()
    throw error
  }
}

function uploadFields(fields: ReadonlyMap<string, string>): { public: boolean; from: Author } {
  for (const name of fields.keys()) {
    if (name !== 'public' && name !== 'from') throw invalid({ path: name, message: 'there is no such part' })
  }
  const isPublic = fields.get('public') ?? 'false'
  const from = fields.get('from') ?? 'shop'
  if (isPublic !== 'true' && isPublic !== 'false')
    throw invalid({ path: 'public', message: 'true or false is needed' })
  if (from !== 'shop' && from !== 'customer')
    throw invalid({ path: 'from', message: 'shop or customer is needed' })
  return { public: isPublic === 'true', from }
}
