import { type Kysely, sql } from 'kysely'
import { type Calendar, type CalendarSettings, openCalendars } from '../calendars/index.ts'
import { type Company, NO_COMPANY } from '../company/index.ts'
import {
  beginConfigurationVersion,
  type Database,
  holdConfigurationVersion,
  type Schema,
  type Tx,
} from '../db/index.ts'
import { readUsers, type User } from '../staff/index.ts'
import { assetPath } from './asset-path.ts'
import { formulaOf } from './computed-fields.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import type { Field, ViewField, ViewName } from './field.ts'
import type { Formula } from './formula.ts'
import type { PageAsset } from './page-assets.ts'
import type { StatusPageSettings } from './status-page-settings.ts'
import type { Step } from './step.ts'

/** A kind of issue with all that belongs to it. */
export type IssueType = {
  id: string
  key: string
  name: Record<string, string>
  position: number
  numberPattern: string
  steps: readonly Step[]
  stepByKey: ReadonlyMap<string, Step>
  /** The first that is for an issue counts. */
  deadlines: readonly DeadlineRule[]
  views: Readonly<Record<ViewName, readonly ViewField[]>>
  statusPage: StatusPageSettings
  /** Sessions of customers made under an older epoch are over. */
  pageEpoch: number
}

/** All that administrators set, as of one version. Never changed in place. */
export type Configuration = {
  version: number
  /** False until the starter configuration was installed, once in a store's life. */
  isSetUp: boolean
  company: Company
  /** The file that stands at the top of pages without a header of their own. */
  logo: PageAsset | null
  types: readonly IssueType[]
  typeByKey: ReadonlyMap<string, IssueType>
  typeById: ReadonlyMap<string, IssueType>
  typeByPage: ReadonlyMap<string, IssueType>
  fields: readonly Field[]
  fieldByKey: ReadonlyMap<string, Field>
  calendars: ReadonlyMap<string, Calendar>
  /** People who work on issues, oldest first; also those who are not active any more. */
  users: readonly User[]
  userById: ReadonlyMap<string, User>
  userByEmail: ReadonlyMap<string, User>
  /** Of the computed fields, by key. */
  formulas: ReadonlyMap<string, Formula>
}

/** The configuration as every request sees it: kept in memory, never older than the last change. */
export type ConfigurationCache = {
  /** As it is now; costs one point read, and a load only after a change. */
  current: () => Promise<Configuration>
  /** As of a version that was just read together with other data; free unless it changed. */
  at: (version: number) => Promise<Configuration>
  /** As last seen, perhaps out of date: for those who learn the version a moment later and then ask `at`. */
  lastSeen: () => Promise<Configuration>
  /** Takes one that a transaction read and that is committed now. */
  offer: (committed: Configuration) => void
}

export function openConfiguration(db: Database): ConfigurationCache {
  const readVersion = db.hot(
    db.read.selectFrom('config_version').select('version').where('id', '=', sql.lit(1)).compile(),
  )
  let cached: Configuration | null = null
  let loading: Promise<Configuration> | null = null

  const load = async (): Promise<Configuration> => {
    loading ??= loadConfiguration(db.read).finally(() => {
      loading = null
    })
    return offer(await loading)
  }
  const offer = (loaded: Configuration): Configuration => {
    if (!cached || loaded.version > cached.version) cached = loaded
    return cached
  }
  const at = async (version: number): Promise<Configuration> => {
    // A load that began before the change may end with the older version: then load again.
    for (let tries = 0; tries < 3; tries++) {
      if (cached && cached.version >= version) return cached
      await load()
    }
    return load()
  }
  return {
    at,
    current: async () => at((await readVersion([]))[0]?.version ?? 0),
    lastSeen: async () => cached ?? load(),
    offer: (committed) => void offer(committed),
  }
}

