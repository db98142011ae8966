import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/base/index.ts'
import { joined } from '../../src/db/index.ts'
import { openIssue, replyToIssue } from '../../src/issues/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { deliveriesOf, makeRule, makeTemplate, makeUser, runsOf, withoutRules } from './support.ts'

onBothStores('business rules', (app) => {
  beforeEach(() => withoutRules(app()))
  const move = (number: string, to: string, values = {}) =>
    expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to, values })
  const read = async (number: string) => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json
  const eventsOf = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/events`)).json.items
  const pending = () => app().db.read.selectFrom('pending_events').selectAll().execute()

  test('a new issue sends its customer the link, in the language of the issue', async () => {
    const template = await makeTemplate(app())
    const rule = {
      name: 'Send the link',
      enabled: true,
      issueType: 'warranty',
      trigger: { on: 'issue.created' },
      condition: { combinator: 'and', rules: [{ field: 'contact.email', operator: 'notNull' }] },
      actions: [{ do: 'send', template, to: 'customer' }],
    }
    const id = await makeRule(app(), rule)
    expect((await expectCall(200, app(), 'GET', `/business-rules/${id}`)).json).toMatchObject({
      ...rule,
      id,
      broken: [],
      stop: false,
    })
    const { number, email } = await openTestIssue(app(), { locale: 'cs' })
    const other = await openTestIssue(app(), { type: 'repair' })
    const silent = await openTestIssue(app(), { contact: { phone: '+420601000111' } })
    await app().drain()
    const sent = await deliveriesOf(app(), number)
    expect(sent).toMatchObject([
      {
        recipient: email,
        subject: `Reklamace ${number}`,
        state: 'sent',
        locale: 'cs',
        rule_id: id,
        template_key: template,
      },
    ])
    expect(sent[0]?.text).toContain(`http://localhost:3000/cs/status/warranty?issue=${number}&key=`)
    expect(await runsOf(app(), id)).toMatchObject([
      { issue: number, actions: [{ do: 'send', result: 'done', deliveries: [sent[0]?.id] }] },
    ])
    expect(await deliveriesOf(app(), other.number)).toEqual([])
    expect(await deliveriesOf(app(), silent.number)).toEqual([])
    expect(await pending()).toEqual([])
  })

  test('R73 what an event causes, and the end of its waiting, are one', async () => {
    const template = await makeTemplate(app())
    await makeRule(app(), { actions: [{ do: 'send', template, to: 'customer' }] })
    const { number } = await openTestIssue(app())
    const [waiting] = await pending()
    expect(waiting).toMatchObject({ depth: 0, fired: '[]' })
    await Promise.all([app().drain(), app().drain(), app().drain()])
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
    // As after a restored backup, or a mistake by hand: the event comes a second time, its mail does not.
    await app().db.transaction((tx) => tx.query.insertInto('pending_events').values(waiting!).execute())
    await app().drain()
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
    expect(await pending()).toEqual([])
  })

  test('the actions: move, set, assign, note, send to handler, role and address', async () => {
    const [handler, lead, gone] = [
      await makeUser(app(), { locale: 'cs' }),
      await makeUser(app(), { role: 'administrator' }),
      await makeUser(app(), { role: 'administrator', active: false }),
    ]
    const template = await makeTemplate(app())
    const assigning = await makeRule(app(), {
      actions: [
        { do: 'assign', to: handler.email },
        { do: 'set', field: 'priority', value: 'high' },
        { do: 'note', body: 'Looks urgent.' },
        { do: 'move', to: 'assessing' },
      ],
    })
    await makeRule(app(), {
      name: 'Tell them',
      trigger: { on: 'issue.step-changed', to: 'assessing' },
      actions: [
        {
          do: 'send',
          template,
          to: ['handler', { role: 'administrator' }, { address: 'Workshop@Example.com' }],
        },
      ],
    })
    const { number } = await openTestIssue(app())
    await app().drain()
    expect(await runsOf(app(), assigning)).toMatchObject([
      { actions: ['assign', 'set', 'note', 'move'].map((action) => ({ do: action, result: 'done' })) },
    ])
    const issue = await read(number)
    expect(issue).toMatchObject({
      step: 'assessing',
      values: { priority: 'high' },
      handler: { id: handler.id },
    })
    const history = await eventsOf(number)
    expect(history.map(({ kind, actor }: { kind: string; actor: object }) => [kind, actor])).toEqual([
      ['issue.created', { kind: 'token', name: 'admin' }],
      ...['issue.field-changed', 'issue.field-changed', 'message.received', 'issue.step-changed'].map(
        (kind) => [kind, { kind: 'rule', name: 'A rule' }],
      ),
    ])
    const sent = await deliveriesOf(app(), number)
    expect(sent.map(({ recipient, locale }) => [recipient, locale])).toEqual([
      [handler.email, 'cs'],
      [lead.email, 'en'],
      ['Workshop@example.com', 'en'],
    ])
    expect(sent.map(({ recipient }) => recipient)).not.toContain(gone.email)
    // Only the customer's link has a key.
    for (const { text } of sent) expect(text).not.toContain('key=')
  })

  test('an action that fails is undone alone, and its run says why', async () => {
    const template = await makeTemplate(app())
    const id = await makeRule(app(), {
      issueType: 'warranty',
      actions: [
        { do: 'move', to: 'closed' },
        { do: 'send', template, to: 'handler' },
        { do: 'send', template, to: 'customer' },
      ],
    })
    const { number } = await openTestIssue(app())
    await app().drain()
    expect(await runsOf(app(), id)).toMatchObject([
      {
        actions: [
          { do: 'move', result: 'failed', because: expect.stringContaining('no move leads to closed') },
          { do: 'send', result: 'skipped', because: 'the issue has no active handler' },
          { do: 'send', result: 'done', because: null },
        ],
      },
    ])
    expect((await read(number)).step).toBe('received')
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
    expect(
      app()
        .logged.map(({ message }) => message)
        .join(),
    ).toContain(`of the rule ${id} failed`)
  })

  test('a message tells of the issue as the actions before it have left it', async () => {
    const handler = await makeUser(app())
    const template = await makeTemplate(app(), { subject: { en: '{{step}}' }, body: { en: '{{step}}' } })
    const actions = [
      { do: 'assign', to: handler.email },
      { do: 'move', to: 'assessing' },
      { do: 'send', template, to: ['handler', 'customer'] },
    ]
    const id = await makeRule(app(), { issueType: 'warranty', actions })
    const { number, email } = await openTestIssue(app())
    await app().drain()
    const { typeByKey } = await app().ctx.configuration.current()
    const assessing = typeByKey.get('warranty')!.stepByKey.get('assessing')!
    const sent = await deliveriesOf(app(), number)
    expect(sent.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      [handler.email, assessing.name.en],
      [email, assessing.publicName.en],
    ])
    // A dry run tells the same.
    const dry = await expectCall(200, app(), 'POST', `/business-rules/${id}/dry-run`, {})
    const [found] = dry.json.fired.filter(({ issue }: { issue: string }) => issue === number)
    expect(found.actions[2]).toMatchObject({
      problem: null,
      messages: sent.map(({ recipient, subject }) => ({ to: recipient, subject })),
    })
  })

  test('a store that fails in the midst of an action loses neither the action nor the event', async () => {
    const template = await makeTemplate(app())
    const id = await makeRule(app(), {
      actions: [
        { do: 'note', body: 'long '.repeat(4000) },
        { do: 'send', template, to: 'customer' },
      ],
    })
    const { number } = await openTestIssue(app())
    const mended = await breakMessages(app())
    await expect(app().drain()).rejects.toMatchObject({ code: 'unavailable' })
    expect(await runsOf(app(), id)).toEqual([])
    expect(await pending()).toHaveLength(1)
    await mended()
    await app().drain()
    expect(await runsOf(app(), id)).toMatchObject([{ actions: [{ result: 'done' }, { result: 'done' }] }])
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
    expect(await pending()).toEqual([])
  })

  test('a rule with many runs is deleted together with them, some at a time', async () => {
    const id = await makeRule(app(), { actions: [{ do: 'note', body: 'x' }] })
    await openTestIssue(app())
    await app().drain()
    await app().db.transaction(async (tx) => {
      const run = await tx.query.selectFrom('rule_runs').selectAll().executeTakeFirstOrThrow()
      const copies = Array.from({ length: 1200 }, (_, n) => ({ ...run, id: `${run.id}-${n}` }))
      for (let n = 0; n < 1200; n += 400)
        await tx.query
          .insertInto('rule_runs')
          .values(copies.slice(n, n + 400))
          .execute()
    })
    app().takeStatements()
    await expectCall(204, app(), 'DELETE', `/business-rules/${id}`)
    const deletes = app()
      .takeStatements()
      .filter((statement) => statement.startsWith('delete from "rule_runs"'))
    expect(deletes).toHaveLength(3)
    expect(await app().db.read.selectFrom('rule_runs').selectAll().execute()).toEqual([])
  })

  test('order, off, and "stop here"', async () => {
    const note = (body: string) => [{ do: 'note', body }]
    const third = await makeRule(app(), { name: 'third', position: 30, actions: note('third') })
    const first = await makeRule(app(), { name: 'first', position: 10, actions: note('first') })
    const off = await makeRule(app(), {
      name: 'off',
      position: 5,
      enabled: false,
      stop: true,
      actions: note('off'),
    })
    const second = await makeRule(app(), {
      name: 'second',
      position: 20,
      stop: true,
      actions: note('second'),
    })
    const { number } = await openTestIssue(app())
    await app().drain()
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(json.items.map(({ body }: { body: string }) => body)).toEqual(['first', 'second'])
    const listed = await expectCall(200, app(), 'GET', '/business-rules')
    expect(listed.json.items.map(({ id }: { id: string }) => id)).toEqual([off, first, second, third])
  })

  test('a rule that fires once does so for each issue, until then as often as it takes', async () => {
    await withoutRules(app())
    const rule = await makeRule(app(), {
      once: true,
      trigger: { on: 'message.received', from: 'customer' },
      actions: [{ do: 'send', template: await makeTemplate(app()), to: 'customer' }],
    })
    const { number } = await openTestIssue(app(), { contact: { email: '' } })
    const write = async () => {
      await replyToIssue(app().ctx, number, { body: 'Hello?', internal: false, from: 'customer' })
      await app().drain()
    }
    await write()
    // Nobody could be written to, so it has not been done.
    expect(await deliveriesOf(app(), number)).toEqual([])
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { email: 'jana@example.com' } })
    await write()
    await write()
    app().clock.advance(91 * DAY)
    await app().running.sweep()
    await write()
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
    const runs = await runsOf(app(), rule)
    expect(
      runs.flatMap((run: { actions: { result: string }[] }) => run.actions.map(({ result }) => result)),
    ).toEqual(['done', 'skipped'])

    const other = await openTestIssue(app())
    await replyToIssue(app().ctx, other.number, { body: 'Hello?', internal: false, from: 'customer' })
    await app().drain()
    expect(await deliveriesOf(app(), other.number)).toHaveLength(1)
  })

  test('R45 a rule fires once in a chain, and a chain ends after five', async () => {
    // Each answers the other: without guards they would never end.
    await makeRule(app(), {
      trigger: { on: 'message.received', internal: true },
      actions: [{ do: 'note', body: 'ping' }],
    })
    const { number } = await openTestIssue(app())
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'start', internal: true })
    await app().drain()
    const bodies = async () =>
      (await expectCall(200, app(), 'GET', `/issues/${number}/messages`)).json.items.map(
        ({ body }: { body: string }) => body,
      )
    expect(await bodies()).toEqual(['start', 'ping'])

    await withoutRules(app())
    for (let n = 1; n <= 8; n++) {
      await makeRule(app(), {
        name: `chain ${n}`,
        trigger: { on: 'issue.field-changed', field: 'order_number' },
        condition: { combinator: 'and', rules: [{ field: 'order_number', operator: '=', value: `N${n}` }] },
        actions: [{ do: 'set', field: 'order_number', value: `N${n + 1}` }],
      })
    }
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { values: { order_number: 'N1' } })
    await app().drain()
    expect((await read(number)).values.order_number).toBe('N6')
    expect(
      app()
        .logged.map(({ message }) => message)
        .join(),
    ).toContain('5 rules in a row led to the event')
    expect(await pending()).toEqual([])
  })

  test('R45 rules that answer one another several times over end, and what people do still starts them', async () => {
    for (let n = 0; n < 6; n++) {
      await makeRule(app(), {
        name: `storm ${n}`,
        trigger: { on: 'message.received', internal: true },
        actions: Array.from({ length: 3 }, () => ({ do: 'note', body: 'heard' })),
      })
    }
    const { number } = await openTestIssue(app())
    const note = () =>
      expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'start', internal: true })
    const runs = async () => (await app().db.read.selectFrom('rule_runs').select('id').execute()).length
    await note()
    await app().drain()
    const before = await runs()
    expect(before).toBeGreaterThanOrEqual(200)
    expect(before).toBeLessThan(210)
    const told = app().logged.filter(({ message }) => message.includes('rules fired 200 times'))
    expect(told).toHaveLength(1)
    await note()
    await app().drain()
    expect(await runs()).toBe(before + 6)
    expect(await pending()).toEqual([])
  })

  test('R45 none during import', async () => {
    const rule = await makeRule(app(), { actions: [{ do: 'note', body: 'seen' }] })
    await openIssue({ ...app().ctx, cause: 'import' }, { type: 'warranty' })
    expect(await pending()).toEqual([])
    await app().drain()
    expect(await runsOf(app(), rule)).toEqual([])
  })

  test('R45 at most 100 actions for one event, and the rest is told', async () => {
    const notes = Array.from({ length: 20 }, (_, n) => ({ do: 'note', body: `note ${n}` }))
    const ids: string[] = []
    for (let n = 0; n < 6; n++) ids.push(await makeRule(app(), { name: `many ${n}`, actions: notes }))
    const { number } = await openTestIssue(app())
    await app().drain()
    const last = await runsOf(app(), ids[5]!)
    expect(last[0].actions).toHaveLength(20)
    expect(last[0].actions[0]).toMatchObject({ result: 'failed', because: 'over 100 actions for one event' })
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages?limit=200`)
    expect(json.items).toHaveLength(100)
  })

  test('a rule whose field is gone is shown as broken, and never silently passed over', async () => {
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'passing',
      type: 'text',
      label: { en: 'Passing' },
    })
    const id = await makeRule(app(), {
      condition: { combinator: 'and', rules: [{ field: 'passing', operator: 'null' }] },
      actions: [{ do: 'note', body: 'never' }],
    })
    const refused = await expectCall(409, app(), 'DELETE', '/fields/passing')
    expect(refused.json.detail).toContain('business rule A rule')
    // As an import of a configuration may do it.
    await app().db.transaction(async (tx) => {
      await tx.query.deleteFrom('fields').where('key', '=', 'passing').execute()
      await tx.query
        .updateTable('config_version')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .execute()
    })
    const shown = await expectCall(200, app(), 'GET', `/business-rules/${id}`)
    expect(shown.json.broken).toMatchObject([{ path: 'condition.rules.0.field' }])
    const { number } = await openTestIssue(app())
    await app().drain()
    expect(await runsOf(app(), id)).toMatchObject([
      {
        issue: number,
        actions: [{ result: 'failed', because: expect.stringContaining('the rule is broken') }],
      },
    ])
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(json.items).toEqual([])
  })

  test('events of one issue are looked at in the order in which they happened', async () => {
    const steps = ['assessing', 'waiting-for-information']
    const path = [...steps, ...steps]
    for (const to of steps) {
      await makeRule(app(), {
        trigger: { on: 'issue.step-changed', to },
        actions: [{ do: 'note', body: to }],
      })
    }
    const opened = await Promise.all(Array.from({ length: 4 }, () => openTestIssue(app())))
    for (const { number } of opened) {
      for (const to of path) await move(number, to)
    }
    await Promise.all([app().drain(), app().drain()])
    for (const { number } of opened) {
      const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
      expect(json.items.map(({ body }: { body: string }) => body)).toEqual(path)
    }
  })

  test('R79 an event that waits when the clock is set back by hours does not wait for them', async () => {
    const id = await makeRule(app(), { actions: [{ do: 'note', body: 'seen' }] })
    await openTestIssue(app())
    app().clock.advance(-2 * HOUR)
    await app().drain()
    expect(await runsOf(app(), id)).toHaveLength(1)
    app().clock.advance(2 * HOUR)
  })

  test('the operator is told where nobody lets the rules look', async () => {
    const told = () => app().logged.filter(({ message }) => message.includes('is a worker running?'))
    await openTestIssue(app())
    await app().running.sweep()
    expect(told()).toEqual([])
    app().clock.advance(12 * 60_000)
    await app().running.sweep()
    expect(told()).toEqual([
      { level: 'warn', message: 'events have waited for the rules for 12 minutes; is a worker running?' },
    ])
    await app().drain()
    await app().running.sweep()
    expect(told()).toHaveLength(1)
  })

  test('what is rolled back leaves no event behind', async () => {
    const opening = app().db.transaction(async (tx) => {
      await openIssue({ ...app().ctx, db: joined(app().db, tx) }, { type: 'warranty' })
      throw new Error('no')
    })
    await expect(opening).rejects.toThrow('no')
    expect(await pending()).toEqual([])
  })

  test('R25 the text of a note is in no mail to the customer', async () => {
    const { id: handler, email } = await makeUser(app())
    const template = await makeTemplate(app(), { subject: { en: 'x' }, body: { en: '[{{message}}]' } })
    await makeRule(app(), {
      trigger: { on: 'message.received', internal: true },
      actions: [{ do: 'send', template, to: ['customer', 'handler', { address: 'else@example.com' }] }],
    })
    const { number, email: customer } = await openTestIssue(app())
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { handler })
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'He lies.', internal: true })
    await app().drain()
    const sent = await deliveriesOf(app(), number)
    const bodies = sent.map(({ recipient, text }) => [recipient, text.includes('He lies.')])
    expect(bodies).toEqual([
      [customer, false],
      [email, true],
      ['else@example.com', false],
    ])
  })

  test('R66 an erased issue takes along what waited, ran and was sent', async () => {
    const template = await makeTemplate(app())
    const id = await makeRule(app(), { actions: [{ do: 'send', template, to: 'customer' }] })
    const { number, email } = await openTestIssue(app())
    await app().drain()
    const [sent] = await deliveriesOf(app(), number)
    expect(await app().capturedMail.read({ id: sent!.id, issueId: sent!.issue_id! })).not.toBeNull()
    await move(number, 'assessing')
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await app().capturedMail.read({ id: sent!.id, issueId: sent!.issue_id! })).toBeNull()
    expect(await runsOf(app(), id)).toEqual([])
    expect(await pending()).toEqual([])
    const all = await app().db.read.selectFrom('deliveries').select('recipient').execute()
    expect(all.map(({ recipient }) => recipient)).not.toContain(email)
  })
})

/** The disk is full (SQLite), or every message loses a lock (PostgreSQL); answers what mends it. */
async function breakMessages(app: TestApp): Promise<() => Promise<unknown>> {
  const run = (...statements: string[]) =>
    app.db.transaction(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx.query)
    })
  if (app.store === 'sqlite') {
    const counted = sql<{ page_count: number }>`pragma page_count`
    const pages = await app.db.transaction(
      async (tx) => (await counted.execute(tx.query)).rows[0]!.page_count,
    )
    await run(`pragma max_page_count = ${pages}`)
    return () => run('pragma max_page_count = 1000000')
  }
  await run(
    `create function lose() returns trigger language plpgsql as $$
      begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`,
    'create trigger lose before insert on messages for each row execute function lose()',
  )
  return () => run('drop trigger lose on messages', 'drop function lose')
}
