import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { type AppDeps, createApp } from './app.ts'
import { MINUTE, SECOND, SYSTEM } from './base/index.ts'
import { type Config, MIN_SECRET_BYTES, WrongSetting } from './config.ts'
import {
  type Database,
  lockFolder,
  migratePostgres,
  migrateSqlite,
  openPostgresDatabase,
  openSqliteDatabase,
} from './db/index.ts'
import { openCapturedMail } from './deliveries/index.ts'
import { openFileFolder } from './files/index.ts'
import { openConfiguration } from './issue-types/index.ts'

export type Log = AppDeps['log']

/** JSON lines on standard error, with what is needed to find a fault and nothing personal. */
export function openLog(level: Config['logLevel']): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
  return (severity, message, error) => {
    if (!(error instanceof Error)) logger[severity](message)
    else {
      const code = 'code' in error ? String(error.code) : undefined
      logger[severity](
        { error: { name: error.name, code, message: error.message, stack: error.stack } },
        message,
      )
    }
  }
}

/** The store of a configuration, opened as it is; its schema is not touched. */
export async function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl ? openPostgresDatabase(config.databaseUrl) : openSqliteDatabase(config.dataDir)
}

/** The process's secret: given, or made once and kept in the data folder. */
export function readSecret(config: Config): string {
  if (config.secret) return config.secret
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'secret')
  if (!existsSync(file)) {
    // Whole or not at all: a name that is linked once its content is on the disk.
    const made = `${file}.${process.pid}`
    writeFileSync(made, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true })
    try {
      linkSync(made, file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      unlinkSync(made)
    }
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (Buffer.byteLength(secret) >= MIN_SECRET_BYTES) return secret
  throw new WrongSetting(
    `the file ${file} holds less than ${MIN_SECRET_BYTES} bytes; restore it, or delete it to make another`,
  )
}

export type Serving = {
  /** Where it listens, as the operator may open it. */
  address: string
  /** Stops taking work, finishes what is at hand, and lets go of everything. */
  stop: () => Promise<void>
}

const SWEEP_EVERY = 10 * MINUTE
const STOP_WITHIN = 25 * SECOND

/**
 * Runs the system: takes the data folder, brings the store up to date, gives a new one its starter configuration,
 * listens.
 * @throws FolderLocked, NewerStore, or what the operating system says of the address.
 */
export async function serve(config: Config, log: Log): Promise<Serving> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const lock = config.databaseUrl ? null : lockFolder(config.dataDir)
  let db: Database | null = null
  try {
    if (config.databaseUrl) await migratePostgres(config.databaseUrl)
    else await migrateSqlite(config.dataDir)
    db = await openDatabase(config)
    const { clock, settings } = { clock: Date.now, settings: config }
    const configuration = openConfiguration(db)
    if (!(await configuration.current()).isSetUp) {
      // Loaded for the first start alone: its texts would stay in memory.
      const { installStarter } = await import('./starter/index.ts')
      await installStarter({ db, configuration, clock, settings, actor: SYSTEM })
    }
    const running = await createApp({
      db,
      files: openFileFolder(config.dataDir),
      capturedMail: openCapturedMail(config.dataDir),
      settings,
      trustedProxies: config.trustedProxies,
      secret: readSecret(config),
      clock,
      log,
    })
    await running.app.listen({ host: config.host, port: config.port })
    if (config.baseUrl.startsWith('http:') && !/\/\/(localhost|127\.|\[::1\])/.test(config.baseUrl)) {
      log('warn', 'BASE_URL is plain http: cookies and what customers type travel unprotected; use https')
    }
    if (config.unused.length > 0)
      log('warn', `this release does not know ${config.unused.join(', ')} yet; they change nothing`)
    const opened = db
    const sweep = () =>
      running.sweep().catch((error: unknown) => log('warn', 'the sweep did not finish', error))
    const sweeping = setInterval(() => void sweep(), SWEEP_EVERY)
    sweeping.unref()
    void sweep()
    return {
      address: config.baseUrl,
      stop: async () => {
        running.startLeaving()
        clearInterval(sweeping)
        await Promise.race([running.app.close(), delay(STOP_WITHIN, undefined, { ref: false })])
        await opened.close()
        lock?.release()
      },
    }
  } catch (error) {
    await db?.close()
    lock?.release()
    throw error
  }
}
