import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import manifest from '../../package.json' with { type: 'json' }
import type { Clock, Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { countDeliveries } from '../deliveries/index.ts'
import { readToday } from '../sms/index.ts'

/** What one process runs on, besides its store. */
export type Surroundings = {
  /** Absolute path. */
  dataDir: string
  /** `null`: mail is captured. */
  smtpHost: string | null
}

export type SystemDeps = {
  db: Database
  clock: Clock
  settings: Settings
  surroundings: Surroundings
  smsIsConfigured: boolean
}

/** How the installation stands: for the people who run it, and without anything secret or personal. */
export async function readSystem({ db, clock, settings, surroundings, smsIsConfigured }: SystemDeps) {
  const memory = process.memoryUsage()
  return {
    version: manifest.version,
    node: process.version,
    baseUrl: settings.baseUrl,
    timeZone: settings.timeZone,
    now: iso(clock()),
    uptimeSeconds: Math.floor(process.uptime()),
    memory: { residentBytes: memory.rss, heapUsedBytes: memory.heapUsed },
    store: await readStore(db),
    dataFolder: await readFolder(surroundings.dataDir),
    work: await readWork(db, clock()),
    mail: await readMail(db, surroundings.smtpHost),
    textMessages: { isConfigured: smsIsConfigured, today: await readToday(db.read, clock(), settings) },
    deliveries: await countDeliveries(db),
  }
}

async function readStore({ traits: { kind }, read }: Database) {
  const asked =
    kind === 'sqlite'
      ? sql<{ version: string; bytes: number | string }>`
          select sqlite_version() as version, page_count * page_size as bytes
          from pragma_page_count(), pragma_page_size()`
      : sql<{ version: string; bytes: number | string }>`
          select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`
  const [row] = (await asked.execute(read)).rows
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(read)
  return {
    kind,
    version: row?.version ?? '',
    bytes: Number(row?.bytes ?? 0),
    migrations: rows.map(({ name }) => name),
  }
}

/** `null` where the operating system does not tell. */
async function readFolder(dataDir: string) {
  const stats = await statfs(dataDir).catch(() => null)
  return stats && { totalBytes: stats.blocks * stats.bsize, freeBytes: stats.bavail * stats.bsize }
}

/** What is due now and waits; a worker that runs leaves nothing waiting for long. */
async function readWork({ read }: Database, now: number) {
  const event = await read
    .selectFrom('pending_events')
    .select((eb) => eb.fn.min('next_at').as('at'))
    .executeTakeFirst()
  const delivery = await read
    .selectFrom('deliveries')
    .select((eb) => eb.fn.min('next_at').as('at'))
    .where('state', '=', sql.lit<'pending'>('pending'))
    .executeTakeFirst()
  const timer = await read
    .selectFrom('issue_timers')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('at', '>', 0)
    .executeTakeFirst()
  const jobs = await read
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  const due = (at: number | null | undefined) =>
    at === null || at === undefined || at > now ? null : iso(at)
  return {
    oldestDueEvent: due(event?.at),
    oldestDueDelivery: due(delivery?.at),
    oldestDueTimer: due(timer?.at),
    runningJobs: Number(jobs?.count ?? 0),
  }
}

async function readMail({ read }: Database, smtpHost: string | null) {
  const lastOf = async (states: readonly ('sent' | 'failed' | 'dead')[]) => {
    const row = await read
      .selectFrom('deliveries')
      .select((eb) => eb.fn.max('settled_at').as('at'))
      .where('channel', '=', 'email')
      .where('state', 'in', states)
      .executeTakeFirst()
    return row?.at ? iso(row.at) : null
  }
  return { smtpHost, lastSent: await lastOf(['sent']), lastFailed: await lastOf(['failed', 'dead']) }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
