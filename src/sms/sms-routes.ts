import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Clock, notFound, Refusal, type Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { type App, type Guard, keepRawBody, noContent, problems, rawBodyOf, SIGNED } from '../http/index.ts'
import { verifySignature } from '../outbound/index.ts'
import { ALARMS, readToday } from './budget.ts'
import type { SmsGateway } from './sms-channel.ts'
import { takeReport } from './take-report.ts'

const MAX_REASON = 200
const MAX_REPORT_BYTES = 16 * 1024

const stateSchema = z.object({
  configured: z.boolean().describe('Whether a gateway is named; without one text messages are captured'),
  countries: z.array(z.string()).readonly().describe('ISO 3166-1 alpha-2: where text messages may go'),
  today: z.object({
    segments: z.int().describe('That set out on this calendar day'),
    budget: z.int().describe('Segments that may set out on one day'),
    alarm: z.enum(ALARMS).nullable().describe('near: 80 % are used; spent: messages are stopped'),
  }),
})
const reportSchema = z.strictObject({
  type: z.literal('sms.report'),
  timestamp: z.string().max(100).optional().describe('When it was made; for the gateway alone'),
  data: z.strictObject({
    id: z.string().max(100).describe('The id of the message, as sms.send named it'),
    state: z.enum(['delivered', 'undelivered']),
    reason: z
      .string()
      .max(MAX_REASON)
      .optional()
      .describe('Why it was not delivered, in words or as a code of the gateway'),
  }),
})

type Deps = {
  guard: Guard
  db: Database
  clock: Clock
  settings: Settings
  /** `null`: text messages are captured, and nobody may report. */
  gateway: SmsGateway | null
}

/** `/sms`: how text messages stand; `/sms/reports`: what the gateway says became of them. */
export function smsRoutes(app: App, { guard, db, clock, settings, gateway }: Deps): void {
  const tags = ['Text messages']
  app.get(
    '/sms',
    {
      onRequest: guard.allow('issues:read'),
      schema: { tags, response: { 200: stateSchema, ...problems() } },
    },
    async () => ({
      configured: gateway !== null,
      countries: settings.sms.countries,
      today: await readToday(db.read, clock(), settings),
    }),
  )

  const refuseStranger = async (request: FastifyRequest): Promise<void> => {
    const body = rawBodyOf(request)
    const secrets = gateway === null ? [] : [gateway.secret]
    if (!verifySignature({ headers: request.headers, body, secrets, now: clock() }))
      throw new Refusal('unauthenticated', 'A signature with SMS_WEBHOOK_SECRET is needed.')
  }
  // Its own scope: a signature is over the bytes that came.
  void app.register(async (scope) => {
    keepRawBody(scope)
    const signed = scope.withTypeProvider() as App
    signed.post(
      '/sms/reports',
      {
        bodyLimit: MAX_REPORT_BYTES,
        onRequest: async () => {
          if (gateway === null) throw notFound('gateway of text messages')
        },
        preValidation: refuseStranger,
        schema: {
          tags,
          description:
            'For the gateway: signed as Standard Webhooks says, with SMS_WEBHOOK_SECRET. The first report of a message stays.',
          security: SIGNED,
          body: reportSchema,
          response: { 204: noContent, ...problems('not-found', 'invalid-input') },
        },
      },
      async (request, reply) => {
        const { id, state, reason = '' } = request.body.data
        await takeReport(db, clock(), { id, state, reason: oneLine(reason) || null })
        return reply.code(204).send(null)
      },
    )
  })
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
