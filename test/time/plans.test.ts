import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/base/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { noteRule } from './support.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp('sqlite')
})
afterAll(() => app.stop())

/** How SQLite means to run what was asked of it since the last call, as far as it chooses among the rows of a table. */
async function plans(table: string): Promise<string[]> {
  const asked = new Set(app.takeStatements().filter((statement) => statement.startsWith('select')))
  const all: string[] = []
  for (const statement of [...asked].filter((text) => text.includes(`from "${table}"`))) {
    const explained = await sql
      .raw<{ detail: string }>(`explain query plan ${statement}`)
      .execute(app.db.read)
    all.push(explained.rows.map(({ detail }) => detail).join('; '))
  }
  return all
}

test('a turn finds what is due by the index of times, and issues by their keys, or by a few days in the morning', async () => {
  await noteRule(app, { on: 'deadline.passed' })
  await noteRule(app, { on: 'schedule', cron: '0 8 * * *' })
  await openTestIssue(app, { due: '2026-11-25' })
  await app.drain()
  app.clock.advance(3 * DAY)
  app.takeStatements()
  await app.drain()
  const statements = app.takeStatements()
  expect(statements.some((text) => text.includes('insert into "events"'))).toBe(true)
  app.clock.advance(3 * DAY)
  await app.drain()
  const timers = await plans('issue_timers')
  expect(timers.join()).toContain('issue_timers_at (at<?)')
  for (const plan of timers) expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)

  app.clock.advance(3 * DAY)
  app.takeStatements()
  await app.drain()
  const issues = await plans('issues')
  expect(issues.length).toBeGreaterThan(1)
  for (const plan of issues)
    expect(plan).toMatch(
      /^(CO-ROUTINE passed; )?SEARCH issues USING (COVERING )?INDEX (sqlite_autoindex_issues_\d \((id|number_key)|issues_due \(due>\? AND due<\?\))/,
    )
})

test('what is due and not started is told of, once nobody starts it for five minutes', async () => {
  await app.drain()
  app.clock.advance(DAY)
  await app.running.sweep()
  expect(app.logged.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^what time starts has been due for \d+ minutes; is a worker running\?$/),
  )
  await app.drain()
  app.logged.length = 0
  app.clock.advance(MINUTE)
  await app.running.sweep()
  expect(app.logged).toEqual([])
})

test('a dry run of a schedule goes back to the last hundred ticks, by indexes, however long the period', async () => {
  const id = await noteRule(app, { on: 'schedule', cron: '*/15 * * * *' }, { enabled: false })
  await openTestIssue(app)
  const from = '2001-01-01T00:00:00Z'
  app.clock.advance(30 * MINUTE)
  app.takeStatements()
  const { json } = await expectCall(200, app, 'POST', `/business-rules/${id}/dry-run`, { from })
  expect(json.fired.length).toBeGreaterThan(0)
  const plansOfIssues = (await plans('issues')).filter((plan) => plan.includes('category'))
  expect(plansOfIssues.length).toBeGreaterThan(0)
  for (const plan of plansOfIssues) expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
})
