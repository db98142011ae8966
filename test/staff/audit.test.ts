import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verifyAudit } from '../../src/audit/index.ts'
import { onBothStores, TEST_SECRET } from '../support/app.ts'
import { call } from '../support/calls.ts'
import { addPerson, PASSWORD, signInAs, trySignIn } from './support.ts'

onBothStores('the audit', (app) => {
  const lines = async (query: string) => {
    const reply = await call(app(), 'GET', `/audit?limit=200&${query}`)
    expect(reply.status, reply.text).toBe(200)
    return reply.json.items as { action: string; target: string; actor: { id: string; kind: string } }[]
  }
  const actions = async (query: string) => (await lines(query)).map(({ action }) => action)

  test('R63 tells of sign-ins, failures and what people did, and is found by who, what and when', async () => {
    const person = await addPerson(app(), 'owner')
    const from = new Date(app().clock.now + 1).toISOString()
    app().clock.advance(1000)
    await trySignIn(app(), { email: person.email, password: 'quite another password' })
    const desk = await signInAs(app(), person)
    const token = (await desk.call('POST', '/tokens', { name: 'Shop', scope: 'issues:read' })).json
    await desk.call('DELETE', `/tokens/${token.id}`)
    await desk.call('DELETE', '/session')
    const done = ['session.ended', 'token.revoked', 'token.created', 'session.started']
    expect(await actions(`actor=${person.id}`)).toEqual(done)
    expect(await actions(`target=token:${token.id}`)).toEqual(['token.revoked', 'token.created'])
    expect(await actions(`action=session.&from=${from}`)).toEqual([
      'session.ended',
      'session.started',
      'session.refused',
    ])
    expect(await actions(`action=session.&to=${from}`)).toEqual([])
    const all = await call(app(), 'GET', '/audit?limit=200')
    const refused = (await lines('action=session.refused'))[0]
    expect(refused?.target).toMatch(/^account:[\w-]{16}$/)
    expect(JSON.stringify(refused)).not.toContain(person.email)
    expect(all.text).not.toContain(PASSWORD)
  })

  test('R63 a chain tells of lines that were changed or taken out', async () => {
    const { db } = app()
    await app().running.sweep()
    const sound = await verifyAudit(db, TEST_SECRET)
    expect(sound).toMatchObject({ broken: null, waiting: 0 })
    expect(sound.verified).toBeGreaterThan(5)
    await addPerson(app(), 'viewer')
    expect((await verifyAudit(db, TEST_SECRET)).waiting).toBe(2)
    await app().running.sweep()
    const longer = await verifyAudit(db, TEST_SECRET)
    expect([longer.verified, longer.waiting]).toEqual([sound.verified + 2, 0])
    expect((await verifyAudit(db, `another ${TEST_SECRET}`)).broken).toMatchObject({
      position: 1,
      why: 'changed',
    })
    const { audit_id: id } = await db.read
      .selectFrom('audit_chain')
      .select('audit_id')
      .where('position', '=', 3)
      .executeTakeFirstOrThrow()
    const change = (statement: string) =>
      db.transaction(async (tx) => {
        await sql.raw(statement).execute(tx.query)
      })
    await expect(change(`update audit set target = 'nothing' where id = '${id}'`)).rejects.toThrow(
      'append-only',
    )
    await expect(change('delete from audit_chain')).rejects.toThrow('append-only')
    // Whoever owns the store can take the triggers away; the chain tells nonetheless.
    const without =
      app().store === 'sqlite'
        ? ['drop trigger audit_no_update', 'drop trigger audit_no_delete']
        : ['drop trigger audit_append_only on audit']
    for (const statement of without) await change(statement)
    const { data } = await db.read
      .selectFrom('audit')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const setData = (text: string) =>
      db.transaction((tx) => tx.query.updateTable('audit').set({ data: text }).where('id', '=', id).execute())
    // As if the change had put a version back.
    await setData(JSON.stringify({ ...(JSON.parse(data) as object), restores: id }))
    expect((await verifyAudit(db, TEST_SECRET)).broken).toEqual({ position: 3, line: id, why: 'changed' })
    await setData(data)
    expect((await verifyAudit(db, TEST_SECRET)).broken).toBeNull()
    await change(`update audit set target = 'nothing' where id = '${id}'`)
    expect((await verifyAudit(db, TEST_SECRET)).broken).toEqual({ position: 3, line: id, why: 'changed' })
    await change(`delete from audit where id = '${id}'`)
    expect((await verifyAudit(db, TEST_SECRET)).broken).toEqual({ position: 3, line: id, why: 'missing' })
  })
})
