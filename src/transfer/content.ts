import { z } from 'zod'
import {
  calendarBodySchema,
  calendarKeySchema,
  companySchema,
  deadlinesBodySchema,
  fieldBodySchema,
  issueTypeBodySchema,
  MAX_ASSET_BYTES,
  numberSeriesBodySchema,
  statusPageBodySchema,
  stepsBodySchema,
  viewBodySchema,
  VIEWS,
} from '../issue-types/index.ts'
import { templateBodySchema } from '../messages/index.ts'
import { ruleBodySchema } from '../rules/index.ts'
import { webhookBodySchema } from '../webhooks/index.ts'

export const FORMAT = 'reklamator-configuration'
export const FORMAT_VERSION = 1

const id = z.uuid()
const ignored = z.unknown().optional().describe('Read-only, ignored')
const assetSchema = z.strictObject({
  name: z.string().min(1).max(200),
  mediaType: ignored,
  content: z.base64().max(Math.ceil(MAX_ASSET_BYTES / 3) * 4),
})
const viewFields = viewBodySchema.shape.fields
const typeSchema = issueTypeBodySchema.extend({
  steps: stepsBodySchema.shape.steps.optional(),
  numberSeries: numberSeriesBodySchema.shape.pattern.optional().describe('The pattern'),
  deadlines: deadlinesBodySchema.shape.rules.optional(),
  views: z.strictObject(record(VIEWS, viewFields.optional())).optional(),
  statusPage: statusPageBodySchema.optional(),
  assets: z.array(assetSchema).max(50).default([]),
})

/** The configuration of an installation as one file holds it. What is left out stays as it is. */
export const contentSchema = z.strictObject({
  format: z.literal(FORMAT, { error: `${FORMAT} is needed` }),
  formatVersion: z.literal(FORMAT_VERSION, { error: `this release reads version ${FORMAT_VERSION}` }),
  exportedAt: ignored,
  company: companySchema.optional(),
  companyLogo: assetSchema.optional(),
  calendars: z
    .array(calendarBodySchema.extend({ key: calendarKeySchema }))
    .max(100)
    .default([])
    .describe('Those that are not as they come with the product'),
  fields: z.array(fieldBodySchema).max(1000).default([]),
  issueTypes: z.array(typeSchema).max(200).default([]),
  messageTemplates: z.array(templateBodySchema).max(1000).default([]),
  businessRules: z.array(ruleBodySchema.extend({ id })).max(1000).default([]),
  webhooks: z
    .array(webhookBodySchema.extend({ id }))
    .max(50)
    .default([])
    .describe('Without their secrets; one that is made comes switched off'),
})

export type Content = z.output<typeof contentSchema>
export type TypeContent = Content['issueTypes'][number]

function record<K extends string, V>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>
}
