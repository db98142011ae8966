import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
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
import {
  type CapturedMail,
  mailIdentity,
  openCapturedChannel,
  openCapturedMail,
  openSmtpChannel,
  sweepCapturedMail,
} from './deliveries/index.ts'
import { openDesk } from './desk/index.ts'
import { openFileFolder } from './files/index.ts'
import { openConfiguration } from './issue-types/index.ts'
import { openOutbound } from './outbound/index.ts'
import { openWebhookChannel } from './webhooks/index.ts'
import { makeFirstLink } from './staff/index.ts'
import { openCapturedSms, openSmsChannel } from './sms/index.ts'
import { openWorker, type Worker } from './worker.ts'

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
  /** By it the first owner is made; `null` where somebody can sign in already. */
  firstLink: string | null
  /** Stops taking work, finishes what is at hand, and lets go of everything. */
  stop: () => Promise<void>
}

const SWEEP_EVERY = 10 * MINUTE
const STOP_WITHIN = 25 * SECOND

export type ServeOptions = {
  /** Whether this process also runs rules and sends; several may, where the store is PostgreSQL. */
  worker: boolean
}

/**
 * Runs the system: takes the data folder, brings the store up to date, gives a new one its starter configuration,
 * listens, works.
 * @throws FolderLocked, NewerStore, or what the operating system says of the address.
 */
export async function serve(config: Config, log: Log, options: ServeOptions): Promise<Serving> {
  const opened = await openStore(config)
  try {
    const { db } = opened
    const capturedMail = openCapturedMail(config.dataDir)
    const outbound = openOutbound({ settings: config.outbound })
    const running = await createApp({
      db,
      files: openFileFolder(config.dataDir),
      capturedMail,
      mailIsCaptured: config.smtp === null,
      outbound,
      settings: config,
      smsGateway: config.smsGateway,
      surroundings: { dataDir: config.dataDir, smtpHost: config.smtp?.host ?? null },
      trustedProxies: config.trustedProxies,
      desk: openDesk(fileURLToPath(new URL('../desk/dist', import.meta.url))),
      secret: readSecret(config),
      clock: Date.now,
      log,
    })
    const worker = options.worker ? openWorking(config, db, capturedMail, log) : null
    await running.app.listen({ host: config.host, port: config.port })
    const firstLink = await makeFirstLink(db, Date.now(), config.baseUrl)
    tellDoubts(config, log)
    worker?.start()
    const sweeping = sweepNowAndThen(running.sweep, log)
    return {
      address: config.baseUrl,
      firstLink,
      stop: async () => {
        running.startLeaving()
        sweeping.end()
        const finished = Promise.all([running.app.close(), worker?.stop()])
        await Promise.race([finished, delay(STOP_WITHIN, undefined, { ref: false })])
        await outbound.close()
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/**
 * Runs rules and sends, without listening: beside other processes on one PostgreSQL store.
 * @throws NewerStore
 */
export async function work(config: Config, log: Log): Promise<Pick<Serving, 'stop'>> {
  const opened = await openStore(config)
  try {
    const capturedMail = openCapturedMail(config.dataDir)
    const worker = openWorking(config, opened.db, capturedMail, log)
    worker.start()
    // What is captured here lies in this process's folder, which nobody else may have.
    const sweeping = sweepNowAndThen(() => sweepCapturedMail(opened.db, capturedMail, Date.now()), log)
    return {
      stop: async () => {
        sweeping.end()
        await Promise.race([worker.stop(), delay(STOP_WITHIN, undefined, { ref: false })])
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** The store, brought up to date and set up, with the data folder held where the store lies in it. */
async function openStore(config: Config): Promise<{ db: Database; close: () => Promise<void> }> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const lock = config.databaseUrl ? null : lockFolder(config.dataDir)
  let db: Database | null = null
  const close = async () => {
    await db?.close()
    lock?.release()
  }
  try {
    if (config.databaseUrl) await migratePostgres(config.databaseUrl)
    else await migrateSqlite(config.dataDir)
    db = await openDatabase(config)
    const configuration = openConfiguration(db)
    if (!(await configuration.current()).isSetUp) {
      // Loaded for the first start alone: its texts would stay in memory.
      const { installStarter } = await import('./starter/index.ts')
      await installStarter({ db, configuration, clock: Date.now, settings: config, actor: SYSTEM })
    }
    return { db, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What reacts to events and sends, over the channels that the settings name. */
function openWorking(config: Config, db: Database, capturedMail: CapturedMail, log: Log): Worker {
  const configuration = openConfiguration(db)
  const identity = mailIdentity({
    baseUrl: config.baseUrl,
    mailFrom: config.mailFrom,
    companyName: async () => (await configuration.current()).company.name,
  })
  const email = config.smtp
    ? openSmtpChannel({ settings: config.smtp, identity, clock: Date.now })
    : openCapturedChannel(capturedMail, identity, Date.now)
  const webhook = openWebhookChannel({
    ctx: { db, configuration, clock: Date.now, settings: config, actor: SYSTEM },
    secret: readSecret(config),
    outbound: openOutbound({ settings: config.outbound }),
    log,
  })
  const sms = config.smsGateway
    ? openSmsChannel({
        gateway: config.smsGateway,
        outbound: openOutbound({ settings: config.outbound }),
        reportUrl: `${config.baseUrl}/api/v1/sms/reports`,
        clock: Date.now,
      })
    : openCapturedSms(capturedMail, db, Date.now)
  const channels = { email, sms, webhook }
  return openWorker({ db, configuration, settings: config, channels, clock: Date.now, log })
}

function tellDoubts(config: Config, log: Log): void {
  if (config.baseUrl.startsWith('http:') && !/\/\/(localhost|127\.|\[::1\])/.test(config.baseUrl)) {
    log('warn', 'BASE_URL is plain http: cookies and what customers type travel unprotected; use https')
  }
  if (config.unused.length > 0)
    log('warn', `this release does not know ${config.unused.join(', ')} yet; they change nothing`)
}

function sweepNowAndThen(sweep: () => Promise<void>, log: Log): { end: () => void } {
  const run = () => sweep().catch((error: unknown) => log('warn', 'the sweep did not finish', error))
  const sweeping = setInterval(() => void run(), SWEEP_EVERY)
  sweeping.unref()
  void run()
  return { end: () => clearInterval(sweeping) }
}
