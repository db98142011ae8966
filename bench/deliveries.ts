import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SYSTEM } from '../src/base/index.ts'
import { type Database, openSqliteDatabase } from '../src/db/index.ts'
import { enqueue, mailIdentity, openDelivering, openSmtpChannel } from '../src/deliveries/index.ts'
import { openConfiguration } from '../src/issue-types/index.ts'
import { openIssue } from '../src/issues/index.ts'
import type { Row } from './figures.ts'
import { serveInstallation } from './installation.ts'

const MAILS = 2000
const PER_ISSUE = 10

/** How quickly mail drains from a SQLite store to a mail server of its own process on this machine. */
export async function measureMail(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-bench-'))
  const server = spawn(process.execPath, ['bench/mail-server.ts'], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
    const first = await serveInstallation(dataDir)
    await first.stop()
    const db = openSqliteDatabase(dataDir)
    await fill(db)
    const identity = mailIdentity({ baseUrl: 'http://localhost', mailFrom: null })
    const settings = { host: '127.0.0.1', port: Number(line), tls: 'off', login: null } as const
    const email = openSmtpChannel({ settings, identity, clock: Date.now })
    const log = (_: string, message: string) => console.error(message)
    const delivering = openDelivering({ db, name: 'email', channel: email, clock: Date.now, log })
    const before = await commitsPerSecond(db)
    const began = performance.now()
    const cpu = process.cpuUsage()
    const done = await delivering.deliverDue(Date.now())
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const after = await commitsPerSecond(db)
    await delivering.close()
    await db.close()
    if (done !== MAILS) throw new Error(`${done} of ${MAILS} mails were sent`)
    const rate = done / seconds
    const each = (user + system) / 1000 / done
    return [
      {
        what: `${MAILS} mails drain to a server on this machine, each settled before the next one ends`,
        figure:
          `${rate.toFixed(0)} mails/s, ${each.toFixed(2)} ms of CPU each; ` +
          `bare synced commits on this disk: ${before.toFixed(0)}/s before, ${after.toFixed(0)}/s after`,
        aim: '≥ 200 mails/s',
        met: rate >= 200,
      },
    ]
  } finally {
    server.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The floor: as many transactions of one small change, one after the other. */
async function commitsPerSecond(db: Database): Promise<number> {
  const count = 300
  const began = performance.now()
  for (let version = 1; version <= count; version++) {
    await db.transaction((tx) => tx.query.updateTable('company').set({ version }).execute())
  }
  return count / ((performance.now() - began) / 1000)
}

async function fill(db: Database): Promise<void> {
  const settings = {
    baseUrl: 'http://localhost',
    defaultLocale: 'en',
    defaultCountry: 'CZ',
    timeZone: 'Europe/Prague',
    sms: { countries: ['CZ'], dailyBudget: 500 },
  } as const
  const ctx = { db, configuration: openConfiguration(db), clock: Date.now, settings, actor: SYSTEM }
  const text = 'Thank you, we have your claim and will look at it within two days.\n\n'.repeat(20)
  const html = `<html><body>${'<p>Thank you, we have your claim and will look at it.</p>\n'.repeat(60)}</body></html>`
  await Promise.all(
    Array.from({ length: MAILS / PER_ISSUE }, async (_, index) => {
      const email = `customer${index}@example.com`
      const { issue } = await openIssue(ctx, { type: 'warranty', contact: { email } })
      const rows = Array.from({ length: PER_ISSUE }, (_row, number) => ({
        issueId: issue.id,
        eventId: null,
        ruleId: null,
        templateKey: null,
        uniqueKey: `${issue.id} ${number}`,
        channel: 'email' as const,
        to: email,
        locale: 'en',
        subject: `Your claim ${issue.number}`,
        text: `${text}http://localhost/en/status/warranty?issue=${issue.number}&key=abcdefghijklmnopqrstuvwxyz`,
        html,
      }))
      await db.transaction((tx) => enqueue(tx, Date.now(), rows))
    }),
  )
}
