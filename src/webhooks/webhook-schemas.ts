import { z } from 'zod'
import { CHOOSABLE_FIELDS, WEBHOOK_EVENTS } from './webhook.ts'

const EVENTS = `* or one of ${WEBHOOK_EVENTS.join(', ')} is needed`
const ignored = z.unknown().optional().describe('Read-only, ignored')
const event = z.enum([...WEBHOOK_EVENTS, '*'], { error: EVENTS })

/** A webhook as it comes in. */
export const webhookBodySchema = z.strictObject({
  id: ignored,
  name: z
    .string()
    .max(200)
    .refine((text) => text.trim() !== '', 'a text is needed'),
  url: z.string().max(2000).describe('https, with a public address; see the guide'),
  events: z
    .array(event)
    .min(1)
    .max(20)
    .refine((names) => new Set(names).size === names.length, 'each event may stand there once')
    .describe('What it is told of; * for all, also those that a later release adds'),
  issueType: z
    .string()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .describe('Key of an issue type; null for all'),
  fields: z
    .array(z.string().min(1).max(60))
    .max(50)
    .refine((names) => new Set(names).size === names.length, 'each field may stand there once')
    .default([])
    .describe(`What is sent of the issue besides: ${CHOOSABLE_FIELDS.join(', ')}, keys of own fields`),
  enabled: z.boolean().default(true),
  disabledBecause: ignored,
  oldSecretUntil: ignored,
  broken: ignored,
})

export const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(event),
  issueType: z.string().nullable(),
  fields: z.array(z.string()),
  enabled: z.boolean(),
  disabledBecause: z.string().nullable().describe('Why it was switched off by itself'),
  oldSecretUntil: z.iso.datetime().nullable().describe('Until when the secret before the last one signs too'),
  broken: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .describe('Why it cannot do all that it says'),
})

const secret = z.string().describe('What calls are signed with. Nobody is told it again')
export const createdSchema = webhookSchema.extend({ secret })
export const rotatedSchema = z.object({ secret, oldSecretUntil: webhookSchema.shape.oldSecretUntil })
export const rotateBodySchema = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).describe('How long the secret before it signs too'),
  })
  .optional()

const outcome = z
  .enum(['delivered', 'refused', 'failed'])
  .describe('delivered: a status of 2xx; refused: the address may not be called; failed: anything else')
const statusClass = z.string().nullable().describe('Like 4xx; null where no answer came')

export const triedSchema = z.object({
  outcome,
  statusClass,
  reason: z.string().nullable().describe('Why it was not delivered'),
})
export const attemptSchema = z.object({
  id: z.string(),
  delivery: z.string().nullable().describe('null where somebody tried the webhook'),
  event: z.string().describe('Type of the payload'),
  outcome,
  statusClass,
  duration: z.int().nullable().describe('Milliseconds until the answer came'),
  at: z.iso.datetime(),
})
