import { recordAudit } from '../audit/index.ts'
import {
  etagOf,
  type InputError,
  invalid,
  matches,
  newId,
  notFound,
  Refusal,
  refuseIfInvalid,
} from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { beginConfigurationChange, type Configuration } from './configuration.ts'
import type { Ctx } from './context.ts'
import { BUILT_IN_FIELDS, type Field, FIELD_TYPES, VIEWS } from './field.ts'
import { representField } from './represent.ts'

/** A field as it comes in: its type may be one that this release does not hold yet. */
export type FieldInput = Omit<Field, 'type'> & { type: string }

/** Called when a field starts or stops being filterable, in the same transaction. */
export type Reindex = (tx: Tx, field: Field) => Promise<void>

/** @throws Refusal `conflict` when the key is taken. */
export async function createField(ctx: Ctx, input: FieldInput): Promise<void> {
  const field = checkField(input)
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    await insertField(ctx, tx, configuration, field)
    await audit(ctx, tx, 'field.created', field.key, null, field)
  })
}

export async function insertField(
  ctx: Ctx,
  tx: Tx,
  configuration: Pick<Configuration, 'fieldByKey' | 'fields'>,
  field: Field,
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
      position: configuration.fields.length,
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
  input: Omit<FieldInput, 'key' | 'type'> & { type?: string | undefined },
  reindex: Reindex,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = configuration.fieldByKey.get(key)
    if (!before) throw notFound('field')
    matches(ifMatch, etagOf(representField(before)))
    if (input.type !== undefined && input.type !== before.type) {
      throw invalid({ path: 'type', message: `the type of a field cannot change; it is ${before.type}` })
    }
    const after = checkField({ ...input, key, type: before.type })
    const now = ctx.clock()
    await tx.query
      .updateTable('fields')
      .set((eb) => ({ ...columns(after), version: eb('version', '+', 1), changed_at: now }))
      .where('key', '=', key)
      .execute()
    if (before.filterable !== after.filterable) await reindex(tx, after)
    await audit(ctx, tx, 'field.changed', key, before, after)
  })
}

/** @throws Refusal `conflict` while a view or a step names the field. */
export async function deleteField(ctx: Ctx, key: string, reindex: Reindex, ifMatch?: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const field = configuration.fieldByKey.get(key)
    if (!field) throw notFound('field')
    matches(ifMatch, etagOf(representField(field)))
    const users = usersOf(key, configuration)
    if (users.length > 0) throw new Refusal('conflict', `The field is in use: ${users.join(', ')}.`)
    await tx.query.deleteFrom('fields').where('key', '=', key).execute()
    if (field.filterable) await reindex(tx, { ...field, filterable: false })
    await audit(ctx, tx, 'field.deleted', key, field, null)
  })
}

function usersOf(key: string, configuration: Configuration): string[] {
  return configuration.types.flatMap((type) => [
    ...VIEWS.filter((view) => type.views[view].some((line) => line.field === key)).map(
      (view) => `view ${view} of ${type.key}`,
    ),
    ...type.steps
      .filter((step) => step.required.includes(key))
      .map((step) => `step ${step.key} of ${type.key}`),
  ])
}

/** @throws Refusal `invalid-input` naming everything that is wrong with the field. */
export function checkField(input: FieldInput): Field {
  const errors: InputError[] = []
  const type = FIELD_TYPES.find((candidate) => candidate === input.type)
  if (!type) {
    errors.push({
      path: 'type',
      message: `${input.type} is not available in this release; use ${FIELD_TYPES.join(', ')}`,
    })
  }
  if (BUILT_IN_FIELDS.some((builtIn) => builtIn === input.key)) {
    errors.push({ path: 'key', message: `${input.key} is the name of a built-in field` })
  }
  const isChoice = type === 'choice' || type === 'multi-choice'
  if (isChoice && input.options.length === 0)
    errors.push({ path: 'options', message: 'at least one option is needed' })
  if (type && !isChoice && input.options.length > 0) {
    errors.push({ path: 'options', message: `a field of type ${type} has no options` })
  }
  const seen = new Set<string>()
  input.options.forEach((option, index) => {
    if (seen.has(option.key))
      errors.push({ path: `options.${index}.key`, message: `${option.key} stands twice` })
    seen.add(option.key)
  })
  refuseIfInvalid(errors)
  return { ...input, type: type ?? 'text' }
}

function columns(field: Field) {
  return {
    label: JSON.stringify(field.label),
    filterable: field.filterable ? 1 : 0,
    options: JSON.stringify(field.options),
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
  await recordAudit(tx, ctx.clock(), { actor: ctx.actor, action, target: `field:${key}`, before, after })
}
