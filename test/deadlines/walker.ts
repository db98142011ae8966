/** A process that computes deadlines anew until it is killed: `walker.ts STORE`, STORE a data folder or a database. */
import { setTimeout as delay } from 'node:timers/promises'
import { SYSTEM } from '../../src/base/index.ts'
import { openPostgresDatabase, openSqliteDatabase } from '../../src/db/index.ts'
import { DEADLINES_JOB, openConfiguration } from '../../src/issue-types/index.ts'
import { recomputingDeadlines } from '../../src/issues/index.ts'
import { openJobs } from '../../src/jobs/index.ts'

const [store = ''] = process.argv.slice(2)
const db = store.startsWith('postgres') ? await openPostgresDatabase(store) : openSqliteDatabase(store)
const settings = {
  baseUrl: 'http://localhost:3000',
  defaultLocale: 'en',
  defaultCountry: 'CZ',
  timeZone: 'Europe/Prague',
  sms: { countries: ['CZ'], dailyBudget: 500 },
} as const
const ctx = { db, configuration: openConfiguration(db), clock: Date.now, settings, actor: SYSTEM }
const jobs = openJobs({
  db,
  clock: Date.now,
  kinds: { [DEADLINES_JOB]: recomputingDeadlines(ctx) },
  log: () => {},
})
// A run of tests that dies takes its walkers with it.
process.stdin.on('end', () => process.exit()).resume()
for (;;) if ((await jobs.workBatch()) === 0) await delay(5)
