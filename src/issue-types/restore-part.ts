import type { z } from 'zod'
import { invalid, type InputError, notFound, Refusal, refuseIfInvalid } from '../base/index.ts'
import { calendarBodySchema } from './calendar-routes.ts'
import { companySchema, setCompany } from './company-routes.ts'
import type { Configuration } from './configuration.ts'
import type { Ctx } from './context.ts'
import { deadlinesBodySchema } from './deadline-schemas.ts'
import { deleteCalendar, setCalendar } from './edit-calendars.ts'
import { checkDeadlines, setDeadlines } from './edit-deadlines.ts'
import { createField, deleteField, editField, type FieldIndex } from './edit-fields.ts'
import { createIssueType, deleteIssueType, editIssueType, type NewIssueType } from './edit-issue-types.ts'
import { cleanSettings, setStatusPage } from './edit-status-page.ts'
import { checkSteps, setSteps } from './edit-steps.ts'
import { checkView, setNumberSeries, setView } from './edit-views.ts'
import { VIEWS } from './field.ts'
import {
  calendarKeySchema,
  fieldBodySchema,
  issueTypeBodySchema,
  numberSeriesBodySchema,
  statusPageBodySchema,
  stepsBodySchema,
  viewBodySchema,
  viewNameSchema,
} from './schemas.ts'
import { plainStatusPage } from './status-page-settings.ts'

/** A state to put back; `null` where the thing was not there. */
export type RestoreInput = { key: string; part: string; state: unknown; ifMatch: string | undefined }

/** Puts a part of an issue type back, or a whole type that was deleted, by the verbs that its routes use. */
export async function restoreIssueType(ctx: Ctx, { key, part, state, ifMatch }: RestoreInput): Promise<void> {
  if (part.startsWith('views/')) {
    const view = valid(viewNameSchema, part.slice('views/'.length))
    return setView(ctx, key, view, valid(viewBodySchema, state).fields, ifMatch)
  }
  switch (part) {
    case 'steps':
      return setSteps(ctx, key, valid(stepsBodySchema, state).steps, ifMatch)
    case 'deadlines':
      return setDeadlines(ctx, key, valid(deadlinesBodySchema, state).rules, ifMatch)
    case 'number-series':
      return setNumberSeries(ctx, key, valid(numberSeriesBodySchema, state).pattern, ifMatch)
    case 'status-page':
      await setStatusPage(ctx, key, valid(statusPageBodySchema, state), ifMatch)
      return
    default:
      return restoreWhole(ctx, key, state, ifMatch)
  }
}

async function restoreWhole(ctx: Ctx, key: string, state: unknown, ifMatch?: string): Promise<void> {
  if (state === null) return deleteIssueType(ctx, key, ifMatch)
  const { typeByKey } = await ctx.configuration.current()
  const { name, position, ...rest } = membersOf(state)
  const general = valid(issueTypeBodySchema, { key, name, position })
  if (typeByKey.has(key)) return editIssueType(ctx, key, general, ifMatch)
  if (ifMatch !== undefined) throw notFound('issue type')
  const whole = await readWhole(general, rest)
  await createIssueType(ctx, whole.type, whole.check)
}

/** A whole type as it was kept; older lines lack some parts, which come as those of a new type. */
async function readWhole(general: z.infer<typeof issueTypeBodySchema>, rest: Record<string, unknown>) {
  const under = <S extends z.ZodType>(name: string, schema: S, value: unknown) => valid(schema, value, name)
  const type: NewIssueType = { ...general }
  if (rest.numberPattern !== undefined) {
    type.numberPattern = under('numberSeries', numberSeriesBodySchema, {
      pattern: rest.numberPattern,
    }).pattern
  }
  if (rest.steps !== undefined) type.steps = under('', stepsBodySchema, { steps: rest.steps }).steps
  if (rest.deadlines !== undefined) {
    type.deadlines = under('deadlines', deadlinesBodySchema, { rules: rest.deadlines }).rules
  }
  if (rest.views !== undefined) {
    const views = membersOf(rest.views)
    const fieldsOf = (view: string) =>
      under(`views.${view}`, viewBodySchema, { fields: views[view] ?? [] }).fields
    type.views = {
      list: fieldsOf('list'),
      detail: fieldsOf('detail'),
      form: fieldsOf('form'),
      'status-page': fieldsOf('status-page'),
    }
  }
  if (rest.statusPage !== undefined) {
    const page = under('statusPage', statusPageBodySchema, rest.statusPage)
    const { errors, changes } = await cleanSettings(page)
    refuseIfInvalid(errors.map((error) => ({ ...error, path: `statusPage.${error.path}` })))
    type.statusPage = { ...plainStatusPage(general.key), ...changes }
  }
  const check = (configuration: Configuration) => refuseIfInvalid(problemsOf(type, configuration))
  return { type, check }
}

function problemsOf(type: NewIssueType, configuration: Configuration): InputError[] {
  const steps = type.steps ?? []
  const stepByKey = new Map(steps.map((step) => [step.key, step]))
  const within = (path: string) => (error: InputError) => ({ ...error, path: `${path}.${error.path}` })
  return [
    ...checkSteps(steps, configuration),
    ...checkDeadlines(type.deadlines ?? [], { stepByKey }, configuration).map(within('deadlines')),
    ...VIEWS.flatMap((view) =>
      checkView(type.views?.[view] ?? [], configuration).map(within(`views.${view}`)),
    ),
  ]
}

/** Puts a field back, at `position` where it is made again; the values that issues had of a deleted one are gone for good. */
export async function restoreField(
  ctx: Ctx,
  { key, state, ifMatch }: RestoreInput,
  fieldIndex: FieldIndex,
  position?: number,
): Promise<void> {
  if (state === null) return deleteField(ctx, key, fieldIndex, ifMatch)
  const field = valid(fieldBodySchema, state)
  const { fieldByKey } = await ctx.configuration.current()
  if (fieldByKey.has(key)) {
    const { key: _key, ...input } = field
    return editField(ctx, key, input, fieldIndex, ifMatch)
  }
  if (ifMatch !== undefined) throw notFound('field')
  return createField(ctx, { ...field, key }, position)
}

export function restoreCalendar(ctx: Ctx, { key, state, ifMatch }: RestoreInput): Promise<void> {
  if (state === null) return deleteCalendar(ctx, key, ifMatch)
  const { name, base, weekend, added, removed } = valid(calendarBodySchema, state)
  const settings = { key: valid(calendarKeySchema, key, 'key'), name, base, weekend, added, removed }
  return setCalendar(ctx, settings, ifMatch)
}

export function restoreCompany(ctx: Ctx, { state, ifMatch }: RestoreInput): Promise<void> {
  if (state === null) throw new Refusal('conflict', 'The company cannot be deleted.')
  return setCompany(ctx, valid(companySchema, state), ifMatch)
}

/**
 * What a schema of a route says to a state that was kept.
 * @throws Refusal `invalid-input` naming what today's rules do not take
 */
export function valid<S extends z.ZodType>(schema: S, state: unknown, under = ''): z.output<S> {
  const read = schema.safeParse(state)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({
    path: [...(under === '' ? [] : [under]), ...path].join('.'),
    message,
  }))
  throw invalid(...errors)
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
