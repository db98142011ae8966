import { sql } from 'kysely'
import { afterEach, beforeEach, inject } from 'vitest'
import type { Database } from '../../src/db/index.ts'
import {
  type Delivering,
  enqueue,
  mailIdentity,
  type NewDelivery,
  openDelivering,
  openSmtpChannel,
  type SmtpLimits,
} from '../../src/deliveries/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { openTestIssue } from '../support/calls.ts'
import { type SmtpTestServer, startSmtpServer } from '../support/smtp.ts'

let keys = 0

/** A message to a customer, with a key of its own. */
export function letter(issueId: string, more: Partial<NewDelivery> = {}): NewDelivery {
  keys++
  return {
    issueId,
    eventId: null,
    ruleId: null,
    templateKey: 'claim-received',
    uniqueKey: `test ${keys}`,
    channel: 'email',
    to: `jana${keys}@example.com`,
    locale: 'en',
    subject: `Your claim ${keys}`,
    text: 'We have it.',
    html: '<p>We have it.</p>',
    ...more,
  }
}

/** Enqueues in a transaction of its own, now. */
export function send(app: TestApp, ...rows: NewDelivery[]): Promise<string[]> {
  return app.db.transaction((tx) => enqueue(tx, app.clock.now, rows))
}

/** A new issue: its id and its number. */
export async function newIssue(app: TestApp): Promise<{ id: string; number: string }> {
  const { number } = await openTestIssue(app)
  const row = await app.db.read
    .selectFrom('issues')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { id: row.id, number }
}

/** A delivery about an issue as it is stored. */
export async function stored(app: TestApp, id: string) {
  const rows = app.db.read.selectFrom('deliveries').selectAll().where('id', '=', id)
  const row = await rows.executeTakeFirstOrThrow()
  return { ...row, issue_id: row.issue_id ?? '' }
}

/** Where another process finds the store of an app on PostgreSQL. */
export async function databaseUrl(app: TestApp): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.db.read)
  return new URL(`/${rows[0]?.name}`, inject('postgresUrl')).href
}

/** The state of a delivery, and after how many attempts. */
export async function stateOf(app: TestApp, id: string): Promise<string> {
  const { state, attempts } = await stored(app, id)
  return `${state} after ${attempts}`
}

export type Desk = {
  app: () => TestApp
  smtp: () => SmtpTestServer
  delivering: () => Delivering
  /** Delivers what is due now; answers how many attempts came to an end. */
  deliver: () => Promise<number>
}

/** A suite over both stores with a mail server of its own and a sender that hands over to it. */
export function onBothStoresWithMail(
  name: string,
  suite: (desk: Desk) => void,
  limits: Partial<SmtpLimits> = {},
): void {
  onBothStores(name, (app) => {
    let smtp: SmtpTestServer
    let delivering: Delivering
    beforeEach(async () => {
      smtp = await startSmtpServer()
      delivering = openTestDelivering(app(), smtp, limits)
    })
    afterEach(async () => {
      smtp.release()
      await delivering.close()
      await smtp.stop()
      // Suites share the store, and each test its queue with no other.
      await app().db.transaction((tx) => tx.query.deleteFrom('deliveries').execute())
    })
    suite({
      app,
      smtp: () => smtp,
      delivering: () => delivering,
      deliver: () => delivering.deliverDue(app().clock.now),
    })
  })
}

/** A sender over a store, with no chance in its waits. */
export function openTestDelivering(
  app: TestApp,
  smtp: Pick<SmtpTestServer, 'host' | 'port'>,
  limits: Partial<SmtpLimits> = {},
  db: Database = app.db,
): Delivering {
  const clock = () => app.clock.now
  const identity = mailIdentity({
    baseUrl: app.settings.baseUrl,
    mailFrom: null,
    companyName: async () => 'Example Shop',
  })
  const settings = { host: smtp.host, port: smtp.port, tls: 'off', login: null } as const
  return openDelivering({
    db,
    name: 'email',
    channel: openSmtpChannel({ settings, identity, clock, limits }),
    clock,
    log: (level, message, error) => {
      app.logged.push({ level, message: error instanceof Error ? `${message}: ${error.stack}` : message })
    },
    chance: () => 0.5,
  })
}
