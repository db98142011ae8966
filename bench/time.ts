import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addDays, DAY, dateIn, newId, type Settings, startOfDay, SYSTEM } from '../src/base/index.ts'
import { type Database, openSqliteDatabase, sqliteFile } from '../src/db/index.ts'
import { beginConfigurationChange, openConfiguration } from '../src/issue-types/index.ts'
import { insertRule, openRuleBook, openRunTime, type RunTime } from '../src/rules/index.ts'
import { median, type Row } from './figures.ts'
import { makeManyIssues } from './many-issues.ts'

const FEW = 1000
/** As many as one turn looks at. */
const TURN = 50
const TURNS = 15
const FIRED = 2000
const ZONE = 'Europe/Prague'
const AIM = 1.2
const RATE_AIM = 0.5

type Store = { db: Database; time: RunTime; due: (count: number) => void; close: () => Promise<void> }

/**
 * What a turn costs that finds so many issues due, with very many open issues that wait for their deadlines against 1,000,
 * in turn; and how many reminders a second are written, against raw synced commits on the same disk.
 */
export async function measureTime(issues: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'reklamator-floor-'))
  const few = await openStore(FEW)
  const many = await openStore(issues)
  try {
    return [
      await turnRow(many, few, issues, TURN, 'a turn that starts 50 rules'),
      await turnRow(many, few, issues, 0, 'a turn that finds nothing due'),
      await rateRow(many, issues, folder),
    ]
  } finally {
    await few.close()
    await many.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function turnRow(many: Store, few: Store, issues: number, due: number, what: string): Promise<Row> {
  const costs: { many: number; few: number }[] = []
  // The first pairs warm.
  for (let turn = -3; turn < TURNS; turn++) {
    const pair = { many: await turnCost(many, due), few: await turnCost(few, due) }
    if (turn >= 0) costs.push(pair)
  }
  const ratio = median(costs.map((pair) => pair.many / pair.few))
  const [ours, theirs] = [median(costs.map((pair) => pair.many)), median(costs.map((pair) => pair.few))]
  return {
    what: `${what}, with ${issues} open issues`,
    figure: `${ratio.toFixed(2)} times as with ${FEW} (${ours.toFixed(2)} ms to ${theirs.toFixed(2)} ms of CPU)`,
    aim: `≤ ${AIM} times`,
    met: ratio <= AIM,
  }
}

/** Milliseconds of CPU, of all threads of this process. */
async function turnCost({ time, due }: Store, count: number): Promise<number> {
  due(count)
  const before = process.cpuUsage()
  const looked = await time.runDue()
  const { user, system } = process.cpuUsage(before)
  if (looked !== count) throw new Error(`${looked} of ${count} issues were looked at`)
  return (user + system) / 1000
}

async function rateRow({ time, due }: Store, issues: number, folder: string): Promise<Row> {
  const rates: { ours: number; raw: number }[] = []
  for (let pair = 0; pair < 5; pair++) {
    due(FIRED)
    const began = performance.now()
    let looked = 0
    while (looked < FIRED) looked += await time.runDue()
    const ours = (looked * 1000) / (performance.now() - began)
    const args = ['bench/commit-floor.ts', folder, String(FIRED)]
    rates.push({ ours, raw: Number(execFileSync(process.execPath, args, { encoding: 'utf8' })) })
  }
  const ratio = median(rates.map((pair) => pair.ours / pair.raw))
  const [ours, raw] = [median(rates.map((pair) => pair.ours)), median(rates.map((pair) => pair.raw))]
  return {
    what: `reminders written a second, each once, with ${issues} open issues`,
    figure: `${ratio.toFixed(2)} of the rate of raw synced commits (${ours.toFixed(0)} to ${raw.toFixed(0)} a second)`,
    aim: `≥ ${RATE_AIM} of the rate`,
    met: ratio >= RATE_AIM,
  }
}

/** A store in which one rule waits for the end of each open issue's last day, which lies ahead. */
async function openStore(issues: number): Promise<Store> {
  const { dataDir, remove } = await makeManyIssues(issues, 'sqlite', 1)
  const today = dateIn(ZONE, Date.now())
  const ahead = addDays(today, 300) ?? today
  const store = new DatabaseSync(sqliteFile(dataDir))
  store.exec('pragma synchronous = off; pragma cache_size = -400000; begin')
  store.exec('delete from business_rules; delete from issue_timers')
  store
    .prepare("insert into issue_timers (issue_id, at, since, fired) select id, ?, 0, '{}' from issues")
    .run(startOfDay(ZONE, ahead, 1))
  store.exec('commit; pragma optimize; pragma synchronous = full')

  const db = openSqliteDatabase(dataDir)
  const settings: Settings = {
    baseUrl: 'http://localhost',
    defaultLocale: 'en',
    defaultCountry: 'CZ',
    timeZone: ZONE,
    sms: { countries: ['CZ'], dailyBudget: 500 },
  }
  const configuration = openConfiguration(db)
  const deps = { db, configuration, settings, clock: Date.now }
  await db.transaction(async (tx) => {
    await beginConfigurationChange(tx)
    const rule = {
      id: newId(Date.now()),
      name: 'Deadline passed',
      enabled: true,
      issueType: null,
      trigger: { on: 'deadline.passed' },
      condition: null,
      actions: [{ do: 'note', body: 'It has passed.' }],
      stop: false,
      once: false,
      position: 0,
    } as const
    await insertRule({ ...deps, actor: SYSTEM }, tx, rule)
    // It was there before the days that are over.
    await tx.query.updateTable('business_rules').set({ armed_at: 0 }).execute()
  })
  const log = (_: string, message: string) => console.error(message)
  const time = openRunTime({ ...deps, log }, openRuleBook(db, configuration, settings))
  const yesterday = addDays(today, -1) ?? today
  const chosen = store.prepare(
    `select i.id from issues i join issue_timers t on t.issue_id = i.id
     where i.search_id > ? and t.fired = '{}' order by i.search_id limit ?`,
  )
  const over = store.prepare('update issues set due = ?, deadline = null, created_at = ? where id = ?')
  const wait = store.prepare('update issue_timers set at = ? where issue_id = ?')
  let from = 0
  return {
    db,
    time,
    /** Has so many issues become due, spread over the store; when it ends, from the start, with their memory gone. */
    due: (count) => {
      const step = Math.max(1, Math.floor(issues / 8))
      if (count === 0) return
      store.exec('begin immediate')
      let rows = chosen.all(from, count)
      if (rows.length < count) {
        store.exec("update issue_timers set fired = '{}' where fired <> '{}'")
        from = 0
        rows = chosen.all(from, count)
      }
      for (const { id } of rows) {
        over.run(yesterday, Date.now() - 30 * DAY, String(id))
        wait.run(startOfDay(ZONE, today), String(id))
      }
      store.exec('commit')
      from = (from + step + count) % issues
    },
    close: async () => {
      await db.close()
      store.close()
      await remove()
    },
  }
}
