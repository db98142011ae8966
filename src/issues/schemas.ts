import { z } from 'zod'
import { isDate, parseInstant } from '../base/index.ts'
import { CONSENT_WAYS } from '../events/index.ts'
import { limitSchema, listSchema, pageQuerySchema } from '../http/index.ts'
import { CATEGORIES, LAWS, SILENCES, STAGES, TURNS } from '../issue-types/index.ts'
import { DEADLINE_STATES } from './deadline.ts'
import { HANDLER_NEEDED } from './check-input.ts'
import { MAX_COUNT, SORTS } from './find-issues.ts'

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const instant = z.iso.datetime({ offset: true })

export const contactSchema = z.strictObject({
  name: z.string().max(200).optional(),
  email: z.string().max(254).optional(),
  phone: z.string().max(40).optional(),
})
const locale = z.string().regex(LOCALE, 'a language tag like en or pt-BR is needed')
export const valuesSchema = z
  .record(z.string().max(60), z.unknown())
  .describe('Own fields by key; null takes a value away')
const due = z
  .string()
  .nullable()
  .describe('YYYY-MM-DD, which no rule moves; null gives it back to the deadline rule')
/** Read-only members of what GET answers are ignored. */
const ignored = z.unknown().optional().describe('Read-only, ignored')
const handler = z
  .union([z.string(), z.strictObject({ id: z.string(), name: ignored, email: ignored }), z.null()], {
    error: HANDLER_NEEDED,
  })
  .describe('The id or e-mail of an active user, or what GET answers; null for nobody')

export const openIssueSchema = z.strictObject({
  type: z.string().max(60),
  locale: locale.optional(),
  contact: contactSchema.optional(),
  values: valuesSchema.optional(),
  due: due.optional(),
  handler: handler.optional(),
})

export const editIssueSchema = z.strictObject({
  locale: locale.optional(),
  contact: contactSchema.optional(),
  values: valuesSchema.optional(),
  due: due.optional(),
  handler: handler.optional(),
  number: ignored,
  type: ignored,
  step: ignored,
  category: ignored,
  deadline: ignored,
  created: ignored,
  changed: ignored,
  statusUrl: ignored,
  progress: ignored,
  next: ignored,
  transitions: ignored,
})

export const moveIssueSchema = z.strictObject({
  to: z.string().max(60),
  comment: z.string().max(2000).optional().describe('For the history; customers do not see it'),
  values: valuesSchema.optional(),
})

const consentSchema = z
  .strictObject({
    by: z.string().trim().min(1).max(200).describe('Who agreed'),
    at: instant.describe('When, not in the future'),
    how: z.enum(CONSENT_WAYS),
  })
  .nullable()

export const extendDeadlineSchema = z.strictObject({
  to: z.string().describe('YYYY-MM-DD, later than the day of now'),
  consent: consentSchema.optional().describe('Needed where the deadline rule asks for it'),
  comment: z.string().max(2000).optional().describe('For the history; customers do not see it'),
})

const day = z.string().nullable().describe('YYYY-MM-DD')
const deadlineSchema = z.object({
  rule: z
    .string()
    .nullable()
    .describe('Key of a deadline rule of the type; null where somebody chose the day'),
  law: z.enum(LAWS).nullable(),
  state: z.enum(DEADLINE_STATES),
  start: day,
  due: day,
  since: day.describe('Since when it is paused or met'),
  pausedDays: z.int().describe('Days between start and end on which the clock stood still'),
  daysLeft: z.int().nullable().describe('Negative when late'),
  late: z.boolean(),
  silence: z.enum(SILENCES).nullable().describe('What it means by law when nobody answers in time'),
  extension: z.object({ to: z.string(), at: instant, consent: consentSchema }).nullable(),
  words: z.string().describe('What customers read about it'),
})

