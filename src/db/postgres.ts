import type { Pool } from 'pg'
import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { setTimeout as delay } from 'node:timers/promises'
import { openSignals, startTx } from './after-commit.ts'
import type { CommitOptions, Database, StatementListener, Tx } from './database.ts'
import { POSTGRES } from './dialects.ts'
import { NEWS_CHANNEL, openPostgresNews } from './postgres-news.ts'
import type { Schema } from './schema.ts'
import { isBusy, translateStoreError } from './store-errors.ts'

const MAX_TRIES = 6
const INT8_OID = 20

/** The store on PostgreSQL, which many processes on many machines may share. */
export async function openPostgresDatabase(url: string, onStatement?: StatementListener): Promise<Database> {
  const { default: pg } = await import('pg')
  const types = {
    // Our 64-bit integers are instants, sizes and counters, all far below 2^53.
    getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
      oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format),
  }
  const options = {
    connectionString: url,
    max: 12,
    types: types as typeof pg.types,
    connectionTimeoutMillis: 3000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'reklamator',
    // Compiling takes longer than any query of ours, and PostgreSQL's guess of what a list costs is often far too high.
    options: '-c jit=off',
  }
  // Two pools, so that a read made while a transaction is open never waits for a connection that transactions hold.
  const [readers, writers] = [new pg.Pool(options), new pg.Pool(options)]
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  for (const pool of [readers, writers]) pool.on('error', () => {})
  const [read, write] = [readers, writers].map((pool) => overPool(pool, onStatement)) as [Client, Client]

  const signals = openSignals()
  const news = openPostgresNews({
    connect: () => new pg.Client({ ...options, keepAlive: true }),
    notify: (payload) => readers.query('select pg_notify($1, $2)', [NEWS_CHANNEL, payload]),
  })

  return {
    traits: POSTGRES,
    read,
    transaction: async <T>(work: (tx: Tx) => Promise<T>, options?: CommitOptions): Promise<T> => {
      for (let attempt = 1; ; attempt++) {
        let commit = (): void => {}
        let value: T
        try {
          value = await write.transaction().execute(async (query) => {
            if (options?.outlives === 'kill') await sql`set local synchronous_commit = off`.execute(query)
            const { tx, committed } = startTx(query, POSTGRES, signals, news.spread)
            commit = committed
            return work(tx)
          })
        } catch (error) {
          if (!isBusy(error) || attempt >= MAX_TRIES) throw translateStoreError(error)
          await delay(5 * 2 ** attempt * Math.random())
          continue
        }
        commit()
        return value
      }
    },
    hot: <Row>(compiled: CompiledQuery<Row>) => {
      const name = `hot-${hotQueries++}`
      return async (parameters: readonly unknown[]) => {
        onStatement?.(compiled.sql)
        try {
          const result = await readers.query({ name, text: compiled.sql, values: [...parameters] })
          return rowsOf<Row>(result.rows)
        } catch (error) {
          throw translateStoreError(error)
        }
      }
    },
    onSignal: signals.onSignal,
    tell: (one) => news.spread([one]),
    onNews: news.listen,
    ping: async () => {
      await readers.query('select version from config_version').catch((error: unknown) => {
        throw translateStoreError(error)
      })
    },
    close: async () => {
      await news.close()
      await read.destroy()
      await write.destroy()
    },
  }
}

let hotQueries = 0

type Client = Kysely<Schema>

function overPool(pool: Pool, onStatement?: StatementListener): Client {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === 'query' && !/^(begin|commit|rollback|savepoint|release)/i.test(event.query.sql)) {
        onStatement?.(event.query.sql)
      }
    },
  })
}

/** The rows of a compiled query have the shape that its builder gave them. */
function rowsOf<Row>(rows: unknown[]): Row[] {
  return rows as Row[]
}
