import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, type Guard, namingAll, problems } from '../http/index.ts'
import { type Ctx, statusUrl } from '../issue-types/index.ts'
import {
  authorSchema,
  fingerprintOf,
  keyOf,
  MAX_MESSAGE_LENGTH,
  messageSchema,
  once,
  representMessage,
  sendAnswer,
  typeOf,
} from '../issues/index.ts'
import { previewByHand } from './preview-by-hand.ts'
import { LINK_TEMPLATE, sendStatusLink, writeMessage } from './send-by-hand.ts'
import type { TemplateBook } from './template-book.ts'
import { previewSchema } from './template-routes.ts'
import { TEMPLATE_CHANNELS } from './template.ts'

const byNumber = z.object({ number: z.string() })
const templateKey = z.string().max(60)

const messageBodySchema = z.strictObject({
  body: z.string().max(MAX_MESSAGE_LENGTH).optional().describe('Needed where no template is named'),
  internal: z.boolean().default(false).describe('A note that only handlers see'),
  from: authorSchema.default('shop'),
  template: templateKey
    .nullable()
    .optional()
    .describe('Key of a message template to send with; the body stands for its `message`'),
  channel: z
    .enum(TEMPLATE_CHANNELS)
    .optional()
    .describe('How it is sent where no template says it; e-mail where neither does, and the issue has one'),
  send: z
    .boolean()
    .default(true)
    .describe("Whether the shop's message is sent to the customer, or stands on the status page alone"),
})
const linkBodySchema = z.strictObject({
  template: templateKey
    .optional()
    .describe(`Key of a message template; ${LINK_TEMPLATE} where none is named`),
})
const previewBodySchema = z.strictObject({
  body: z.string().max(MAX_MESSAGE_LENGTH).default('').describe('What was typed'),
  template: templateKey.nullable().default(null),
  channel: z.enum(TEMPLATE_CHANNELS).default('email').describe('Where no template is named'),
})
const handPreviewSchema = previewSchema.extend({
  channel: z.enum(TEMPLATE_CHANNELS),
  to: z.string().nullable().describe('Where it would go; null where the issue lacks the contact'),
})
const delivery = z.string().nullable().describe('Id of the delivery; null where nothing is sent')

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; templates: TemplateBook }

/** What handlers write to customers: messages, and the link to the status page. */
export function messageRoutes(app: App, { guard, ctxOf, templates }: Deps): void {
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Issues']
  app.post(
    '/issues/:number/messages',
    {
      ...write,
      ...namingAll<z.infer<typeof messageBodySchema>>('body', async (_request, { body, template }) =>
        template || body?.trim() ? [] : [{ path: 'body', message: 'a text is needed' }],
      ),
      config: { idempotent: true },
      schema: {
        tags,
        description:
          "A message to or from the customer, or an internal note. The shop's messages are sent by mail, with a template or as they are typed. May carry an Idempotency-Key.",
        params: byNumber,
        body: messageBodySchema,
        response: {
          201: messageSchema.extend({ delivery }),
          ...problems('not-found', 'invalid-input', 'idempotency-key-reused'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const written = await writeMessage(joined, templates, request.params.number, request.body)
        const body = { ...representMessage(written.message), delivery: written.delivery }
        return { status: 201, headers: {}, body, issueId: written.issueId }
      })
      return sendAnswer(reply, answer)
    },
  )
  app.post(
    '/issues/:number/messages/preview',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        description:
          "The message exactly as it would leave, in the issue's language, but that its link opens nothing by itself.",
        params: byNumber,
        body: previewBodySchema,
        response: { 200: handPreviewSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    (request) => previewByHand(ctxOf(request), templates, request.params.number, request.body),
  )
  app.post(
    '/issues/:number/status-link',
    {
      ...write,
      config: { idempotent: true },
      schema: {
        tags,
        description: 'Sends the customer the link to the status page. May carry an Idempotency-Key.',
        params: byNumber,
        body: linkBodySchema.optional(),
        response: {
          201: z.object({
            url: z.string().describe('Without the key, which only the customer gets'),
            delivery: z.string(),
          }),
          ...problems('not-found', 'invalid-input', 'idempotency-key-reused'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const sent = await sendStatusLink(joined, templates, request.params.number, request.body?.template)
        const { issue, configuration, delivery: id } = sent
        const url = statusUrl(ctx.settings, typeOf(configuration, issue), issue.locale, issue.number)
        return { status: 201, headers: {}, body: { url, delivery: id }, issueId: issue.id }
      })
      return sendAnswer(reply, answer)
    },
  )
}
