import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STORES, startTestApp, type TestApp } from '../../test/support/app.ts'
import { isUniqueViolation, lockFolder, openSqliteDatabase, sqliteFile, type Tx } from './index.ts'

describe.each(STORES)('the store (%s)', (store) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(store)
  })
  afterAll(() => app.stop())

  const token = (id: string) => ({
    id,
    name: id,
    scope: 'admin',
    hash: id,
    created_at: 0,
    revoked_at: null,
    role: 'owner',
  })
  const insert = (tx: Tx, id: string) => tx.query.insertInto('tokens').values(token(id)).execute()
  const idsLike = async (prefix: string) => {
    const rows = await app.db.read
      .selectFrom('tokens')
      .select('id')
      .where('id', 'like', `${prefix}%`)
      .execute()
    return rows.map(({ id }) => id).toSorted()
  }

  test('what is answered is there for every reader', async () => {
    expect(await app.db.transaction((tx) => insert(tx, 'a-1').then(() => 'done'))).toBe('done')
    expect(await idsLike('a-')).toEqual(['a-1'])
  })

  test('of many at the same moment those that fail take nothing of the others with them', async () => {
    await app.db.transaction((tx) => insert(tx, 'taken'))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 70 }, (_, index) =>
        app.db.transaction(async (tx) => {
          await insert(tx, `b-${String(index).padStart(2, '0')}`)
          if (index % 7 === 3) throw new Error(`no ${index}`)
          if (index % 7 === 5) await insert(tx, 'taken')
          return index
        }),
      ),
    )
    const kept = Array.from({ length: 70 }, (_, index) => index).filter(
      (index) => ![3, 5].includes(index % 7),
    )
    expect(await idsLike('b-')).toEqual(kept.map((index) => `b-${String(index).padStart(2, '0')}`))
    for (const [index, outcome] of outcomes.entries()) {
      if (index % 7 === 3)
        expect(outcome).toMatchObject({ status: 'rejected', reason: { message: `no ${index}` } })
      else if (index % 7 === 5)
        expect(isUniqueViolation((outcome as PromiseRejectedResult).reason)).toBe(true)
      else expect(outcome).toEqual({ status: 'fulfilled', value: index })
    }
  })

  test('hooks run after the commit, in order, and not after a rollback', async () => {
    const said: string[] = []
    const speak = (tx: Tx, word: string) =>
      tx.onCommit(() => {
        said.push(word)
      })
    await app.db.transaction(async (tx) => {
      speak(tx, 'one')
      speak(tx, 'two')
      expect(said).toEqual([])
    })
    await expect(
      app.db.transaction(async (tx) => {
        speak(tx, 'never')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(said).toEqual(['one', 'two'])
  })

  test('signals wake their listeners after the commit, once, and not after a rollback', async () => {
    const heard: string[] = []
    const stops = (['events', 'deliveries'] as const).map((topic) =>
      app.db.onSignal(topic, () => {
        heard.push(topic)
      }),
    )
    await app.db.transaction(async (tx) => {
      tx.signal('events')
      tx.signal('events')
      expect(heard).toEqual([])
    })
    await expect(
      app.db.transaction(async (tx) => {
        tx.signal('deliveries')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(heard).toEqual(['events'])
    for (const stop of stops) stop()
    await app.db.transaction(async (tx) => tx.signal('events'))
    expect(heard).toEqual(['events'])
  })

  test('what need not outlive a power cut is there for every reader too, and rolled back like all else', async () => {
    await app.db.transaction((tx) => insert(tx, 'd-1'), { outlives: 'kill' })
    const again = app.db.transaction((tx) => insert(tx, 'd-1'), { outlives: 'kill' })
    await expect(again).rejects.toSatisfy(isUniqueViolation)
    expect(await idsLike('d-')).toEqual(['d-1'])
  })

  test('work in the background lets those go first who wait for an answer, and never stands still', async () => {
    const order: string[] = []
    const add = (what: string, isBackground: boolean) =>
      app.db.transaction(async () => void order.push(what), { isBackground })
    const all = [
      ...Array.from({ length: 6 }, () => add('background', true)),
      ...Array.from({ length: 70 }, () => add('asked', false)),
    ]
    await Promise.all(all)
    expect(order).toHaveLength(76)
    // PostgreSQL does them beside each other.
    if (store === 'postgres') return
    expect(order[0]).toBe('asked')
    expect(order.indexOf('background')).toBeLessThan(70)
    expect(order.lastIndexOf('asked')).toBeLessThan(order.lastIndexOf('background'))
  })

  test('a reader sees nothing of what is not committed', async () => {
    await app.db.transaction(async (tx) => {
      await insert(tx, 'c-1')
      expect(await idsLike('c-')).toEqual([])
    })
    expect(await idsLike('c-')).toEqual(['c-1'])
  })

  test('R63 the audit can only grow', async () => {
    await app.db.transaction((tx) => {
      const line = { id: 'x', actor: '{}', action: 'a', target: 't', data: '{}', at: 1 }
      return tx.query.insertInto('audit').values(line).execute()
    })
    const change = app.db.transaction((tx) => tx.query.updateTable('audit').set({ action: 'b' }).execute())
    await expect(change).rejects.toThrow('append-only')
    const remove = app.db.transaction((tx) => tx.query.deleteFrom('audit').where('id', '=', 'x').execute())
    await expect(remove).rejects.toThrow('append-only')
    const rows = await app.db.read.selectFrom('audit').select('action').where('id', '=', 'x').execute()
    expect(rows).toEqual([{ action: 'a' }])
  })

  test('what belongs to an issue cannot be without it', async () => {
    const message = { id: 'm', issue_id: 'none', internal: 0, author: 'shop', body: '', created_at: 0 }
    const write = app.db.transaction((tx) => tx.query.insertInto('messages').values(message).execute())
    await expect(write).rejects.toThrow(/foreign key/i)
  })

  test('R70 it is set up to lose nothing', async () => {
    // How safely a PostgreSQL server writes is its own setting.
    if (store === 'postgres') return
    const setting = (name: string) =>
      app.db.transaction(
        async (tx) => Object.values((await sql.raw(`pragma ${name}`).execute(tx.query)).rows[0] ?? {})[0],
      )
    expect(await setting('journal_mode')).toBe('wal')
    expect(await setting('synchronous')).toBe(2)
    expect(await setting('foreign_keys')).toBe(1)
    const inNormal = await app.db.transaction(
      async (tx) => Object.values((await sql.raw('pragma synchronous').execute(tx.query)).rows[0] ?? {})[0],
      { outlives: 'kill' },
    )
    expect(inNormal).toBe(1)
    expect(await setting('synchronous')).toBe(2)
    const { rows } = await sql<{ v: string }>`select sqlite_version() as v`.execute(app.db.read)
    const [major = 0, minor = 0, patch = 0] = (rows[0]?.v ?? '').split('.').map(Number)
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
  })
})

describe('a SQLite file that others write too', () => {
  let app: TestApp
  let other: DatabaseSync
  beforeAll(async () => {
    app = await startTestApp('sqlite')
    other = new DatabaseSync(sqliteFile(app.dataDir))
  })
  afterAll(async () => {
    other.close()
    await app.stop()
  })
  const token = (id: string) => ({
    id,
    name: id,
    scope: 'admin',
    hash: id,
    created_at: 0,
    revoked_at: null,
    role: 'owner',
  })
  const open = (body: object = { type: 'warranty' }) =>
    app.app.inject({
      method: 'POST',
      url: '/api/v1/issues',
      headers: { authorization: `Bearer ${app.tokens.admin}` },
      payload: body,
    })
  const count = async () => (await app.db.read.selectFrom('issues').select('id').execute()).length

  test('a writer waits its turn', async () => {
    other.exec('begin immediate')
    const opened = open()
    const health = await app.app.inject('/healthz')
    other.exec('commit')
    expect(health.statusCode).toBe(200)
    expect((await opened).statusCode).toBe(201)
    expect(await count()).toBe(1)
  })

  test('R78 held for too long it is 503 and nothing half done, while reading goes on', async () => {
    other.exec('begin immediate')
    const writes = Promise.all([open(), open(), open()])
    const reads = await Promise.all([
      app.app.inject('/healthz'),
      app.app.inject('/readyz'),
      app.app.inject({ url: '/api/v1/issues', headers: { authorization: `Bearer ${app.tokens.admin}` } }),
    ])
    expect(reads.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    for (const reply of await writes) {
      expect(reply.statusCode).toBe(503)
      expect(reply.json()).toMatchObject({ type: 'urn:reklamator:problem:unavailable' })
    }
    other.exec('commit')
    expect(await count()).toBe(1)
    expect((await open()).statusCode).toBe(201)
    expect(await count()).toBe(2)
    expect(app.logged.map(({ level }) => level)).toContain('error')
  })

  test('what another process wrote is seen at once', async () => {
    const second = openSqliteDatabase(app.dataDir)
    await second.transaction((tx) => tx.query.insertInto('tokens').values(token('second')).execute())
    const rows = await app.db.read.selectFrom('tokens').select('id').where('id', '=', 'second').execute()
    expect(rows).toEqual([{ id: 'second' }])
    await second.close()
  })

  test('R84 a data folder is locked once, until it is let go', () => {
    const lock = lockFolder(app.dataDir)
    expect(() => lockFolder(app.dataDir)).toThrow('is in use by another process')
    lock.release()
    lockFolder(app.dataDir).release()
  })

  test('closed, it says so', async () => {
    const second = openSqliteDatabase(app.dataDir)
    await second.close()
    await expect(second.transaction(async () => 1)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
