import { randomInt } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { STORES, type StoreKind } from '../support/app.ts'
import { type Endpoint, startEndpoint } from '../support/endpoint.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { killAmid, program, type Server } from '../support/program.ts'

/** Set to 300 for the long run; each takes one or two seconds. */
const KILLS = Number(process.env['KILLS'] ?? 3)

describe.each(STORES)('R73 the program is killed while it calls webhooks (%s)', (store: StoreKind) => {
  let endpoints: Endpoint[] = []
  let reklamator: ReturnType<typeof program>
  let drop: () => Promise<void> = async () => {}
  /** What a killed process had in hand is free after three minutes: here at once. */
  let endLeases: () => Promise<void> = async () => {}
  beforeAll(async () => {
    endpoints = [await startEndpoint(), await startEndpoint()]
    const database = store === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
    if (database) {
      drop = database.drop
      endLeases = async () => {
        const client = new Client(database.url)
        await client.connect()
        await client.query("update deliveries set next_at = 0, lease = null where state = 'pending'")
        await client.end()
      }
    }
    reklamator = program({
      OUTBOUND_INTERNAL: '127.0.0.1',
      OUTBOUND_PORTS: endpoints.map(({ port }) => port).join(','),
      OUTBOUND_HTTP: 'true',
      ...(database ? { DATABASE_URL: database.url } : {}),
    })
  })
  afterAll(async () => {
    reklamator.remove()
    for (const endpoint of endpoints) await endpoint.stop()
    await drop()
  })

  test(`${KILLS} times: each endpoint is told of all that was answered, and a kill doubles one call at most`, {
    timeout: 90_000 + KILLS * 30_000,
  }, async () => {
    /** Numbers of issues that were answered with 201. */
    const acknowledged: string[] = []
    let token = ''
    const post = async (server: Server, path: string, body: object) =>
      fetch(`${server.url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).catch(() => null)
    const open = async (server: Server) => {
      const reply = await post(server, '/issues', { type: 'warranty' })
      if (reply?.status !== 201) return
      const issue = (await reply.json().catch(() => null)) as { number: string } | null
      if (issue) acknowledged.push(issue.number)
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await reklamator.serve()
      if (token === '') {
        token = (await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])).out.trim()
        for (const { port } of endpoints) {
          const url = `http://127.0.0.1:${port}/`
          const made = await post(server, '/webhooks', { name: url, url, events: ['issue.created'] })
          expect(made?.status).toBe(201)
        }
      }
      const goal = acknowledged.length + randomInt(5, 40)
      await killAmid(
        server,
        () => open(server),
        () => acknowledged.length >= goal,
      )
      await endLeases()
    }
    const last = await reklamator.serve()
    const told = ({ received }: Endpoint) => new Set(received.map(({ body }) => JSON.parse(body).data.issue))
    const untold = () =>
      endpoints.flatMap((endpoint) => {
        const known = told(endpoint)
        return acknowledged.filter((number) => !known.has(number))
      })
    await vi
      .waitUntil(() => untold().length === 0, { timeout: 30_000 + acknowledged.length * 300, interval: 100 })
      .catch(() => {})
    expect(untold()).toEqual([])
    last.kill('SIGTERM')
    expect(await last.ended).toMatchObject({ code: 0 })

    for (const { received } of endpoints) {
      const ids = received.map(({ headers }) => String(headers['webhook-id']))
      const doubled = ids.length - new Set(ids).size
      expect(doubled).toBeLessThanOrEqual(KILLS)
      // One issue, one call: what came twice is the same call.
      const pairs = received.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)
      expect(new Set(pairs).size).toBe(new Set(ids).size)
      if (process.env['KILLS'])
        process.stdout.write(`${store}: ${KILLS} kills, ${doubled} of ${new Set(ids).size} came twice\n`)
    }
  })
})
