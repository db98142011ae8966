import { z } from 'zod'
import { ROLES } from '../staff/index.ts'
import { conditionSchema } from './condition-schema.ts'
import { ACTIONS, TRIGGERS } from './rule.ts'

export const MAX_ACTIONS = 20
/** At most so many people get one message, in a list or by their role. */
export const MAX_RECIPIENTS = 5
/** As long as a message may be. */
const MAX_NOTE_LENGTH = 20_000

const key = z.string().min(1).max(60)
const keys = z.union([key, z.array(key).min(1).max(100)], { error: 'a key or a list of keys is needed' })

const duration = z.union([z.string().max(20), z.number()], {
  error: 'a duration like 7d, 48h or 90m is needed',
})

const triggerSchema = z.discriminatedUnion(
  'on',
  [
    z.strictObject({ on: z.literal('issue.created') }),
    z.strictObject({
      on: z.literal('issue.step-changed'),
      from: keys.optional().describe('Only from this step, or one of these'),
      to: keys.optional().describe('Only to this step, or one of these'),
    }),
    z.strictObject({
      on: z.literal('issue.field-changed'),
      field: keys.optional().describe('Only when this field, or one of these, was changed'),
    }),
    z.strictObject({
      on: z.literal('message.received'),
      from: z.enum(['customer', 'shop']).optional(),
      internal: z.boolean().optional().describe('Whether notes of the shop start the rule too'),
    }),
    z.strictObject({ on: z.literal('attachment.added') }),
    z.strictObject({
      on: z.literal('deadline.near'),
      before: duration.describe('Days before the day on which the issue is due, or hours before its end'),
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day like 08:00 is needed')
        .optional()
        .describe('Where before is in days: at what time of the day; 08:00 where it is not given'),
    }),
    z.strictObject({
      on: z.literal('deadline.passed'),
      after: duration.optional().describe('So long after the end of the day on which the issue was due'),
    }),
    z.strictObject({
      on: z.literal('waiting.for-customer'),
      for: duration.describe(
        'Since the issue came to a step that waits, or the shop wrote again after an answer',
      ),
    }),
    z.strictObject({
      on: z.literal('schedule'),
      cron: z.string().max(100).describe('Minute, hour, day of month, month, day of week'),
      timeZone: z.string().max(60).optional().describe('IANA name; TIME_ZONE where it is not given'),
    }),
  ],
  { error: `one of ${TRIGGERS.join(', ')} is needed` },
)

const RECIPIENTS = 'customer, handler, {"role": …}, {"address": …} or {"phone": …}'

const recipient = z.union(
  [
    z.enum(['customer', 'handler']),
    z.strictObject({ role: z.enum(ROLES).describe('Every active user who has this role') }),
    z.strictObject({ address: z.string().max(254).describe('One mailbox') }),
    z.strictObject({
      phone: z
        .string()
        .regex(/^\+[1-9]\d{7,14}$/, 'a phone number like +420601123456 is needed')
        .describe('Where the template is a text message'),
    }),
  ],
  { error: `${RECIPIENTS} is needed` },
)

const actionSchema = z.discriminatedUnion(
  'do',
  [
    z.strictObject({
      do: z.literal('send'),
      template: key.describe('Key of a message template'),
      to: z.union([recipient, z.array(recipient).min(1).max(MAX_RECIPIENTS)], {
        error: `${RECIPIENTS} is needed, or a list of at most ${MAX_RECIPIENTS}`,
      }),
    }),
    z.strictObject({ do: z.literal('move'), to: key.describe('Key of a step') }),
    z.strictObject({
      do: z.literal('set'),
      field: key.describe('Key of an own field'),
      value: z.unknown().describe('As in an issue; null takes the value away'),
    }),
    z.strictObject({
      do: z.literal('assign'),
      to: z.string().min(1).max(254).nullable().describe('Id or e-mail of a user; null for nobody'),
    }),
    z.strictObject({
      do: z.literal('note'),
      body: z
        .string()
        .max(MAX_NOTE_LENGTH)
        .refine((text) => text.trim() !== '', 'a text is needed'),
    }),
    z.strictObject({ do: z.literal('webhook'), webhook: key.describe('Id of a webhook') }),
  ],
  { error: `one of ${ACTIONS.join(', ')} is needed` },
)

/** A rule as it comes in. Where no `position` is given, who stores it chooses one. */
export const ruleBodySchema = z.strictObject({
  name: z
    .string()
    .max(200)
    .refine((text) => text.trim() !== '', 'a text is needed'),
  enabled: z.boolean().default(true),
  issueType: key.nullable().default(null).describe('Key of an issue type; null for all'),
  trigger: triggerSchema,
  condition: conditionSchema
    .nullable()
    .default(null)
    .describe('Nested groups as react-querybuilder exports them; null for always'),
  actions: z.array(actionSchema).min(1).max(MAX_ACTIONS).describe('Done in this order'),
  stop: z
    .boolean()
    .default(false)
    .describe('Whether later rules do not see an event that this one fired for'),
  once: z.boolean().default(false).describe('Whether it fires once at most for each issue'),
  position: z.int().min(0).max(10_000).optional().describe('Rules run in this order'),
})
