import { rm } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { call, expectCall } from '../support/calls.ts'

describe('R78 PostgreSQL gone', () => {
  let app: TestApp
  let server: Client
  let name = ''
  beforeAll(async () => {
    app = await startTestApp('postgres')
    name = (
      await app.db.read
        .selectNoFrom((eb) => eb.fn<string>('current_database').as('name'))
        .executeTakeFirstOrThrow()
    ).name
    server = new Client(inject('postgresUrl'))
    await server.connect()
  })
  afterAll(async () => {
    await server.query(`alter database ${name} allow_connections true`)
    await server.end()
    await app.stop()
  })

  const terminate = () =>
    server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])

  test('connections that broke are replaced', async () => {
    await expectCall(201, app, 'POST', '/issues', { type: 'warranty' })
    await terminate()
    await vi.waitFor(() => expectCall(200, app, 'GET', '/issues'), { timeout: 10_000 })
    await vi.waitFor(() => expectCall(201, app, 'POST', '/issues', { type: 'warranty' }), { timeout: 10_000 })
  })

  test('while it cannot be reached everything is 503 but /healthz, and afterwards all is well again', async () => {
    await server.query(`alter database ${name} allow_connections false`)
    await terminate()
    for (const [method, url, body] of [
      ['GET', '/issues'],
      ['POST', '/issues', { type: 'warranty' }],
      ['GET', '/issue-types'],
      ['PUT', '/company', { name: 'Shop' }],
    ] as const) {
      await vi.waitFor(async () => expect((await call(app, method, url, body)).status).toBe(503), {
        timeout: 10_000,
      })
      const reply = await call(app, method, url, body)
      expect(reply.json).toEqual({
        type: 'urn:reklamator:problem:unavailable',
        title: 'The store cannot be reached right now',
        status: 503,
      })
    }
    expect((await app.app.inject('/healthz')).statusCode).toBe(200)
    expect((await app.app.inject('/readyz')).statusCode).toBe(503)
    expect((await app.app.inject('/en/status/warranty')).statusCode).toBe(503)

    await server.query(`alter database ${name} allow_connections true`)
    expect((await app.app.inject('/readyz')).statusCode).toBe(200)
    const { json } = await expectCall(200, app, 'GET', '/issues')
    expect(json.items).toHaveLength(2)
    await expectCall(201, app, 'POST', '/issues', { type: 'warranty' })
    expect(app.logged.filter(({ message }) => message.includes('request'))).toEqual([])
  })
})

describe('R78 the SQLite file closed', () => {
  test('is 503, and no 500', async () => {
    const app = await startTestApp('sqlite')
    await app.db.close()
    expect((await call(app, 'GET', '/issues')).status).toBe(503)
    expect((await call(app, 'POST', '/issues', { type: 'warranty' })).status).toBe(503)
    expect((await app.app.inject('/readyz')).statusCode).toBe(503)
    expect((await app.app.inject('/healthz')).statusCode).toBe(200)
    await app.app.close()
    await rm(app.dataDir, { recursive: true })
  })
})
