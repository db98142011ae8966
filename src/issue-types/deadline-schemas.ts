import { z } from 'zod'
import { progressSchema } from '../jobs/index.ts'
import { LAWS, LONGERS, ROLLS, SILENCES, UNITS, UNTILS } from './deadline-rule.ts'
import { fieldKeySchema, namedTexts, textsSchema, typeKeySchema } from './schemas.ts'

const conditionSchema = z.strictObject({
  field: z.string().max(60).describe('`locale`, or a field of type choice, boolean or text'),
  in: z
    .array(z.union([z.string().max(200), z.boolean()]))
    .min(1)
    .max(100),
})

const startSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('created') }),
  z.strictObject({
    on: z.literal('field'),
    field: fieldKeySchema.describe('Of type date or date-time; while it is empty, the day of opening counts'),
  }),
  z.strictObject({ on: z.literal('step'), step: typeKeySchema.describe('When the issue first enters it') }),
])

export const MOST_DEADLINE_DAYS = 3650
const deadlineRuleSchema = z.strictObject({
  key: typeKeySchema,
  name: namedTexts(200),
  law: z.enum(LAWS).default('custom'),
  when: z.array(conditionSchema).max(20).default([]).describe('All must hold; none: always'),
  start: startSchema.default({ on: 'created' }),
  length: z.strictObject({
    days: z.int().min(1).max(MOST_DEADLINE_DAYS),
    unit: z.enum(UNITS).default('calendar'),
  }),
  roll: z.enum(ROLLS).default('none').describe('Where the last day is a day off'),
  calendar: z.string().max(40).default('none').describe('Key of a calendar'),
  pauses: z.boolean().default(false).describe('Whether steps that pause stop the clock'),
  until: z.enum(UNTILS).default('closed').describe('What ends it'),
  longer: z.enum(LONGERS).default('free').describe('Whether a later day needs the consent of the customer'),
  silence: z.enum(SILENCES).default('nothing').describe('What it means by law when nobody answers in time'),
  words: textsSchema(300).default({}).describe('For the customer, one line'),
})

const rules = z.array(deadlineRuleSchema).max(20).describe('The first that is for an issue counts')

export const deadlinesBodySchema = z.strictObject({
  rules,
  recomputation: z.unknown().optional().describe('Read-only, ignored'),
})
export const deadlinesSchema = z.object({
  rules,
  recomputation: progressSchema
    .nullable()
    .describe('How far the latest change has come to the issues; null where there was none'),
})
