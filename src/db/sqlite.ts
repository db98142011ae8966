import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { type CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely'
import { Refusal } from '../base/index.ts'
import { openSignals, startTx } from './after-commit.ts'
import { openNews } from './news.ts'
import type { CommitOptions, Database, StatementListener, Tx } from './database.ts'
import { SQLITE } from './dialects.ts'
import type { Schema } from './schema.ts'
import { isBusy, translateStoreError } from './store-errors.ts'

/** How long SQLite itself waits for another process's lock: short, since that wait stops the event loop. */
const BUSY_TIMEOUT_MS = 100
/** How long a transaction is tried again and again, with the event loop free, before it is refused. */
const RETRY_FOR_MS = 4000
const GROUP_SIZE = 32
/** How much work in the background a request may find before it. */
const BACKGROUND_GROUP_SIZE = 4

/** Where the SQLite file lies in a data folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'reklamator.sqlite')
}

/** Opens a connection with the settings that every connection of ours has. */
export function openSqlite(file: string, readOnly = false): DatabaseSync {
  const connection = new DatabaseSync(file, {
    readOnly,
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  })
  // What is erased is overwritten, so that the file does not keep what the law says is gone.
  if (!readOnly)
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  connection.exec('pragma temp_store = memory; pragma cache_size = -16000')
  return connection
}

/** Kysely over one `node:sqlite` connection; statements are prepared once per text. */
export function kyselyOverSqlite(connection: DatabaseSync, onStatement?: StatementListener): Kysely<Schema> {
  const prepared = new Map<string, SqliteStatement>()
  const prepare = (sql: string): SqliteStatement => {
    onStatement?.(sql)
    let statement = prepared.get(sql)
    if (!statement) {
      statement = statementOf(connection.prepare(sql))
      if (prepared.size > 500) prepared.clear()
      prepared.set(sql, statement)
    }
    return statement
  }
  return new Kysely<Schema>({
    dialect: new TransactionalSqlite({ database: { prepare, close: () => connection.close() } }),
  })
}

/** Asking for the columns costs as much as a small query, so it is done once. */
function statementOf(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...inputs(parameters)),
    run: (parameters) => statement.run(...inputs(parameters)),
    iterate: (parameters) => statement.iterate(...inputs(parameters)),
  }
}

/** Kysely only knows values; what reaches a statement was bound by our own queries to types that SQLite takes. */
function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[]
}

class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

/** SQLite rolls schema changes back like any other; Kysely's own adapter does not say so. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

type Job = {
  work: (tx: Tx) => Promise<unknown>
  synced: boolean
  /** When it was asked for, of the monotonic clock. */
  since: number
  resolve: (value: never) => void
  reject: (error: unknown) => void
}
type Outcome = { ok: true; value: unknown; committed: () => void } | { ok: false; error: unknown }

/**
 * The store on one machine: a writing connection whose transactions queue and are committed in groups, and a reading
 * connection that never waits for them.
 */
