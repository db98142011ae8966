import { z } from 'zod'
import { type Clock, notFound } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import {
  type App,
  contentDisposition,
  type Guard,
  listSchema,
  pageOf,
  pageQuerySchema,
  problems,
} from '../http/index.ts'
import type { CapturedMail } from './captured-mail.ts'
import { CHANNELS, type Delivery, REPORT_STATES, STATES } from './delivery.ts'
import { messageIdOf } from './mail.ts'
import { maskLinkKeys } from './mask-link-keys.ts'
import { countDeliveries, findDeliveries, readDelivery } from './queries.ts'
import { type Readmissions, retryDelivery } from './retry-delivery.ts'

export type DeliveryRouteDeps = {
  guard: Guard
  db: Database
  clock: Clock
  capturedMail: CapturedMail
  /** What message ids end in. */
  mailHost: string
  /** An issue number as it is compared; null where a text cannot be one. */
  foldNumber: (typed: string) => string | null
  readmit: Readmissions
}

const instant = z.iso.datetime().nullable()
const deliverySchema = z.object({
  id: z.string(),
  issue: z.string().describe('The number of the issue'),
  rule: z.string().nullable().describe('The business rule that sent it'),
  template: z.string().nullable().describe('Key of the message template'),
  message: z.string().nullable().describe('The message of the issue that it carries to the customer'),
  channel: z.enum(CHANNELS),
  to: z.string().describe('An e-mail address, a phone number, or the id of a webhook'),
  locale: z.string(),
  state: z
    .enum(STATES)
    .describe('pending; sent; failed: it cannot be sent as it is; dead: all attempts were made'),
  attempts: z.int(),
  subject: z.string(),
  text: z.string().describe('As it is sent, with the keys of links masked'),
  html: z.string(),
  error: z.string().nullable().describe('Why the last attempt failed'),
  created: z.iso.datetime(),
  sent: instant,
  nextAttempt: instant,
  segments: z.int().nullable().describe('Of a text message: how many it counts as'),
  report: z
    .object({ state: z.enum(REPORT_STATES), reason: z.string().nullable(), at: z.iso.datetime() })
    .nullable()
    .describe('What the gateway reported of a text message; captured where no gateway is named'),
  messageId: z
    .string()
    .describe('The Message-ID of a mail, the webhook-id of a call: the same at every attempt'),
})
const byId = z.object({ id: z.string() })
const mailBytes = {
  description: 'The mail',
  content: { 'message/rfc822': { schema: z.any() } },
}

/** `/deliveries`: what was sent, what waits, what could not be sent. */
export function deliveryRoutes(app: App, deps: DeliveryRouteDeps): void {
  const { guard, db, clock, capturedMail, mailHost, foldNumber, readmit } = deps
  const tags = ['Deliveries']
  const represent = (delivery: Delivery) => representDelivery(delivery, mailHost)

  app.get(
    '/deliveries',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        querystring: pageQuerySchema.extend({
          issue: z.string().max(500).optional().describe('The number of an issue'),
          state: z.enum(STATES).optional(),
          channel: z.enum(CHANNELS).optional(),
        }),
        response: { 200: listSchema(deliverySchema), ...problems('invalid-input') },
      },
    },
    (request) => {
      const { issue, state, channel } = request.query
      const filter = { state, channel, ...(issue === undefined ? {} : { issue: foldNumber(issue) }) }
      return pageOf(request.query, (before, limit) => findDeliveries(db, filter, before, limit), represent)
    },
  )
  const counted = z.int()
  app.get(
    '/deliveries/counts',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        response: {
          200: z.object({ pending: counted, sent: counted, failed: counted, dead: counted }),
          ...problems(),
        },
      },
    },
    () => countDeliveries(db),
  )
  app.get(
    '/deliveries/:id',
    {
      onRequest: guard.allow('issues:read'),
      schema: { tags, params: byId, response: { 200: deliverySchema, ...problems('not-found') } },
    },
    async (request) => represent(await readDelivery(db.read, request.params.id)),
  )
  app.post(
    '/deliveries/:id/retry',
    {
      onRequest: guard.allow('issues:write'),
      schema: {
        tags,
        description: 'Makes it due now, with all its attempts before it. What was sent is not sent again.',
        params: byId,
        response: { 200: deliverySchema, ...problems('not-found', 'conflict') },
      },
    },
    async (request) => represent(await retryDelivery(db, clock(), request.params.id, readmit)),
  )
  app.get(
    '/deliveries/:id/captured',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        description:
          'The whole mail or text message, where it is captured instead of sent. The keys of its links work.',
        params: byId,
        response: { 200: mailBytes, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const delivery = await readDelivery(db.read, request.params.id)
      const bytes = await capturedMail.read(delivery)
      if (bytes === null) throw notFound('captured mail')
      return reply
        .type('message/rfc822')
        .header('content-disposition', contentDisposition(`${delivery.id}.eml`))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .send(bytes)
    },
  )
}

function representDelivery(delivery: Delivery, mailHost: string): z.infer<typeof deliverySchema> {
  const { state, settledAt, nextAt, report } = delivery
  return {
    id: delivery.id,
    issue: delivery.issueNumber,
    rule: delivery.ruleId,
    template: delivery.templateKey,
    message: messageOf(delivery),
    channel: delivery.channel,
    to: delivery.to,
    locale: delivery.locale,
    state,
    attempts: delivery.attempts,
    subject: maskLinkKeys(delivery.subject),
    text: maskLinkKeys(delivery.text),
    html: maskLinkKeys(delivery.html),
    error: delivery.error,
    created: toIso(delivery.createdAt),
    sent: state === 'sent' && settledAt !== null ? toIso(settledAt) : null,
    nextAttempt: state === 'pending' ? toIso(nextAt) : null,
    segments: delivery.segments,
    report: report && { ...report, at: toIso(report.at) },
    messageId: delivery.channel === 'email' ? messageIdOf(delivery.id, mailHost) : delivery.id,
  }
}

function toIso(at: number): string {
  return new Date(at).toISOString()
}

/** A message that a handler wrote is sent once, by a key that names it. */
function messageOf({ uniqueKey }: Delivery): string | null {
  return /^message:(.+)$/.exec(uniqueKey)?.[1] ?? null
}
