import { randomInt } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { sqliteFile } from '../../src/db/index.ts'
import { STORES, type StoreKind } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { killAmid, program, type Server } from '../support/program.ts'

/** Set to 300 for the long run; each takes one or two seconds. */
const KILLS = Number(process.env['KILLS'] ?? 3)

type Row = Record<string, unknown>
/** Asks the store past the program. */
type Ask = (text: string) => Promise<Row[]>

describe.each(STORES)('R72 R79 the program is killed while time starts rules (%s)', (store: StoreKind) => {
  let reklamator: ReturnType<typeof program>
  let ask: Ask
  let close: () => Promise<void>
  beforeAll(async () => {
    if (store === 'postgres') {
      const { url, drop } = await createPostgresDatabase(inject('postgresUrl'))
      reklamator = program({ DATABASE_URL: url })
      const client = new Client(url)
      await client.connect()
      ask = async (text) => (await client.query<Row>(text)).rows
      close = async () => {
        await client.end()
        await drop()
      }
      return
    }
    reklamator = program()
    ask = async (text) => {
      const db = new DatabaseSync(sqliteFile(reklamator.dataDir), { timeout: 5000 })
      try {
        return db.prepare(text).all()
      } finally {
        db.close()
      }
    }
    close = async () => {}
  })
  afterAll(async () => {
    reklamator.remove()
    await close()
  })

  test(`${KILLS} times: what became due is told of once, and a tick comes to each issue once`, {
    timeout: 60_000 + KILLS * 20_000,
  }, async () => {
    let token = ''
    const call = (server: Server, method: string, path: string, body?: object) =>
      fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const setUp = async (server: Server) => {
      token = (await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])).out.trim()
      const { items } = await (await call(server, 'GET', '/business-rules?limit=200')).json()
      for (const { id } of items) await call(server, 'DELETE', `/business-rules/${id}`)
      for (const trigger of [{ on: 'deadline.passed' }, { on: 'schedule', cron: '0 0 1 1 *' }]) {
        const rule = { name: 'Note', trigger, actions: [{ do: 'note', body: trigger.on }] }
        expect((await call(server, 'POST', '/business-rules', rule)).status).toBe(201)
      }
    }
    /** Numbers of issues that were answered with 201; each was due long ago when it was made. */
    const acknowledged: string[] = []
    const open = async (server: Server) => {
      const body = { type: 'warranty', due: '2020-01-01' }
      const reply = await call(server, 'POST', '/issues', body).catch(() => null)
      if (reply?.status === 201) acknowledged.push((await reply.json().catch(() => ({}))).number ?? '')
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await reklamator.serve()
      if (!token) await setUp(server)
      const goal = acknowledged.length + randomInt(20, 150)
      await killAmid(
        server,
        () => open(server),
        () => acknowledged.length >= goal,
      )
      // The clock of the schedule says that it is time, as often as the program starts.
      await vi.waitFor(() => ask(`update rule_schedules set next_at = ${Date.now() - 1}`), {
        timeout: 20_000,
      })
    }
    const last = await reklamator.serve()
    const left = `select (select count(*) from pending_events) + (select count(*) from rule_schedules
      where tick_at is not null or next_at <= ${Date.now()}) + (select count(*) from issue_timers
      where at <= ${Date.now()}) as count`
    await expect
      .poll(async () => Number((await ask(left))[0]?.['count']), { timeout: 60_000, interval: 200 })
      .toBe(0)
    last.kill('SIGTERM')
    expect(await last.ended).toMatchObject({ code: 0 })

    const told = await ask(
      `select i.number, (select count(*) from events e where e.issue_id = i.id and kind = 'deadline.passed') as events,
        (select count(*) from messages m where m.issue_id = i.id and body = 'deadline.passed') as notes from issues i`,
    )
    expect(told.filter(({ events, notes }) => Number(events) !== 1 || Number(notes) !== 1)).toEqual([])
    const numbers = new Set(told.map(({ number }) => number))
    expect(acknowledged.filter((number) => number && !numbers.has(number))).toEqual([])

    const ticks = await ask("select issue_id, data from events where kind = 'schedule'")
    const each = ticks.map(
      ({ issue_id, data }) => `${String(issue_id)} ${Number(JSON.parse(String(data)).tick)}`,
    )
    expect(new Set(each).size).toBe(each.length)
    const notes = await ask(`select count(*) as count from messages where body = 'schedule'`)
    expect(Number(notes[0]?.['count'])).toBe(each.length)
    // The last tick came to all issues that there were: nobody opened any after it.
    const latest = Math.max(...ticks.map(({ data }) => Number(JSON.parse(String(data)).tick)))
    expect(each.filter((one) => one.endsWith(` ${latest}`))).toHaveLength(told.length)
  })
})