export function openSqliteDatabase(dataDir: string, onStatement?: StatementListener): Database {
  mkdirSync(dataDir, { recursive: true })
  const writer = openSqlite(sqliteFile(dataDir))
  const reader = openSqlite(sqliteFile(dataDir), true)
  const write = kyselyOverSqlite(writer, onStatement)
  const read = kyselyOverSqlite(reader, onStatement)
  const signals = openSignals()
  // One process alone serves the folder; what the command line does beside it is not heard.
  const news = openNews()
  const queue: Job[] = []
  const background: Job[] = []
  let draining: Promise<void> | null = null

  const drain = async (): Promise<void> => {
    // One turn of the event loop lets everyone who is ready to write join the group.
    for (await turn(); queue.length + background.length > 0; await turn()) {
      const jobs = queue.splice(0, GROUP_SIZE)
      // While others wait one at a time goes along, so that work in the background never stands still.
      const more = background.splice(0, jobs.length > 0 ? 1 : BACKGROUND_GROUP_SIZE)
      // Their wait for another process's lock begins now.
      jobs.push(...more.map((job) => ({ ...job, since: performance.now() })))
      await runGroup(jobs)
    }
    draining = null
  }

  let isSynced = true
  const syncCommits = (synced: boolean): void => {
    if (synced === isSynced) return
    writer.exec(`pragma synchronous = ${synced ? 'full' : 'normal'}`)
    isSynced = synced
  }

  const runGroup = async (jobs: Job[]): Promise<void> => {
    try {
      syncCommits(jobs.some((job) => job.synced))
      await begin(writer, Math.min(...jobs.map((job) => job.since)))
      const outcomes: Outcome[] = []
      for (const job of jobs) outcomes.push(await runJob(job, jobs.length > 1))
      if (writer.isTransaction) writer.exec(outcomes.some((outcome) => outcome.ok) ? 'commit' : 'rollback')
      jobs.forEach((job, index) => settle(job, outcomes[index]))
    } catch (error) {
      // A job that comes after `close` is refused like any other; a throw from here would end the process.
      if (writer.isOpen && writer.isTransaction) writer.exec('rollback')
      const reason = translateStoreError(error)
      for (const job of jobs) job.reject(reason)
    }
  }

  /** A job that fails is undone to its savepoint; one that lost the whole transaction takes the group with it. */
  const runJob = async (job: Job, shared: boolean): Promise<Outcome> => {
    const { tx, committed } = startTx(write, SQLITE, signals, news.spread)
    if (shared) writer.exec('savepoint job')
    try {
      const value = await job.work(tx)
      if (shared) writer.exec('release job')
      return { ok: true, value, committed }
    } catch (error) {
      if (!writer.isTransaction) throw error
      if (shared) writer.exec('rollback to job; release job')
      else writer.exec('rollback')
      return { ok: false, error: translateStoreError(error) }
    }
  }

  return {
    traits: SQLITE,
    read,
    transaction: <T>(work: (tx: Tx) => Promise<T>, options?: CommitOptions) =>
      new Promise<T>((resolve, reject) => {
        const synced = options?.outlives !== 'kill'
        const line = options?.isBackground ? background : queue
        line.push({ work, synced, since: performance.now(), resolve, reject })
        draining ??= drain()
      }),
    hot: <Row>(compiled: CompiledQuery<Row>) => {
      const statement = reader.prepare(compiled.sql)
      statement.setReturnArrays(true)
      const names = statement.columns().map((column) => column.name)
      return async (parameters: readonly unknown[]) => {
        onStatement?.(compiled.sql)
        try {
          return statement.all(...inputs(parameters)).map((values) => named<Row>(names, values))
        } catch (error) {
          throw translateStoreError(error)
        }
      }
    },
    onSignal: signals.onSignal,
    tell: (one) => news.spread([one]),
    onNews: (listener) => {
      listener.hears?.(false)
      return news.listen(listener)
    },
    ping: async () => {
      reader.prepare('select version from config_version').get()
    },
    close: async () => {
      await draining
      for (const connection of [reader, writer]) if (connection.isOpen) connection.close()
    },
  }
}

/** The rows of a compiled query have the shape that its builder gave them. */
function named<Row>(names: readonly string[], values: unknown): Row {
  const row: Record<string, unknown> = {}
  const list = values as unknown[]
  for (let index = 0; index < names.length; index++) row[names[index] as string] = list[index]
  return row as Row
}

function settle(job: Job, outcome: Outcome | undefined): void {
  if (!outcome) job.reject(new Refusal('internal'))
  else if (!outcome.ok) job.reject(outcome.error)
  else {
    outcome.committed()
    job.resolve(outcome.value as never)
  }
}

/** Takes the write lock, trying again while another process holds it, until the first who waits has waited enough. */
async function begin(writer: DatabaseSync, since: number): Promise<void> {
  const until = since + RETRY_FOR_MS
  for (let wait = 5; ; wait = Math.min(wait * 2, 200)) {
    try {
      writer.exec('begin immediate')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
    }
    await delay(wait)
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
