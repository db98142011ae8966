import { recordAudit } from '../audit/index.ts'
import { etagOf, matches, newId, notFound, type PageLocale, Refusal, type Texts } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import {
  beginConfigurationChange,
  type Configuration,
  type IssueType,
  loadConfiguration,
} from './configuration.ts'
import type { Ctx } from './context.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { VIEWS, type ViewField, type ViewName } from './field.ts'
import { numberZone } from './number-pattern.ts'
import { representIssueType } from './represent.ts'
import { plainStatusPage, type StatusPageSettings } from './status-page-settings.ts'
import { plainStep, type Step } from './step.ts'

export const DEFAULT_PATTERN = '{YY}-{seq:5}-{rand:4}'

/** A complete issue type, as the starter configuration brings it. */
export type NewIssueType = {
  key: string
  name: Texts
  position?: number | undefined
  numberPattern?: string
  steps?: readonly Step[]
  deadlines?: readonly DeadlineRule[]
  views?: Readonly<Record<ViewName, readonly ViewField[]>>
  statusPage?: StatusPageSettings
}

/**
 * Makes an issue type; without more it gets two steps, empty views and a status page that is off.
 * @throws Refusal `conflict` when the key or the page identifier is taken.
 */
export async function createIssueType(
  ctx: Ctx,
  input: NewIssueType,
  check: (configuration: Configuration) => void = () => {},
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    check(configuration)
    await insertIssueType(ctx, tx, configuration, input)
    const made = (await loadConfiguration(tx.query)).typeByKey.get(input.key)
    await recordAudit(tx, ctx.clock(), {
      actor: ctx.actor,
      restores: ctx.restores,
      action: 'issue-type.created',
      target: `issue-type:${input.key}`,
      after: made && wholeOf(made),
    })
  })
}

export async function insertIssueType(
  ctx: Ctx,
  tx: Tx,
  configuration: Pick<Configuration, 'typeByKey' | 'typeByPage' | 'types'>,
  input: NewIssueType,
): Promise<void> {
  const page = input.statusPage ?? plainStatusPage(input.key)
  if (configuration.typeByKey.has(input.key)) {
    throw new Refusal('conflict', `There is an issue type with the key ${input.key} already.`)
  }
  if (configuration.typeByPage.has(page.identifier)) {
    throw new Refusal('conflict', `The page identifier ${page.identifier} is in use by another issue type.`)
  }
  const now = ctx.clock()
  const id = newId(now)
  const pattern = input.numberPattern ?? DEFAULT_PATTERN
  await tx.query
    .insertInto('issue_types')
    .values({
      id,
      key: input.key,
      name: JSON.stringify(input.name),
      position: input.position ?? configuration.types.length,
      number_pattern: pattern,
      number_zone: numberZone(pattern),
      steps: JSON.stringify(input.steps ?? firstSteps()),
      deadlines: JSON.stringify(input.deadlines ?? []),
      views: JSON.stringify(input.views ?? Object.fromEntries(VIEWS.map((view) => [view, []]))),
      version: 1,
      created_at: now,
      changed_at: now,
    })
    .execute()
  const { enabled, identifier, ...settings } = page
  await tx.query
    .insertInto('status_pages')
    .values({
      issue_type_id: id,
      identifier,
      enabled: enabled ? 1 : 0,
      settings: JSON.stringify(settings),
      epoch: 1,
    })
    .execute()
}

/** Sets name and place of an issue type. */
export async function editIssueType(
  ctx: Ctx,
  key: string,
  input: { name: Texts; position?: number | undefined },
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(ctx, key, { action: 'issue-type.changed' }, async (tx, type) => {
    matches(ifMatch, etagOf(representIssueType(ctx.settings, type)))
    const position = input.position ?? type.position
    await tx.query
      .updateTable('issue_types')
      .set({ name: JSON.stringify(input.name), position })
      .where('id', '=', type.id)
      .execute()
    return { before: { name: type.name, position: type.position }, after: { name: input.name, position } }
  })
}

/** @throws Refusal `conflict` while there are issues of the type. */
export async function deleteIssueType(ctx: Ctx, key: string, ifMatch?: string): Promise<void> {
  await changeIssueType(ctx, key, { action: 'issue-type.deleted' }, async (tx, type) => {
    matches(ifMatch, etagOf(representIssueType(ctx.settings, type)))
    const issue = await tx.query
      .selectFrom('issues')
      .select('number')
      .where('issue_type_id', '=', type.id)
      .limit(1)
      .executeTakeFirst()
    if (issue) throw new Refusal('conflict', `There are issues of this type, like ${issue.number}.`)
    for (const table of ['page_assets', 'status_pages', 'number_counters', 'jobs'] as const) {
      await tx.query.deleteFrom(table).where('issue_type_id', '=', type.id).execute()
    }
    await tx.query.deleteFrom('issue_types').where('id', '=', type.id).execute()
    return { before: wholeOf(type) }
  })
}

/** One change of one issue type: one transaction, one audit line, caches told. */
export async function changeIssueType(
  ctx: Ctx,
  key: string,
  what: { action: string } | { part: string; action?: string },
  change: (
    tx: Tx,
    type: IssueType,
    configuration: Configuration,
  ) => Promise<{ before?: unknown; after?: unknown }>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const type = configuration.typeByKey.get(key)
    if (!type) throw notFound('issue type')
    const { before, after } = await change(tx, type, configuration)
    const now = ctx.clock()
    await tx.query
      .updateTable('issue_types')
      .set((eb) => ({ version: eb('version', '+', 1), changed_at: now }))
      .where('id', '=', type.id)
      .execute()
    const part = 'part' in what ? what.part : null
    await recordAudit(tx, now, {
      actor: ctx.actor,
      restores: ctx.restores,
      action: what.action ?? `${part}.changed`,
      target: part === null ? `issue-type:${key}` : `issue-type:${key}/${part}`,
      before,
      after,
    })
  })
}

/** All that belongs to an issue type, as it can be made again. */
function wholeOf(type: IssueType): NewIssueType {
  const { key, name, position, numberPattern, steps, deadlines, views, statusPage } = type
  return { key, name, position, numberPattern, steps, deadlines, views, statusPage }
}

/** A text in every language of the page; one more language does not compile until it is here too. */
function inAll(texts: Record<PageLocale, string>): Texts {
  return texts
}

function firstSteps(): Step[] {
  return [
    plainStep('received', {
      name: inAll({ cs: 'Přijato', de: 'Eingegangen', en: 'Received', pl: 'Przyjęte', sk: 'Prijaté' }),
      publicName: inAll({
        cs: 'Přijali jsme to',
        de: 'Es ist bei uns eingegangen',
        en: 'We have received it',
        pl: 'Otrzymaliśmy zgłoszenie',
        sk: 'Prijali sme to',
      }),
      next: [{ to: 'done', roles: [] }],
    }),
    plainStep('done', {
      name: inAll({ cs: 'Hotovo', de: 'Erledigt', en: 'Done', pl: 'Gotowe', sk: 'Hotovo' }),
      publicName: inAll({
        cs: 'Je hotovo',
        de: 'Es ist erledigt',
        en: 'It is done',
        pl: 'Sprawa zakończona',
        sk: 'Je hotovo',
      }),
      stage: 'done',
      category: 'done',
      next: [{ to: 'received', roles: [] }],
    }),
  ]
}
