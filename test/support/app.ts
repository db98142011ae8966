import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { createApp, type RunningApp } from '../../src/app.ts'
import { type Actor, type Settings, SYSTEM } from '../../src/base/index.ts'
import {
  type Database,
  migratePostgres,
  migrateSqlite,
  openPostgresDatabase,
  openSqliteDatabase,
  sqliteFile,
} from '../../src/db/index.ts'
import {
  type CapturedMail,
  mailIdentity,
  openCapturedChannel,
  openCapturedMail,
} from '../../src/deliveries/index.ts'
import type { DeskFiles } from '../../src/desk/index.ts'
import { type FileStore, openFileFolder } from '../../src/files/index.ts'
import { type Ctx, openConfiguration } from '../../src/issue-types/index.ts'
import { openOutbound, type Outbound } from '../../src/outbound/index.ts'
import { openCapturedSms, openSmsChannel, type SmsGateway } from '../../src/sms/index.ts'
import { createToken } from '../../src/staff/index.ts'
import { installStarter } from '../../src/starter/index.ts'
import { openWebhookChannel } from '../../src/webhooks/index.ts'
import { openWorker } from '../../src/worker.ts'
import { createPostgresDatabase } from './postgres.ts'

export type StoreKind = 'sqlite' | 'postgres'
export const STORES: readonly StoreKind[] = ['sqlite', 'postgres']

/** A running installation over a store of its own, with the starter configuration and a clock that tests set. */
export type TestApp = {
  store: StoreKind
  app: RunningApp['app']
  running: RunningApp
  db: Database
  files: FileStore
  capturedMail: CapturedMail
  outbound: Outbound
  /** Ports of 127.0.0.1 on which webhooks may call endpoints of tests. */
  outboundPorts: Set<number>
  /** Lets rules look at all that has happened, and hands over what they and others put on its way. */
  drain: () => Promise<void>
  dataDir: string
  settings: Settings
  /** Bearer tokens, one per scope. */
  tokens: { admin: string; write: string; read: string }
  /** For calling verbs directly, as the system. */
  ctx: Ctx
  clock: { now: number; advance: (milliseconds: number) => void }
  /** SQL statements since the last call, without those that begin and end transactions. */
  takeStatements: () => string[]
  /** What was logged. */
  logged: { level: string; message: string }[]
  stop: () => Promise<void>
}

type TestLog = (level: 'error' | 'warn', message: string, error?: unknown) => void

export const TEST_SECRET = 'a secret of at least thirty-two bytes, for tests only'
const START = Date.parse('2026-11-23T09:00:00Z')

export type TestAppOptions = {
  baseUrl?: string
  trustedProxies?: string[]
  sms?: Partial<Settings['sms']>
  smsGateway?: SmsGateway
  desk?: DeskFiles | null
  /** A store that was never set up. */
  isEmpty?: boolean
}

const NOTHING_INSIDE = {
  internal: { addresses: new BlockList(), names: new Set<string>() },
  ports: new Set<number>(),
  http: false,
}