/** Reads the whole configuration; `version` first, so that a change in between is noticed at the next look. */
export async function loadConfiguration(query: Kysely<Schema>): Promise<Configuration> {
  const { version } = await query
    .selectFrom('config_version')
    .select('version')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  const company = await query.selectFrom('company').select('content').where('id', '=', 1).executeTakeFirst()
  const logo = await query
    .selectFrom('company_logo')
    .select(['asset', 'name', 'media_type', (eb) => eb.fn<number>('length', ['content']).as('size')])
    .executeTakeFirst()
  const fieldRows = await query.selectFrom('fields').selectAll().orderBy('position').orderBy('key').execute()
  const typeRows = await query
    .selectFrom('issue_types')
    .innerJoin('status_pages', 'status_pages.issue_type_id', 'issue_types.id')
    .selectAll('issue_types')
    .select(['identifier', 'enabled', 'settings', 'epoch'])
    .orderBy('position')
    .orderBy('key')
    .execute()
  const calendarRows = await query.selectFrom('calendars').select(['key', 'content']).orderBy('key').execute()
  const users = await readUsers(query)

  const fields = fieldRows.map(
    (row): Field => ({
      key: row.key,
      type: row.type as Field['type'],
      label: stored(row.label),
      filterable: row.filterable === 1,
      options: stored(row.options),
      // Columns that only computed fields have.
      ...(row.formula === null ? {} : { formula: row.formula }),
      ...(row.result === null ? {} : { result: row.result as NonNullable<Field['result']> }),
    }),
  )
  const fieldByKey = new Map(fields.map((field) => [field.key, field]))
  const types = typeRows.map((row): IssueType => {
    const steps = stored<Step[]>(row.steps)
    return {
      id: row.id,
      key: row.key,
      name: stored(row.name),
      position: row.position,
      numberPattern: row.number_pattern,
      steps,
      stepByKey: new Map(steps.map((step) => [step.key, step])),
      deadlines: stored(row.deadlines),
      views: stored(row.views),
      statusPage: {
        ...stored<Omit<StatusPageSettings, 'enabled' | 'identifier'>>(row.settings),
        identifier: row.identifier,
        enabled: row.enabled === 1,
      },
      pageEpoch: row.epoch,
    }
  })
  return {
    version,
    isSetUp: company !== undefined,
    company: company ? stored(company.content) : NO_COMPANY,
    logo: logo
      ? {
          id: logo.asset,
          name: logo.name,
          mediaType: logo.media_type,
          size: logo.size,
          path: assetPath(logo.asset),
        }
      : null,
    types,
    typeByKey: new Map(types.map((type) => [type.key, type])),
    typeById: new Map(types.map((type) => [type.id, type])),
    typeByPage: new Map(types.map((type) => [type.statusPage.identifier, type])),
    fields,
    fieldByKey,
    calendars: openCalendars(
      calendarRows.map(({ key, content }) => ({ key, ...stored<Omit<CalendarSettings, 'key'>>(content) })),
    ),
    ...users,
    formulas: formulasOf(fields, fieldByKey),
  }
}

function formulasOf(fields: readonly Field[], fieldByKey: ReadonlyMap<string, Field>): Map<string, Formula> {
  const formulas = new Map<string, Formula>()
  for (const field of fields) {
    const read = field.type === 'computed' ? formulaOf(field, fieldByKey) : null
    if (read && 'formula' in read) formulas.set(field.key, read.formula)
  }
  return formulas
}

/** As `beginConfigurationVersion`, with the configuration as it is before the change. Call it first in the transaction. */
export async function beginConfigurationChange(tx: Tx): Promise<Configuration> {
  await beginConfigurationVersion(tx)
  return loadConfiguration(tx.query)
}

/** The configuration as a transaction sees it, with what the transaction changed; for verbs that join it. */
export function configurationWithin(tx: Tx): ConfigurationCache {
  const load = () => loadConfiguration(tx.query)
  return { current: load, at: load, lastSeen: load, offer: () => {} }
}

/**
 * The configuration as it holds for the whole of a transaction: no change of it can commit before the transaction ends.
 */
export async function holdConfiguration(tx: Tx, cache: ConfigurationCache): Promise<Configuration> {
  const version = await holdConfigurationVersion(tx)
  const seen = await cache.lastSeen()
  if (seen.version === version) return seen
  // Read here: a change that is committed together with this transaction is not to be seen from outside yet.
  const held = await loadConfiguration(tx.query)
  tx.onCommit(() => cache.offer(held))
  return held
}

/** JSON columns of the configuration hold only what was validated when it was written. */
function stored<T>(json: string): T {
  return JSON.parse(json) as T
}
