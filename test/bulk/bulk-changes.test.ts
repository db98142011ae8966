import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { makeRule, makeTemplate, withoutRules } from '../rules/support.ts'
import { addPerson } from '../staff/support.ts'

onBothStores('bulk changes', (app) => {
  const change = async (issues: readonly string[], body: object, headers: Record<string, string> = {}) =>
    (await expectCall(200, app(), 'POST', '/bulk-changes', { issues, ...body }, { headers })).json
  const read = async (number: string) => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json
  const several = async (count: number) => {
    const opened: string[] = []
    for (let made = 0; made < count; made++) opened.push((await openTestIssue(app())).number)
    return opened
  }
  const everything = async () =>
    Promise.all(
      (['issues', 'events', 'pending_events', 'deliveries'] as const).map(async (table) => {
        const rows = await app()
          .db.read.selectFrom(table as 'issues')
          .selectAll()
          .execute()
        return rows.map((row) => JSON.stringify(row)).toSorted()
      }),
    )

  test('assign many, tell what each was, and leave alone what is so already', async () => {
    const handler = await addPerson(app(), 'handler')
    const numbers = await several(3)
    await expectCall(200, app(), 'PATCH', `/issues/${numbers[1]}`, { handler: handler.id })
    const { items, rules } = await change(numbers, { change: { handler: handler.email } })
    expect(rules).toEqual([])
    expect(items.map(({ ok, changed, was }: Record<string, unknown>) => [ok, changed, was])).toEqual([
      [true, true, { handler: null, step: 'received' }],
      [true, false, { handler: handler.id, step: 'received' }],
      [true, true, { handler: null, step: 'received' }],
    ])
    for (const number of numbers) expect((await read(number)).handler.id).toBe(handler.id)
    await change(numbers, { change: { handler: null } })
    for (const number of numbers) expect((await read(number)).handler).toBeNull()
  })

  test('what one is refused undoes no other', async () => {
    const [one = '', other = ''] = await several(2)
    await expectCall(200, app(), 'POST', `/issues/${one}/transitions`, { to: 'assessing' })
    const { items } = await change([one, 'WC-26-99999-0000', other], { change: { to: 'assessing' } })
    expect(items).toMatchObject([
      {
        number: one,
        ok: false,
        problem: { type: 'urn:reklamator:problem:conflict', status: 409 },
        was: null,
      },
      { number: 'WC-26-99999-0000', ok: false, problem: { status: 404 } },
      { number: other, ok: true, changed: true, problem: null },
    ])
    expect((await read(other)).step).toBe('assessing')
    const history = (await expectCall(200, app(), 'GET', `/issues/${other}/events`)).json.items
    expect(history.at(-1)).toMatchObject({ kind: 'issue.step-changed', data: { comment: null } })
  })

  test('a dry run changes nothing, and tells what rules would do', async () => {
    await withoutRules(app())
    await app().drain()
    const template = await makeTemplate(app())
    await makeRule(app(), {
      name: 'Tell the customer',
      trigger: { on: 'issue.step-changed', to: 'assessing' },
      actions: [
        { do: 'send', template, to: ['customer'] },
        { do: 'send', template, to: ['handler'] },
        { do: 'note', body: 'Seen' },
      ],
    })
    const numbers = await several(3)
    await app().drain()
    const before = await everything()
    const { items, rules } = await change([...numbers, 'none'], {
      change: { to: 'assessing', comment: 'All of them' },
      dryRun: true,
    })
    expect(await everything()).toEqual(before)
    expect(items.map(({ ok, changed }: Record<string, unknown>) => [ok, changed])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ])
    expect(rules).toMatchObject([
      { rule: { name: 'Tell the customer' }, place: 0, do: 'send', count: 3, messages: 3, inVain: 0 },
      { place: 1, do: 'send', count: 0, messages: 0, inVain: 3 },
      { place: 2, do: 'note', name: '', count: 3, messages: 0 },
    ])
    expect(rules[0].name).toBeTruthy()
    for (const number of numbers) expect((await read(number)).step).toBe('received')
  })

  test('what a step needs is given once, and only to those that lack it', async () => {
    const handler = await addPerson(app(), 'handler')
    const { steps } = (await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')).json
    const demanding = steps.map((step: { key: string }) =>
      step.key === 'assessing' ? { ...step, required: ['product', 'order_number', 'handler', 'due'] } : step,
    )
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', { steps: demanding })
    const own = { product: 'Kettle', order_number: 'own' }
    const one = await openTestIssue(app(), { values: own, due: '2026-12-24' })
    const other = await openTestIssue(app(), { values: { product: 'Toaster' }, due: '2026-12-25' })
    await expectCall(200, app(), 'PATCH', `/issues/${one.number}`, { handler: handler.id })
    const numbers = [one.number, other.number]
    const bare = await change(numbers, { change: { to: 'assessing' }, dryRun: true })
    expect(bare.items).toMatchObject([
      { ok: true, changed: true },
      { ok: false, problem: { errors: [{ path: 'values.order_number' }, { path: 'handler' }] } },
    ])
    const wrong = await change(numbers, {
      change: { to: 'assessing', fill: { values: { order_number: 'x' }, handler: 'nobody@example.com' } },
    })
    expect(wrong.items[1]).toMatchObject({ ok: false, problem: { errors: [{ path: 'handler' }] } })
    expect((await read(other.number)).values.order_number).toBeUndefined()
    await expectCall(200, app(), 'POST', `/issues/${one.number}/undo`)
    const second = await addPerson(app(), 'handler')
    const fill = { values: { order_number: 'given', defect: 'not asked for' }, handler: second.email }
    const body = { change: { to: 'assessing', comment: 'Both', fill } }
    const before = await everything()
    const tried = await change(numbers, { ...body, dryRun: true })
    expect(tried.items.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true])
    expect(await everything()).toEqual(before)
    await change(numbers, body)
    expect(await read(one.number)).toMatchObject({
      step: 'assessing',
      handler: { id: handler.id },
      due: '2026-12-24',
      values: own,
    })
    expect(await read(other.number)).toMatchObject({
      step: 'assessing',
      handler: { id: second.id },
      due: '2026-12-25',
      values: { product: 'Toaster', order_number: 'given' },
    })
    expect((await read(other.number)).values.defect).toBeUndefined()
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', { steps })
  })

  test('the same request twice changes once', async () => {
    const numbers = await several(2)
    const body = { change: { to: 'assessing' } }
    const first = await change(numbers, body, { 'idempotency-key': 'bulk-1' })
    const second = await change(numbers, body, { 'idempotency-key': 'bulk-1' })
    expect(second).toEqual(first)
    const history = (await expectCall(200, app(), 'GET', `/issues/${numbers[0]}/events`)).json.items
    expect(history.filter(({ kind }: { kind: string }) => kind === 'issue.step-changed')).toHaveLength(1)
    const { items } = await change(
      numbers,
      { change: { to: 'assessing', comment: 'x' } },
      { 'idempotency-key': 'bulk-1' },
    )
    expect(items[0].problem.type).toBe('urn:reklamator:problem:idempotency-key-reused')
  })

  test('R75 the same request at the same moment changes once, and all are told the same', async () => {
    const numbers = await several(8)
    const send = () => change(numbers, { change: { to: 'assessing' } }, { 'idempotency-key': 'bulk-2' })
    const [first, ...others] = await Promise.all([send(), send(), send()])
    expect(first?.items.every(({ ok, changed }: { ok: boolean; changed: boolean }) => ok && changed)).toBe(
      true,
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test.each<[string, object, string[]]>([
    ['nothing', { issues: [], change: { handler: null } }, ['issues']],
    ['one twice', { issues: ['WC-1', 'wc-1'], change: { handler: null } }, ['issues']],
    ['no change', { issues: ['WC-1'], change: {} }, ['change']],
    ['both at once', { issues: ['WC-1'], change: { handler: null, to: 'assessing' } }, ['change']],
    ['a comment without a move', { issues: ['WC-1'], change: { handler: null, comment: 'x' } }, ['change']],
    [
      'values to fill in without a move',
      { issues: ['WC-1'], change: { handler: null, fill: {} } },
      ['change'],
    ],
    [
      'what no step gives to many',
      { issues: ['WC-1'], change: { to: 'assessing', fill: { contact: {} } } },
      ['change.fill.contact'],
    ],
    [
      'too many',
      { issues: Array.from({ length: 201 }, (_, at) => `WC-${at}`), change: { handler: null } },
      ['issues'],
    ],
  ])('names what is wrong: %s', async (_what, body, paths) => {
    const reply = await call(app(), 'POST', '/bulk-changes', body)
    expect(reply.status, reply.text).toBe(422)
    expect(reply.json.errors.map(({ path }: { path: string }) => path)).toEqual(paths)
  })

  test('a handler that is none is refused for each', async () => {
    const [number = ''] = await several(1)
    const { items } = await change([number], { change: { handler: 'nobody@example.com' } })
    expect(items[0]).toMatchObject({ ok: false, problem: { errors: [{ path: 'handler' }] } })
  })
})
