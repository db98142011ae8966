import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../support/postgres.ts'
import { program, type Server } from '../support/program.ts'
import { type Listening, listen } from '../support/stream.ts'

describe('several processes on one PostgreSQL store', () => {
  let reklamator: ReturnType<typeof program>
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>
  let one: Server
  let two: Server
  let token = ''
  const streams: Listening[] = []

  const hear = async (server: Server) => {
    const stream = await listen(server.url, { authorization: `Bearer ${token}` })
    streams.push(stream)
    return stream
  }
  const openAt = async (server: Server): Promise<string> => {
    const reply = await fetch(`${server.url}/api/v1/issues`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'warranty', contact: { email: 'jana@example.com' } }),
    })
    expect(reply.status).toBe(201)
    return ((await reply.json()) as { number: string }).number
  }

  beforeAll(async () => {
    database = await createPostgresDatabase(inject('postgresUrl'))
    reklamator = program({ DATABASE_URL: database.url })
    one = await reklamator.serve({}, ['--no-worker'])
    two = await reklamator.serve({}, ['--no-worker'])
    token = (await reklamator.run(['token', 'create', '--name', 'Robot', '--scope', 'admin'])).out.trim()
  })
  afterAll(async () => {
    for (const stream of streams) stream.close()
    for (const server of [one, two]) server.kill('SIGTERM')
    await Promise.all([one.ended, two.ended])
    reklamator.remove()
    await database.drop()
  })

  test('each hears what the other does, once', async () => {
    const [first, second] = [await hear(one), await hear(two)]
    const numbers = [await openAt(one), await openAt(two)]
    for (const stream of [first, second])
      for (const number of numbers) await stream.next('issue', { number, kind: 'issue.created' })
    for (const stream of [first, second])
      expect(stream.heard.filter((heard) => heard.event === 'issue')).toHaveLength(2)
  })

  test('R85 what others send over the same channel ends no process', async () => {
    const client = new Client(database.url)
    await client.connect()
    for (const payload of ['', 'no news', 'null', '{"news":7}', '{"news":[null]}', '{"news":[{"of":7}]}'])
      await client.query('select pg_notify($1, $2)', ['reklamator_news', payload])
    await client.end()
    const stream = await hear(two)
    const number = await openAt(one)
    expect((await stream.next('issue', { number })).data).toMatchObject({ kind: 'issue.created' })
  })

  test('R61 a token that one process revokes ends the streams of the other', async () => {
    const create = ['token', 'create', '--name', 'Short', '--scope', 'issues:read']
    const short = (await reklamator.run(create)).out.trim()
    const stream = await listen(two.url, { authorization: `Bearer ${short}` })
    const headers = { authorization: `Bearer ${token}` }
    const list = await (await fetch(`${one.url}/api/v1/tokens`, { headers })).json()
    const { id } =
      (list as { items: { id: string; name: string }[] }).items.find(({ name }) => name === 'Short') ?? {}
    const revoked = await fetch(`${one.url}/api/v1/tokens/${id}`, { method: 'DELETE', headers })
    expect(revoked.status).toBe(204)
    await stream.ended
  })

  test('a connection that is cut is made anew, and listeners are told to read anew', async () => {
    const stream = await hear(two)
    const client = new Client(database.url)
    await client.connect()
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
    )
    await client.end()
    await stream.next('reset')
    const number = await openAt(one)
    expect((await stream.next('issue', { number })).data).toMatchObject({ number })
  })

  test('a process that is stopped ends its streams and itself at once', async () => {
    const stream = await hear(two)
    two.kill('SIGTERM')
    await stream.ended
    expect((await two.ended).code).toBe(0)
  })
})
