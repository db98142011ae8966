import { recordAudit } from '../audit/index.ts'
import { etagOf, type InputError, matches, newId, notFound, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import { beginConfigurationChange, type Configuration } from './configuration.ts'
import type { Ctx } from './context.ts'
import { checkComputed, computedFrom } from './computed-fields.ts'
import { fieldsOfRule } from './deadline-rule.ts'
import {
  BUILT_IN_FIELDS,
  type Field,
  type FieldType,
  NEVER_FILTERABLE,
  RESERVED_KEYS,
  VIEWS,
} from './field.ts'
import { representField } from './represent.ts'

/** What issues keep about a field besides its values; kept in step within the transaction that changes the field. */
export type FieldIndex = {
  /** The field starts or stops being filterable. */
  reindex: (tx: Tx, field: Field) => Promise<void>
  /** Who else names the field, in words for whoever wants to delete it. */
  namedBy?: (tx: Tx, key: string) => Promise<string[]>
  /** The field is gone, and its values go with it. */
  forget: (tx: Tx, field: Field, configuration: Configuration) => Promise<void>
}

/**
 * Makes a field, last in the order of fields where no position is given.
 * @throws Refusal `conflict` when the key is taken.
 */
export async function createField(ctx: Ctx, field: Field, position?: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    refuseIfInvalid(checkField(field, configuration))
    await insertField(ctx, tx, configuration, field, position)
    await audit(ctx, tx, 'field.created', field.key, null, field)
  })
}

export async function insertField(
  ctx: Ctx,
  tx: Tx,
  configuration: Pick<Configuration, 'fieldByKey' | 'fields'>,
  field: Field,
  position = configuration.fields.length,
): Promise<void> {
  if (configuration.fieldByKey.has(field.key)) {
    throw new Refusal('conflict', `There is a field with the key ${field.key} already.`)
  }
  const now = ctx.clock()
  await tx.query
    .insertInto('fields')
    .values({
      id: newId(now),
      key: field.key,
      type: field.type,
      ...columns(field),
      position,
      version: 1,
      created_at: now,
      changed_at: now,
    })
    .execute()
}

/** Changes label, options and whether lists filter by a field; its type stays what it is. */
export async function editField(
  ctx: Ctx,
  key: string,
  input: Omit<Field, 'key' | 'type'> & { type?: FieldType | undefined },
  fieldIndex: FieldIndex,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = configuration.fieldByKey.get(key)
    if (!before) throw notFound('field')
    matches(ifMatch, etagOf(representField(before)))
    const after = { ...input, key, type: input.type ?? before.type }
    refuseIfInvalid(checkField(after, configuration, before.type))
    const now = ctx.clock()
    await tx.query
      .updateTable('fields')
      .set((eb) => ({ ...columns(after), version: eb('version', '+', 1), changed_at: now }))
      .where('key', '=', key)
      .execute()
    if (before.filterable !== after.filterable) await fieldIndex.reindex(tx, after)
    await audit(ctx, tx, 'field.changed', key, before, after)
  })
}

/**
 * Deletes a field with the values that issues have of it.
 * @throws Refusal `conflict` while a view, a step, a formula, a rule or a message template names the field.
 */
export async function deleteField(
  ctx: Ctx,
  key: string,
  fieldIndex: FieldIndex,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const field = configuration.fieldByKey.get(key)
    if (!field) throw notFound('field')
    matches(ifMatch, etagOf(representField(field)))
    const users = [...usersOf(key, configuration), ...((await fieldIndex.namedBy?.(tx, key)) ?? [])]
    if (users.length > 0) throw new Refusal('conflict', `The field is in use: ${users.join(', ')}.`)
    await tx.query.deleteFrom('fields').where('key', '=', key).execute()
    await fieldIndex.forget(tx, field, configuration)
    await audit(ctx, tx, 'field.deleted', key, field, null)
  })
}

function usersOf(key: string, configuration: Configuration): string[] {
  const inTypes = configuration.types.flatMap((type) => [
    ...VIEWS.filter((view) => type.views[view].some((line) => line.field === key)).map(
      (view) => `view ${view} of ${type.key}`,
    ),
    ...type.steps
      .filter((step) => step.required.includes(key))
      .map((step) => `step ${step.key} of ${type.key}`),
    ...type.deadlines
      .filter((rule) => fieldsOfRule(rule).includes(key))
      .map((rule) => `deadline rule ${rule.key} of ${type.key}`),
  ])
  return [...inTypes, ...computedFrom(key, configuration.fieldByKey).map((other) => `formula of ${other}`)]
}

/** Everything that is wrong with a field; `typeBefore` is that of a field that is there already. */
export function checkField(
  input: Sound<Field>,
  configuration: Pick<Configuration, 'fieldByKey'>,
  typeBefore?: FieldType,
): InputError[] {
  const errors: InputError[] = []
  const refuse = (path: string, message: string) => errors.push({ path, message })
  const { key, type, options = [] } = input
  if (typeBefore && type !== typeBefore) {
    refuse('type', `the type of a field cannot change; it is ${typeBefore}`)
  }
  if (key !== undefined && key in Object.prototype) refuse('key', `${key} cannot be a key`)
  if (BUILT_IN_FIELDS.some((builtIn) => builtIn === key)) refuse('key', `${key} is a built-in field`)
  if (key !== undefined && !typeBefore && RESERVED_KEYS.includes(key)) refuse('key', `${key} is reserved`)
  const isChoice = type === 'choice' || type === 'multi-choice'
  if (isChoice && options.length === 0) refuse('options', 'at least one option is needed')
  if (type && !isChoice && options.length > 0) refuse('options', `a field of type ${type} has no options`)
  if (type && input.filterable && NEVER_FILTERABLE.includes(type)) {
    refuse('filterable', `a field of type ${type} cannot be filterable in this release`)
  }
  errors.push(...checkFormula(input, type, configuration))
  const seen = new Set<string>()
  options.forEach((option, index) => {
    if (option?.key === undefined) return
    if (seen.has(option.key)) refuse(`options.${index}.key`, `${option.key} stands twice`)
    seen.add(option.key)
  })
  return errors
}

function checkFormula(
  { key = '', formula, result }: Sound<Field>,
  type: FieldType | undefined,
  { fieldByKey }: Pick<Configuration, 'fieldByKey'>,
): InputError[] {
  const given = Object.entries({ formula, result })
  if (type !== 'computed') {
    const without = given.filter(([, value]) => type && value !== undefined)
    return without.map(([path]) => ({ path, message: `a field of type ${type} has no ${path}` }))
  }
  const missing = given.filter(([, value]) => value === undefined)
  if (formula === undefined || result === undefined) {
    return missing.map(([path]) => ({ path, message: 'is needed for a field of type computed' }))
  }
  return checkComputed({ key, type, label: {}, filterable: false, options: [], formula, result }, fieldByKey)
}

function columns(field: Field) {
  return {
    label: JSON.stringify(field.label),
    filterable: field.filterable ? 1 : 0,
    options: JSON.stringify(field.options),
    formula: field.formula ?? null,
    result: field.result ?? null,
  }
}

async function audit(
  ctx: Ctx,
  tx: Tx,
  action: string,
  key: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordAudit(tx, ctx.clock(), {
    actor: ctx.actor,
    restores: ctx.restores,
    action,
    target: `field:${key}`,
    before,
    after,
  })
}
