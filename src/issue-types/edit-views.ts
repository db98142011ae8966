import { etagOf, type InputError, matches, refuseIfInvalid } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration } from './configuration.ts'
import type { Ctx } from './context.ts'
import { changeIssueType } from './edit-issue-types.ts'
import { BUILT_IN_FIELDS, type ViewField, type ViewName } from './field.ts'
import { numberZone } from './number-pattern.ts'
import { representNumberSeries, representView } from './represent.ts'

const BUILT_IN = new Set<string>(BUILT_IN_FIELDS)

/** Sets which fields a view shows, and in which order. */
export async function setView(
  ctx: Ctx,
  typeKey: string,
  view: ViewName,
  fields: readonly ViewField[],
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(
    ctx,
    typeKey,
    { part: `views/${view}`, action: 'view.changed' },
    async (tx, type, configuration) => {
      matches(ifMatch, etagOf(representView(type, view)))
      refuseIfInvalid(checkView(fields, configuration))
      await tx.query
        .updateTable('issue_types')
        .set({ views: JSON.stringify({ ...type.views, [view]: fields }) })
        .where('id', '=', type.id)
        .execute()
      return { before: { view, fields: type.views[view] }, after: { view, fields } }
    },
  )
}

/** Everything that is wrong with the fields of a view. */
export function checkView(
  fields: Sound<readonly ViewField[]>,
  configuration: Pick<Configuration, 'fieldByKey'>,
): InputError[] {
  const errors: InputError[] = []
  const seen = new Set<string>()
  fields.forEach((line, index) => {
    const field = line?.field
    if (field === undefined) return
    const path = `fields.${index}.field`
    if (!BUILT_IN.has(field) && !configuration.fieldByKey.has(field)) {
      errors.push({ path, message: `there is no field ${field}` })
    } else if (seen.has(field)) errors.push({ path, message: `${field} stands twice` })
    seen.add(field)
  })
  return errors
}

/** Sets how the numbers of new issues look; numbers that were given stay. */
export async function setNumberSeries(
  ctx: Ctx,
  typeKey: string,
  pattern: string,
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(ctx, typeKey, { part: 'number-series' }, async (tx, type) => {
    matches(ifMatch, etagOf(representNumberSeries(type)))
    await tx.query
      .updateTable('issue_types')
      .set({ number_pattern: pattern, number_zone: numberZone(pattern) })
      .where('id', '=', type.id)
      .execute()
    return { before: type.numberPattern, after: pattern }
  })
}
