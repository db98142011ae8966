import { z } from 'zod'
import { isDate } from '../base/index.ts'
import { TURNS } from '../issue-types/index.ts'
import { MOST_DAYS } from './period.ts'

const date = z
  .string()
  .refine((text) => isDate(text) && text >= '1970' && text < '3000', {
    error: 'a date like 2026-12-09, from 1970 to 2999, is needed',
  })
  .meta({ format: 'date' })
const day = z.string().meta({ format: 'date' })

export const overviewQuerySchema = z.strictObject({
  type: z.string().max(60).optional().describe('Key of an issue type; all where none is named'),
  from: date
    .optional()
    .describe('The first day of the period; twelve weeks before its end where it is not given'),
  to: date
    .optional()
    .describe(`The last day, at most ${MOST_DAYS} days from the first; today where it is not given`),
})

const standing = {
  count: z.int(),
  late: z.int().describe('Due before today and not met in time'),
  dueIn7: z.int().describe('Due today or within seven days'),
}

export const overviewSchema = z.object({
  today: day.describe('Of the shop'),
  from: day,
  to: day,
  open: z
    .object({
      ...standing,
      dueIn2: z.int().describe('Due today or within two days'),
      unassigned: z.int().describe('Those that nobody handles'),
      ages: z.array(
        z.object({
          days: z.object({ from: z.int(), to: z.int().nullable() }),
          createdFrom: day.nullable().describe('What a list is asked for to show the same issues'),
          createdTo: day,
          count: z.int(),
        }),
      ),
      turns: z.object(
        Object.fromEntries(TURNS.map((turn) => [turn, z.int()])) as Record<(typeof TURNS)[number], z.ZodInt>,
      ),
    })
    .describe('All that is not done now'),
  steps: z
    .array(z.object({ type: z.string(), step: z.string(), turn: z.enum(TURNS), ...standing }))
    .describe('Steps at which something is that is not done, in the order of types and steps'),
  handlers: z
    .array(
      z.object({
        id: z.string().nullable().describe('null for nobody'),
        name: z.string().nullable(),
        ...standing,
      }),
    )
    .describe('Who has most to do first'),
  flow: z
    .array(z.object({ from: day, to: day, opened: z.int(), closed: z.int() }))
    .describe('The period day by day; one of more than 31 days by weeks from Monday to Sunday'),
  decisions: z
    .array(
      z.object({
        type: z.string(),
        month: z.string().describe('YYYY-MM'),
        count: z.int(),
        medianHours: z.int(),
        p90Hours: z.int().describe('Nine of ten were decided in this time'),
      }),
    )
    .describe(
      'From the opening to the first decision, by the month of the decision: of the twelve months that end with the period',
    ),
})
