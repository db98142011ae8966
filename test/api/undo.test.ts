import { beforeEach, expect, test } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../src/base/index.ts'
import { deliveriesOf, makeRule, makeTemplate, runsOf, withoutRules } from '../rules/support.ts'
import { addPerson, signInAs } from '../staff/support.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, valuesFor } from '../support/calls.ts'

onBothStores('a move is taken back', (app) => {
  beforeEach(() => withoutRules(app()))
  const read = async (number: string) => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json
  const move = async (number: string, to: string, values = {}) =>
    expectCall(200, app(), 'POST', `/issues/${number}/transitions`, {
      to,
      values: { ...(await valuesFor(app(), 'warranty', to)), ...values },
    })
  const undo = (number: string, more = {}) => call(app(), 'POST', `/issues/${number}/undo`, undefined, more)
  const rowOf = (number: string) =>
    app().db.read.selectFrom('issues').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  const kindsOf = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/events?order=desc`)).json.items.map(
      ({ kind }: { kind: string }) => kind,
    )

  test('step, trail, category, values, wait and deadline are as they were, and the history tells it', async () => {
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    await move(number, 'waiting-for-information')
    app().clock.advance(3 * DAY)
    const [before, row] = [await read(number), await rowOf(number)]
    app().clock.advance(20 * SECOND)
    await move(number, 'assessing', { accessories: 'Lid' })
    expect(await read(number)).toMatchObject({ step: 'assessing', category: 'open' })
    app().clock.advance(20 * SECOND)
    const { status, json, headers } = await undo(number)
    expect(status).toBe(200)
    const { changed: _changed, ...same } = before
    expect(json).toMatchObject({ issue: same, sentAlready: 0 })
    expect(headers['etag']).toBe((await call(app(), 'GET', `/issues/${number}`)).headers['etag'])
    const after = await rowOf(number)
    for (const column of ['step', 'category', 'trail', 'field_values', 'waiting_since', 'due'] as const)
      expect(after[column], column).toEqual(row[column])
    const withoutSetAt = (deadline: string | null) => ({ ...JSON.parse(deadline ?? '{}'), setAt: 0 })
    expect(withoutSetAt(after.deadline)).toEqual(withoutSetAt(row.deadline))
    const { items } = (await expectCall(200, app(), 'GET', `/issues/${number}/events?order=desc`)).json
    expect(items.find(({ kind }: { kind: string }) => kind === 'issue.step-undone')).toMatchObject({
      data: {
        from: 'assessing',
        to: 'waiting-for-information',
        changes: { accessories: { from: 'Lid', to: null } },
      },
    })
  })

  test('what was changed after the move stays, also where the move had changed it', async () => {
    const { number } = await openTestIssue(app())
    await move(number, 'assessing', { accessories: 'Lid', condition_at_intake: 'Clean' })
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, {
      values: { accessories: 'Lid and base' },
      contact: { name: 'Jana Nová' },
    })
    expect((await undo(number)).json.issue).toMatchObject({
      step: 'received',
      contact: { name: 'Jana Nová' },
      values: { accessories: 'Lid and base' },
    })
    expect((await read(number)).values).not.toHaveProperty('condition_at_intake')
  })

  test('once, and not where nothing was moved', async () => {
    const { number } = await openTestIssue(app())
    expect(await undo(number)).toMatchObject({
      status: 409,
      json: { detail: 'There is no change of step to take back.' },
    })
    await move(number, 'assessing')
    expect((await undo(number)).status).toBe(200)
    expect(await undo(number)).toMatchObject({
      status: 409,
      json: { detail: 'The last change of step has been taken back already.' },
    })
    expect((await undo('WC-26-99999-XXXX')).status).toBe(404)
    await move(number, 'assessing')
    expect((await undo(number)).status).toBe(200)
  })

  test('at once by two clicks: once', async () => {
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    const answers = await Promise.all([undo(number), undo(number), undo(number)])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
    expect((await kindsOf(number)).filter((kind: string) => kind === 'issue.step-undone')).toHaveLength(1)
  })

  test('within a minute', async () => {
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    app().clock.advance(MINUTE + SECOND)
    expect(await undo(number)).toMatchObject({
      status: 409,
      json: {
        detail: 'A change of step can be taken back within one minute. Move the issue back instead.',
      },
    })
    expect((await read(number)).step).toBe('assessing')
  })

  test('by whoever made it, and not over what somebody changed meanwhile', async () => {
    const [mine, theirs] = await Promise.all([
      signInAs(app(), await addPerson(app(), 'handler', { name: 'Petr' })),
      signInAs(app(), await addPerson(app(), 'handler')),
    ])
    const { number } = await openTestIssue(app())
    const moved = await mine.call('POST', `/issues/${number}/transitions`, {
      to: 'assessing',
      values: await valuesFor(app(), 'warranty', 'assessing'),
    })
    expect(moved.status, moved.text).toBe(200)
    expect(await theirs.call('POST', `/issues/${number}/undo`)).toMatchObject({
      status: 409,
      json: { detail: 'The last change of step was made by Petr; whoever made it can take it back.' },
    })
    const etag = String(moved.headers['etag'])
    await theirs.call('PATCH', `/issues/${number}`, { contact: { name: 'Somebody else' } })
    expect((await mine.call('POST', `/issues/${number}/undo`, undefined, { 'if-match': etag })).status).toBe(
      412,
    )
    expect((await mine.call('POST', `/issues/${number}/undo`)).status).toBe(200)
  })

  test('rules that have not looked at it never do, and nothing is sent', async () => {
    const template = await makeTemplate(app())
    const rule = await makeRule(app(), {
      trigger: { on: 'issue.step-changed' },
      actions: [{ do: 'send', template, to: 'customer' }],
    })
    const { number } = await openTestIssue(app())
    await app().drain()
    await move(number, 'assessing')
    expect((await undo(number)).json.sentAlready).toBe(0)
    await app().drain()
    expect(await runsOf(app(), rule)).toEqual([])
    expect(await deliveriesOf(app(), number)).toEqual([])
    expect(await app().db.read.selectFrom('pending_events').selectAll().execute()).toEqual([])
    await move(number, 'assessing')
    await app().drain()
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
  })

  test('mails that have left stay sent, and the answer tells how many; those that wait do not leave', async () => {
    const template = await makeTemplate(app())
    const rule = await makeRule(app(), {
      trigger: { on: 'issue.step-changed' },
      once: true,
      actions: [{ do: 'send', template, to: 'customer' }],
    })
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    await app().drain()
    const [sent] = await deliveriesOf(app(), number)
    expect(sent).toMatchObject({ state: 'sent' })
    expect((await undo(number)).json.sentAlready).toBe(1)
    await app().drain()
    expect(await deliveriesOf(app(), number)).toHaveLength(1)

    const other = await openTestIssue(app())
    await move(other.number, 'assessing')
    await app().drain()
    await putOff(() => true, other.number)
    expect((await undo(other.number)).json.sentAlready).toBe(0)
    expect(await deliveriesOf(app(), other.number)).toEqual([])
    // A rule that fires once may fire for the move that is made in its place.
    await move(other.number, 'assessing')
    await app().drain()
    expect(await deliveriesOf(app(), other.number)).toHaveLength(1)
    expect(await runsOf(app(), rule)).toHaveLength(2)
  })

  /** As where the mail server could not be reached. */
  const putOff = (which: (delivery: { template_key: string | null }) => boolean, number: string) =>
    app().db.transaction(async (tx) => {
      const ids = (await deliveriesOf(app(), number)).filter(which).map(({ id }) => id)
      await tx.query
        .updateTable('deliveries')
        .set({ state: 'pending', next_at: app().clock.now + DAY, settled_at: null })
        .where('id', 'in', ids)
        .execute()
    })

  test('a rule that has sent one of two mails does not send that one again', async () => {
    const [first, second] = [await makeTemplate(app()), await makeTemplate(app())]
    await makeRule(app(), {
      trigger: { on: 'issue.step-changed' },
      once: true,
      actions: [first, second].map((template) => ({ do: 'send', template, to: 'customer' })),
    })
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    await app().drain()
    await putOff(({ template_key }) => template_key === second, number)
    expect((await undo(number)).json.sentAlready).toBe(1)
    await move(number, 'assessing')
    await app().drain()
    expect((await deliveriesOf(app(), number)).map(({ template_key }) => template_key)).toEqual([first])
  })

  test('a move that a rule made meanwhile is not taken back under it', async () => {
    await makeRule(app(), {
      trigger: { on: 'issue.step-changed', to: 'assessing' },
      actions: [{ do: 'move', to: 'waiting-for-information' }],
    })
    const { number } = await openTestIssue(app())
    await move(number, 'assessing')
    await app().drain()
    expect((await read(number)).step).toBe('waiting-for-information')
    expect((await undo(number)).status).toBe(409)
  })
})