export const issueSchema = z.object({
  number: z.string(),
  type: z.string(),
  step: z.string(),
  category: z.enum(CATEGORIES),
  locale: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  values: z.record(z.string(), z.unknown()),
  handler: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  due: z.string().nullable(),
  deadline: deadlineSchema.nullable(),
  created: instant,
  changed: instant,
  statusUrl: z.string(),
  progress: z.array(
    z.object({
      stage: z.enum(STAGES),
      label: z.string(),
      state: z.enum(['done', 'current', 'upcoming', 'skipped']),
      at: instant.nullable(),
    }),
  ),
  next: z.object({ text: z.string(), turn: z.enum(TURNS), due: z.string().nullable() }),
  transitions: z.array(z.object({ to: z.string(), name: z.string() })).describe('Where it may go from here'),
})

const date = z.string().refine(isDate, 'a date like 2026-12-09 is needed').meta({ format: 'date' })
const dateOrInstant = z.string().refine((text) => isDate(text) || parseInstant(text) !== null, {
  error: 'a date like 2026-12-09 or an instant like 2026-12-09T10:30:00Z is needed',
})
const several = z.string().max(5000).optional()
const flag = z.enum(['true', 'false']).optional()
export const listQuerySchema = z
  .object({
    type: several.describe('Keys of issue types, comma separated'),
    step: several.describe('Keys of steps, of any type that has them, comma separated'),
    category: several.describe(`Some of ${CATEGORIES.join(', ')}, comma separated`),
    handler: several.describe(
      'Ids or e-mails of users, `none`, or `me` for who is signed in, comma separated',
    ),
    turn: z.enum(TURNS).optional().describe('Who has to act at the step; nobody on what is done'),
    late: flag.describe(
      'Whether to find only what was due before today, and is neither done nor met in time',
    ),
    answer: z
      .enum(['awaited'])
      .optional()
      .describe('`awaited`: not done, and the last public message is of the customer'),
    due: z.enum(['none']).optional().describe('`none`: without a deadline'),
    contact: z.string().max(254).optional().describe('An e-mail or a phone, compared as on the status page'),
    q: z
      .string()
      .max(200)
      .optional()
      .describe('Words, each the beginning of a word of number, contact or values'),
    createdFrom: dateOrInstant.optional().describe('A date of the shop, or an instant'),
    createdTo: dateOrInstant.optional().describe('A date counts whole'),
    closedFrom: dateOrInstant.optional().describe('When they came to where nothing is left to do'),
    closedTo: dateOrInstant.optional(),
    decidedFrom: dateOrInstant.optional().describe('When they first came to a step that decides'),
    decidedTo: dateOrInstant.optional(),
    dueFrom: date.optional(),
    dueTo: date.optional(),
    sort: z.enum(SORTS.flatMap((sort) => [sort, `-${sort}`] as const)).default('-created'),
    cursor: z.string().max(500).optional(),
    limit: limitSchema,
    count: flag.describe(`Whether to count the issues of all pages, up to ${MAX_COUNT}`),
  })
  .catchall(z.string().max(500))

export const exportQuerySchema = listQuerySchema.omit({ cursor: true, limit: true, count: true }).extend({
  columns: z
    .string()
    .max(5000)
    .optional()
    .describe(
      'Keys of fields, comma separated; the list view of the type where one type is asked for, or the usual ones',
    ),
  locale: locale.optional().describe('Of headings and values; the default language where there is none'),
})

export const issueListSchema = listSchema(issueSchema).extend({
  count: z.int().optional().describe('Where it was asked for: how many there are, this page and all others'),
  countCapped: z.boolean().optional().describe('Whether there are more than the count says'),
})

export const authorSchema = z.enum(['shop', 'customer'])
export const messageSchema = z.object({
  id: z.string(),
  body: z.string(),
  internal: z.boolean(),
  from: authorSchema,
  by: z
    .string()
    .nullable()
    .describe('Who wrote it down, by name; null where the customer did, or nobody knows'),
  at: instant,
})
export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes'),
  public: z.boolean(),
  from: authorSchema,
  at: instant,
})
export const undoneSchema = z.object({
  issue: issueSchema,
  sentAlready: z.int().describe('Messages that the change has caused and that have left already'),
})

export const eventQuerySchema = pageQuerySchema.extend({
  order: z.enum(['asc', 'desc']).default('asc').describe('asc: oldest first'),
})
export const eventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  data: z.record(z.string(), z.unknown()),
  at: instant,
})
