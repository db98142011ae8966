import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { letter, send } from '../deliveries/support.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue, signIn } from '../support/calls.ts'
import { addPerson, signInAs } from '../staff/support.ts'
import { filesOnDisk, upload } from '../support/uploads.ts'

const CANARY = 'Kanárek'

onBothStores('R66 erasing an issue', (app) => {
  test('takes all that belongs to it from every table and from the disk', async () => {
    const contact = { name: `${CANARY} Name`, email: 'kanarek@example.com', phone: '+420777888999' }
    const values = { product: `${CANARY} Product`, order_number: CANARY }
    const headers = { 'idempotency-key': 'canary' }
    const body = { type: 'warranty', contact, values }
    const { json } = await expectCall(201, app(), 'POST', '/issues', body, { headers })
    const url = `/issues/${json.number}`
    await expectCall(201, app(), 'POST', `${url}/messages`, { body: `${CANARY} message` })
    await expectCall(200, app(), 'PATCH', url, { values: { defect: `${CANARY} defect` } })
    const file = { name: 'file', filename: `${CANARY}.txt`, bytes: `${CANARY} in a file` }
    await upload(app(), `${url}/attachments`, [file, { name: 'public', value: 'true' }])
    await signIn(app(), { issue: json.number, contact: contact.email })
    const { id: issueId } = await app()
      .db.read.selectFrom('issues')
      .select('id')
      .where('number', '=', json.number)
      .executeTakeFirstOrThrow()
    const [delivery = ''] = await send(app(), letter(issueId, { to: contact.email, text: `${CANARY} text` }))
    await app().capturedMail.keep({ id: delivery, issueId }, Buffer.from(`${CANARY} mail`))
    const { number: other } = await openTestIssue(app())
    expect(filesOnDisk(app()).kept).toHaveLength(1)

    await expectCall(204, app(), 'DELETE', url)
    await expectCall(404, app(), 'GET', url)
    await expectCall(404, app(), 'DELETE', url)
    expect(filesOnDisk(app())).toEqual({ kept: [], incoming: [] })
    expect(readdirSync(join(app().dataDir, 'mail'))).toEqual([])
    for (const query of [`q=${encodeURIComponent(CANARY)}`, 'contact=kanarek@example.com']) {
      expect((await expectCall(200, app(), 'GET', `/issues?${query}`)).json.items).toEqual([])
    }
    expect((await expectCall(200, app(), 'GET', `/issues/${other}`)).json.number).toBe(other)
    for (const table of [
      'messages',
      'attachments',
      'customer_sessions',
      'idempotency_keys',
      'deliveries',
    ] as const) {
      expect(await app().db.read.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
    const searched = await sql<{ n: number }>`select count(*) as n from issue_search`.execute(app().db.read)
    expect(Number(searched.rows[0]?.n)).toBe(1)
    const { json: audit } = await expectCall(200, app(), 'GET', '/audit')
    expect(audit.items[0]).toMatchObject({
      action: 'issue.deleted',
      target: expect.stringMatching(/^issue:/),
    })
    expect(JSON.stringify(audit)).not.toMatch(/kan.rek|777888999/i)
  })

  test('its customer leaves the lists that people keep, once no other issue is theirs', async () => {
    const one = await signInAs(app(), await addPerson(app(), 'handler'))
    const contact = { name: 'Kanárek Žlutý', email: 'zluty@example.com', phone: '+420777888998' }
    const [first, last] = [await openTestIssue(app(), { contact }), await openTestIssue(app(), { contact })]
    const save = async (conditions: object, shared = false) => {
      const reply = await one.call('POST', '/saved-views', { name: 'View', shared, conditions })
      expect(reply.status, reply.text).toBe(201)
      return reply.json.id as string
    }
    const theirs = [
      await save({ contact: 'ZLUTY@example.com', type: 'warranty' }, true),
      await save({ contact: '777 888 998', type: 'warranty' }),
      await save({ q: '"kanarek zluty"', type: 'warranty' }, true),
      await save({ q: 'kettle zluty@example.com', type: 'warranty' }),
      await save({ q: '+420 777 888 998', type: 'warranty' }),
      await save({ q: 'kettle 777-888-998', type: 'warranty' }),
    ]
    const named = await save({ q: first.number.toLowerCase(), type: 'warranty' })
    const others = [
      await save({ q: 'kanarek', type: 'warranty' }),
      await save({ contact: 'jana@example.com' }),
    ]
    const kept = async (id: string) =>
      (await one.call('GET', '/saved-views')).json.items.find((view: { id: string }) => view.id === id)
        .conditions
    await expectCall(204, app(), 'DELETE', `/issues/${first.number}`)
    expect(await kept(named)).toEqual({ type: 'warranty' })
    for (const id of theirs) expect(Object.keys(await kept(id))).toHaveLength(2)
    await expectCall(204, app(), 'DELETE', `/issues/${last.number}`)
    for (const id of theirs) expect(await kept(id)).toEqual({ type: 'warranty' })
    expect(await kept(others[0] ?? '')).toEqual({ q: 'kanarek', type: 'warranty' })
    expect(await kept(others[1] ?? '')).toEqual({ contact: 'jana@example.com' })
    const { rows } = await sql`select * from saved_views`.execute(app().db.read)
    expect(JSON.stringify(rows)).not.toMatch(/zluty|777 ?888/i)
  })

  test('histories of what it was linked with tell of a link, and not with what', async () => {
    const [gone, linked, parted, third] = [
      await openTestIssue(app()),
      await openTestIssue(app()),
      await openTestIssue(app()),
      await openTestIssue(app()),
    ]
    const link = (from: string, to: string) =>
      expectCall(201, app(), 'POST', `/issues/${from}/links`, { to, kind: 'follows' })
    await link(gone.number, linked.number)
    await link(parted.number, gone.number)
    await link(parted.number, third.number)
    await expectCall(204, app(), 'DELETE', `/issues/${parted.number}/links/${gone.number}`)
    await expectCall(204, app(), 'DELETE', `/issues/${gone.number}`)
    const linksOf = async ({ number }: { number: string }) =>
      (await expectCall(200, app(), 'GET', `/issues/${number}/events`)).json.items
        .filter(({ kind }: { kind: string }) => kind.endsWith('linked'))
        .map(({ data }: { data: { other: string | null; as: string } }) => [data.other, data.as])
    expect(await linksOf(linked)).toEqual([[null, 'followed-by']])
    expect(await linksOf(parted)).toEqual([
      [null, 'follows'],
      [third.number, 'follows'],
      [null, 'follows'],
    ])
    const { rows } = await sql`select * from events`.execute(app().db.read)
    expect(JSON.stringify(rows)).not.toContain(gone.number)
  })

  test('nothing of it stands in any table', async () => {
    const tables = [
      'issues',
      'events',
      'messages',
      'attachments',
      'field_values',
      'audit',
      'throttle',
      'deliveries',
      'idempotency_keys',
    ]
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(app().db.read)
      expect(JSON.stringify(rows), table).not.toMatch(/kan.rek|777888999/i)
    }
    for (const name of readdirSync(app().dataDir).filter((entry) => entry.endsWith('.log'))) {
      expect(readFileSync(join(app().dataDir, name), 'utf8')).not.toMatch(/kan.rek/i)
    }
  })
})
