import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { joined } from '../../src/db/index.ts'
import { openIssue } from '../../src/issues/index.ts'
import { STORES, startTestApp, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { databaseUrl } from '../deliveries/support.ts'

const WALKER = fileURLToPath(new URL('walker.ts', import.meta.url))
const KILLS = Number(process.env['KILLS'] ?? 2)
const ISSUES = 600
const url = '/issue-types/loan/deadlines'

describe.each(STORES)('kill -9 of a process that computes deadlines anew (%s)', (store) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(store)
  })
  afterAll(() => app.stop())

  const setDays = (days: number) =>
    expectCall(200, app, 'PUT', url, { rules: [{ key: 'own', name: { en: 'Own' }, length: { days } }] })
  const progress = async () => (await expectCall(200, app, 'GET', url)).json.recomputation

  test(
    `R72 after each of ${KILLS} kills the job goes on, and no issue is moved twice or forgotten`,
    async () => {
      await expectCall(201, app, 'POST', '/issue-types', { key: 'loan', name: { en: 'Loan' } })
      await setDays(10)
      await app.drain()
      await app.db.transaction(async (tx) => {
        const ctx = { ...app.ctx, db: joined(app.db, tx), cause: 'import' as const }
        for (let index = 0; index < ISSUES; index++) await openIssue(ctx, { type: 'loan' })
      })
      const target = store === 'postgres' ? await databaseUrl(app) : app.dataDir
      for (let kill = 0; kill < KILLS; kill++) {
        const days = 20 + kill
        await setDays(days)
        const child = start(target)
        await vi.waitUntil(async () => (await progress()).done > 100 * (kill % 4), {
          timeout: 30_000,
          interval: 1,
        })
        await delay(Math.random() * 10)
        await end(child)
        const last = start(target)
        await vi.waitUntil(async () => (await progress()).state === 'finished', {
          timeout: 30_000,
          interval: 10,
        })
        await end(last)
        expect(await progress()).toMatchObject({ done: ISSUES, total: ISSUES, changed: ISSUES, failed: 0 })
        const moved = await app.db.read
          .selectFrom('events')
          .select((eb) => ['issue_id', eb.fn.countAll<number>().as('times')])
          .where('kind', '=', 'deadline.moved')
          .where('data', 'like', '%"rule-changed"%')
          .groupBy('issue_id')
          .execute()
        expect(moved).toHaveLength(ISSUES)
        expect(new Set(moved.map(({ times }) => times))).toEqual(new Set([kill + 1]))
        const dues = await app.db.read.selectFrom('issues').select('due').distinct().execute()
        expect(dues).toHaveLength(1)
      }
    },
    60_000 + KILLS * 20_000,
  )
})

function start(store: string): ChildProcess {
  return spawn(process.execPath, [WALKER, store], { stdio: ['pipe', 'inherit', 'inherit'] })
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.signalCode === null) await once(child, 'exit')
}
