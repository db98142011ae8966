import { Client } from 'pg'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { type StoreKind, startTestApp, type TestApp } from '../support/app.ts'
import { call, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'

/** A customer who sees an issue, and can look it up again. */
async function startWithVisitor(store: StoreKind) {
  const app = await startTestApp(store)
  const { number, email } = await openTestIssue(app)
  const cookie = await signIn(app, { issue: number, contact: email })
  const visit = async () => {
    const page = await getPage(app, `/en/status/warranty?issue=${number}`, { cookie })
    const attempt = await lookUp(app, { issue: number, contact: email })
    const ready = await getPage(app, '/readyz')
    return [page.statusCode, page.body.includes('Kettle K200'), attempt.statusCode, ready.statusCode]
  }
  expect(await visit()).toEqual([200, true, 303, 200])
  return { app, number, email, cookie, visit }
}

/** Every page says that it is we who are away, in the visitor's language, and never that something was not found. */
async function expectAway({ app, number, email, cookie }: Awaited<ReturnType<typeof startWithVisitor>>) {
  const asks = {
    form: getPage(app, '/en/status/warranty'),
    'filled form': getPage(app, `/en/status/warranty?issue=${number}`),
    issue: getPage(app, `/en/status/warranty?issue=${number}`, { cookie }),
    'unknown page': getPage(app, '/en/status/nope'),
    'look-up': lookUp(app, { issue: number, contact: email }),
    'unknown look-up': lookUp(app, { issue: 'XX-1', contact: 'x@example.org' }),
    file: getPage(app, '/en/status/warranty/attachments/x', { cookie }),
    asset: getPage(app, '/assets/x.css'),
    'no language': getPage(app, '/status/warranty'),
    leaving: app.app.inject({ method: 'POST', url: '/en/status/warranty/leave', headers: { cookie } }),
  }
  for (const [name, ask] of Object.entries(asks)) {
    const response = await ask
    expect(response.statusCode, name).toBe(503)
    expect(response.headers['content-type'], name).toBe('text/html; charset=utf-8')
    expect(response.headers['cache-control'], name).toBe('no-store')
    expect(response.headers['set-cookie'], name).toBeUndefined()
    expect(response.headers['content-encoding'], name).toBeUndefined()
    expect(response.body, name).toContain('We can’t reach the system right now')
    expect(response.body, name).not.toMatch(/not available|match these|sqlite|postgres|terminat/i)
  }
  const form = await asks.form
  const sheet = /href="(\/assets\/\w+\.css)"/.exec(form.body)?.[1] ?? ''
  expect((await getPage(app, sheet)).statusCode).toBe(200)
  const czech = await getPage(app, '/cs/status/warranty')
  expect(czech.statusCode).toBe(503)
  expect(czech.body).toContain('<html lang="cs"')

  expect((await getPage(app, '/healthz')).statusCode).toBe(200)
  const ready = await getPage(app, '/readyz')
  expect([ready.statusCode, ready.headers['content-type']]).toEqual([503, 'application/problem+json'])
  const api = await call(app, 'GET', '/issues')
  expect([api.status, api.json.type]).toEqual([503, 'urn:reklamator:problem:unavailable'])
  expect(JSON.stringify(app.logged)).not.toContain(number)
  expect(JSON.stringify(app.logged)).not.toContain(email)
}

test('R78 the store is away (sqlite): 503, in words, from every page', async () => {
  const visitor = await startWithVisitor('sqlite')
  await visitor.app.db.close()
  await expectAway(visitor)
  // What asks for the store from now on is refused, and ends nothing.
  await expect(visitor.app.running.sweep()).rejects.toMatchObject({ code: 'unavailable' })
  await visitor.app.stop()
})

test('R78 the store is away (postgres): 503, in words, from every page, until it comes back', async () => {
  const visitor = await startWithVisitor('postgres')
  const comeBack = await takeAway(visitor.app)
  await expectAway(visitor)
  await comeBack()
  expect(await visitor.visit()).toEqual([200, true, 303, 200])
  await visitor.app.stop()
})

/** Ends all connections to the database and hides it, until what this answers is called. */
async function takeAway(app: TestApp): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.db.read)
  const name = rows[0]?.name ?? ''
  const server = new Client(inject('postgresUrl'))
  await server.connect()
  const end = 'select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1'
  // Or whoever listens to the store would be back before it is away.
  await server.query(`alter database ${name} allow_connections false`)
  await server.query(end, [name])
  await server.query(`alter database ${name} rename to ${name}_away`)
  return async () => {
    await server.query(`alter database ${name}_away rename to ${name}`)
    await server.query(`alter database ${name} allow_connections true`)
    await server.end()
  }
}
