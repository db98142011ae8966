import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteDatabase } from '../src/db/index.ts'
import { openConfiguration } from '../src/issue-types/index.ts'
import { moveIssue, openIssue, replyToIssue } from '../src/issues/index.ts'
import { type Server, startServer } from './processes.ts'

export type Visitor = { number: string; email: string }
export type Installation = { dataDir: string; visitors: Visitor[]; remove: () => void }

/** A data folder with issues as a shop has them: moved on, with messages both ways. */
export async function makeInstallation(issues: number): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-bench-'))
  const first = await serveInstallation(dataDir)
  await first.stop()
  const db = openSqliteDatabase(dataDir)
  const settings = {
    baseUrl: 'http://localhost',
    defaultLocale: 'en',
    defaultCountry: 'CZ',
    timeZone: 'Europe/Prague',
    sms: { countries: ['CZ'], dailyBudget: 500 },
  } as const
  const actor = { kind: 'system', id: 'bench', name: 'Benchmark' } as const
  // What is measured is a visit: no rule sends mail about these issues.
  const cause = 'import' as const
  const ctx = { db, configuration: openConfiguration(db), clock: Date.now, settings, actor, cause }
  const visitors = await Promise.all(
    Array.from({ length: issues }, async (_, index) => {
      const email = `customer${index}@example.com`
      const values = {
        product: 'Kettle K200, cream',
        order_number: '2026-8841',
        defect: 'Leaks at the handle',
      }
      const { issue } = await openIssue(ctx, { type: 'warranty', locale: 'en', contact: { email }, values })
      await moveIssue(ctx, issue.number, { to: 'assessing' })
      await replyToIssue(ctx, issue.number, { body: 'Thank you, we have it.', internal: false, from: 'shop' })
      await replyToIssue(ctx, issue.number, { body: 'Here is a photo.', internal: false, from: 'customer' })
      return { number: issue.number, email }
    }),
  )
  await db.close()
  return { dataDir, visitors, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** The real program on a data folder, or as `env` says, believing the load's forwarded addresses. */
export function serveInstallation(dataDir: string, env: Record<string, string> = {}): Promise<Server> {
  return startServer(
    ['src/cli/main.ts', 'serve'],
    {
      DATA_DIR: dataDir,
      PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ...env,
    },
    /ready at .*:(\d+)$/,
  )
}

/** An address that no visitor had before, so that counters of strangers stay apart. */
export function freshAddress(): string {
  return `2001:db8:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::${randomInt(65_536).toString(16)}`
}