/** Starts an app over a fresh store; `stop` removes everything again. */
export async function startTestApp(store: StoreKind, options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'reklamator-test-'))
  const statements: string[] = []
  const onStatement = (sql: string) => void statements.push(sql)
  const { db, drop } = await openStore(store, dataDir, onStatement)
  const settings: Settings = {
    baseUrl: options.baseUrl ?? 'http://localhost:3000',
    defaultLocale: 'en',
    defaultCountry: 'CZ',
    timeZone: 'Europe/Prague',
    sms: { countries: ['CZ'], dailyBudget: 500, ...options.sms },
  }
  const clock = {
    now: START,
    advance: (milliseconds: number) => {
      clock.now += milliseconds
    },
  }
  const trustedProxies = new BlockList()
  for (const address of options.trustedProxies ?? []) trustedProxies.addAddress(address)
  const files = openFileFolder(dataDir)
  const capturedMail = openCapturedMail(dataDir)
  const logged: TestApp['logged'] = []
  const actor: Actor = SYSTEM
  const ctx: Ctx = { db, configuration: openConfiguration(db), clock: () => clock.now, settings, actor }
  if (!options.isEmpty) await installStarter(ctx)
  const token = async (scope: string) => (await createToken(db, ctx.clock, { name: scope, scope })).token
  const tokens = {
    admin: await token('admin'),
    write: await token('issues:write'),
    read: await token('issues:read'),
  }
  const log: TestLog = (level, message, error) => {
    logged.push({ level, message: error instanceof Error ? `${message}: ${error.stack}` : message })
  }
  const internal = { addresses: new BlockList(), names: new Set<string>() }
  internal.addresses.addAddress('127.0.0.1')
  const outboundPorts = new Set<number>()
  const callable = { internal, ports: outboundPorts, http: true }
  const outbound = openOutbound({ settings: callable })
  const running = await createApp({
    db,
    files,
    capturedMail,
    mailIsCaptured: true,
    outbound,
    settings,
    smsGateway: options.smsGateway ?? null,
    surroundings: { dataDir, smtpHost: null },
    trustedProxies,
    desk: options.desk ?? null,
    secret: TEST_SECRET,
    clock: () => clock.now,
    log,
  })
  const now = () => clock.now
  const email = openCapturedChannel(
    capturedMail,
    mailIdentity({ baseUrl: settings.baseUrl, mailFrom: null }),
    now,
  )
  const webhook = openWebhookChannel({
    ctx,
    secret: TEST_SECRET,
    outbound: openOutbound({ settings: callable }),
    log,
  })
  const sms = options.smsGateway
    ? openSmsChannel({
        gateway: options.smsGateway,
        outbound: openOutbound({ settings: NOTHING_INSIDE }),
        reportUrl: `${settings.baseUrl}/api/v1/sms/reports`,
        clock: now,
      })
    : openCapturedSms(capturedMail, db, now)
  const worker = openWorker({
    db,
    configuration: ctx.configuration,
    settings,
    channels: { email, sms, webhook },
    clock: now,
    // Tests set the clock; what it does against a steady one they say themselves.
    monotonic: now,
    log,
  })
  return {
    store,
    app: running.app,
    running,
    db,
    files,
    capturedMail,
    outbound,
    outboundPorts,
    drain: worker.drain,
    dataDir,
    settings,
    tokens,
    ctx,
    clock,
    takeStatements: () => statements.splice(0),
    logged,
    stop: async () => {
      await running.app.close()
      await worker.stop()
      await outbound.close()
      await db.close()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs a suite on both stores, each with an app of its own. */
export function onBothStores(
  name: string,
  suite: (app: () => TestApp) => void,
  options: TestAppOptions = {},
): void {
  describe.each(STORES)(`${name} (%s)`, (store) => {
    let running: TestApp | null = null
    beforeAll(async () => {
      running = await startTestApp(store, options)
    })
    afterAll(async () => {
      await running?.stop()
    })
    suite(() => {
      if (!running) throw new Error('the app of this suite is not running')
      return running
    })
  })
}

async function openStore(store: StoreKind, dataDir: string, onStatement: (sql: string) => void) {
  if (store === 'sqlite') {
    await copySqliteTemplate(dataDir)
    return { db: openSqliteDatabase(dataDir, onStatement), drop: async () => {} }
  }
  const { url, drop } = await createPostgresDatabase(inject('postgresUrl'))
  await migratePostgres(url)
  return { db: await openPostgresDatabase(url, onStatement), drop }
}

let template: Promise<string> | null = null

/** Migrated once per test file, then copied: quicker than migrating anew. */
async function copySqliteTemplate(dataDir: string): Promise<void> {
  template ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reklamator-template-'))
    await migrateSqlite(folder)
    // At the exit nothing is awaited any more.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return folder
  })()
  await cp(sqliteFile(await template), sqliteFile(dataDir))
}
