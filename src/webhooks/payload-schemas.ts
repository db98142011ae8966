import { z } from 'zod'
import { PAYLOAD_VERSION } from './payload.ts'

const day = z.iso.date().nullable().describe('A day, or null where there is none')
const about = {
  event: z.uuid().describe('The event: the same in every call that tells of it'),
  issue: z.string().describe('The number of the issue'),
  issueType: z.string(),
  step: z.string().describe('Where the issue stands when the payload is made'),
  category: z.enum(['open', 'waiting', 'done']),
  fields: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The fields that the webhook asks for, null where one has no value'),
  cut: z.array(z.string()).optional().describe('Fields that were left out because the payload was too long'),
}

/** What `data` holds of each kind of event, with what it is for. */
const DATA: Readonly<Record<string, { says: string; data: z.ZodObject }>> = {
  'issue.created': { says: 'An issue was opened', data: z.object(about) },
  'issue.step-changed': {
    says: 'An issue moved to another step',
    data: z.object({ ...about, from: z.string(), to: z.string() }),
  },
  'issue.step-undone': {
    says: 'A change of step was taken back; whoever is told of changes of step is told of this, too',
    data: z.object({
      ...about,
      from: z.string().describe('The step that it had led to'),
      to: z.string().describe('The step that the issue is in again'),
    }),
  },
  'issue.field-changed': {
    says: 'Fields, contact, handler or due date of an issue were changed',
    data: z.object({ ...about, changed: z.array(z.string()).max(100).describe('Names of what was changed') }),
  },
  'message.received': {
    says: 'A message was written; its text is not sent',
    data: z.object({ ...about, from: z.enum(['shop', 'customer']), internal: z.boolean() }),
  },
  'attachment.added': {
    says: 'A file was attached',
    data: z.object({ ...about, public: z.boolean().describe('Whether the customer sees it') }),
  },
  'deadline.moved': {
    says: 'The deadline is another day now',
    data: z.object({ ...about, from: day, to: day, reason: z.string() }),
  },
  'deadline.extended': {
    says: 'A longer time was agreed',
    data: z.object({ ...about, from: day, to: z.iso.date() }),
  },
  'deadline.near': {
    says: 'The deadline comes near',
    data: z.object({
      ...about,
      due: z.iso.date(),
      before: z.string().describe('How long before the end of that day, like 7d or 48h'),
      at: z.string().optional().describe('Where that is in days: at what time of the day'),
    }),
  },
  'deadline.passed': {
    says: 'The deadline has passed',
    data: z.object({
      ...about,
      due: z.iso.date(),
      after: z.string().nullable().describe('How long after the end of that day, like 2d; null for at once'),
    }),
  },
  'waiting.for-customer': {
    says: 'The customer was waited for',
    data: z.object({ ...about, since: z.iso.datetime(), for: z.string().describe('How long, like 5d') }),
  },
  schedule: {
    says: 'A time of a rule has come; only rules send it',
    data: z.object({ ...about, tick: z.iso.datetime() }),
  },
  'webhook.test': { says: 'Somebody tries the webhook; it is about no issue', data: z.object({}) },
}

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** The `webhooks` of the OpenAPI document: what an endpoint is sent, and what its answers mean. */
export function webhooksDocument(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(DATA).map(([type, { says, data }]) => {
      const payload = z.object({
        type: z.literal(type),
        timestamp: z.iso.datetime().describe('When it happened'),
        version: z.literal(PAYLOAD_VERSION),
        data,
      })
      const post = {
        tags: ['Webhooks'],
        summary: says,
        parameters: [
          header('webhook-id', 'The same at every attempt: what was seen with it before may be passed over'),
          header('webhook-timestamp', 'Seconds since 1970, of this attempt'),
          header(
            'webhook-signature',
            'v1, and the HMAC-SHA256 of id.timestamp.body in base64; several with spaces between',
          ),
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: z.toJSONSchema(payload, { io: 'input' }) } },
        },
        responses: {
          '2XX': { description: 'Taken' },
          '410': { description: 'Not wanted any more: the webhook is switched off' },
          default: { description: 'Not taken: it is sent again, for about three days' },
        },
      }
      return [type, { post }]
    }),
  )
}
