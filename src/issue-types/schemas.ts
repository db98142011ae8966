import { z } from 'zod'
import { FIELD_TYPES, VIEWS } from './field.ts'
import { FORMULA_RESULTS, MAX_FORMULA_LENGTH } from './formula.ts'
import { checkNumberPattern } from './number-pattern.ts'
import { VERIFICATIONS } from './status-page-settings.ts'
import { CATEGORIES, OUTCOMES, STAGES, TURNS } from './step.ts'

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Multilingual text: one member per language tag. */
export function textsSchema(maxLength: number) {
  const text = z.string().max(maxLength)
  return z
    .record(z.string().regex(LOCALE, 'a language tag like en or pt-BR is needed'), text)
    .refine((texts) => Object.keys(texts).length <= 60, 'at most 60 languages')
    .describe('Text per language, keyed by language tag')
}

export function namedTexts(maxLength: number) {
  return textsSchema(maxLength).refine((texts) => Object.values(texts).some((text) => text.trim()), {
    message: 'a text in at least one language is needed',
  })
}

export const typeKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'a key of small letters, digits, - and _ is needed, at most 40')
export const fieldKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'a key of small letters, digits and _ is needed, at most 40')
export const calendarKeySchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'a key of letters, digits, - and _ is needed, at most 40')
const identifierSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'a short word of small letters, digits and - is needed')

export const stepSchema = z.strictObject({
  key: typeKeySchema,
  name: namedTexts(120),
  publicName: textsSchema(200).default({}),
  explanation: textsSchema(1000).default({}),
  whatNext: textsSchema(2000).default({}),
  stage: z.enum(STAGES).default('received'),
  turn: z.enum(TURNS).default('us'),
  category: z.enum(CATEGORIES).default('open'),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  hidden: z.boolean().default(false),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour like #0b5a6e is needed')
    .nullable()
    .default(null),
  pauses: z.boolean().default(false),
  required: z.array(z.string().max(60)).max(50).default([]),
  next: z
    .array(z.strictObject({ to: typeKeySchema, roles: z.array(z.string().max(40)).max(20).default([]) }))
    .max(100)
    .default([]),
})
export const stepsBodySchema = z.strictObject({ steps: z.array(stepSchema).min(1).max(100) })

const viewFieldSchema = z.strictObject({ field: z.string().max(60), label: textsSchema(120).optional() })
export const viewBodySchema = z.strictObject({ fields: z.array(viewFieldSchema).max(200) })
export const viewNameSchema = z.enum(VIEWS)

const pattern = z.string().superRefine((text, context) => {
  const problem = checkNumberPattern(text)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})
export const numberSeriesBodySchema = z.strictObject({
  pattern,
  warnings: z.unknown().optional().describe('Read-only, ignored'),
})
export const numberSeriesSchema = z.object({ pattern: z.string(), warnings: z.array(z.string()) })

export const removalSchema = z.object({ path: z.string(), what: z.string(), why: z.string() })

const appearance = {
  header: textsSchema(65_536),
  metaTitle: textsSchema(200),
  font: z.string().max(300).nullable(),
  width: z.string().max(20).nullable(),
  favicon: z.string().max(2048).nullable(),
  css: z.string().max(131_072),
  additionalCss: z.string().max(131_072),
}

/** Members left out keep what they are; read-only members are ignored. */
export const statusPageBodySchema = z.strictObject({
  enabled: z.boolean().optional(),
  identifier: identifierSchema.optional(),
  verification: z.enum(VERIFICATIONS).optional(),
  attachmentDownloads: z.boolean().optional(),
  header: appearance.header.optional(),
  metaTitle: appearance.metaTitle.optional(),
  font: appearance.font.optional(),
  width: appearance.width.optional(),
  favicon: appearance.favicon.optional(),
  css: appearance.css.optional(),
  additionalCss: appearance.additionalCss.optional(),
  url: z.unknown().optional().describe('Read-only, ignored'),
  cleaned: z.unknown().optional().describe('Read-only, ignored'),
  outsideHosts: z.unknown().optional().describe('Read-only, ignored'),
})

export const statusPageSchema = z.object({
  enabled: z.boolean(),
  identifier: z.string(),
  verification: z.enum(VERIFICATIONS),
  attachmentDownloads: z.boolean(),
  header: z.record(z.string(), z.string()),
  metaTitle: z.record(z.string(), z.string()),
  font: z.string().nullable(),
  width: z.string().nullable(),
  favicon: z.string().nullable(),
  css: z.string(),
  additionalCss: z.string(),
  url: z.string().describe('The public address, in the default language'),
  cleaned: z
    .array(removalSchema)
    .describe('What this save took out of header and styles, and why; empty when nothing was'),
  outsideHosts: z.array(z.string()).describe("Other servers that customers' browsers will contact"),
})

export const issueTypeBodySchema = z.strictObject({
  key: typeKeySchema,
  name: namedTexts(120),
  position: z.int().min(0).max(10_000).optional(),
})
export const issueTypePutSchema = issueTypeBodySchema.extend({
  key: z.unknown().optional().describe('Read-only, ignored'),
  statusPageUrl: z.unknown().optional().describe('Read-only, ignored'),
})
export const issueTypeSchema = z.object({
  key: z.string(),
  name: z.record(z.string(), z.string()),
  position: z.int(),
  statusPageUrl: z.string(),
})

const optionSchema = z.strictObject({ key: typeKeySchema, label: namedTexts(200) })
export const fieldBodySchema = z.strictObject({
  key: fieldKeySchema,
  type: z.enum(FIELD_TYPES),
  label: namedTexts(120),
  filterable: z.boolean().default(false),
  options: z.array(optionSchema).max(500).default([]),
  formula: z
    .string()
    .max(MAX_FORMULA_LENGTH)
    .optional()
    .describe('For `computed`: calculates the value from other fields'),
  result: z.enum(FORMULA_RESULTS).optional().describe('For `computed`: what the formula gives'),
})
export const fieldPutSchema = fieldBodySchema.extend({
  key: z.unknown().optional().describe('Read-only, ignored'),
  type: z.enum(FIELD_TYPES).optional(),
})
export const fieldSchema = z.object({
  key: z.string(),
  type: z.enum(FIELD_TYPES),
  label: z.record(z.string(), z.string()),
  filterable: z.boolean(),
  options: z.array(z.object({ key: z.string(), label: z.record(z.string(), z.string()) })),
  formula: z.string().optional(),
  result: z.enum(FORMULA_RESULTS).optional(),
})
