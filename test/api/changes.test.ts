import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, valuesFor } from '../support/calls.ts'

onBothStores('changes of an issue', (app) => {
  const patch = (number: string, body: object, headers: Record<string, string> = {}) =>
    call(app(), 'PATCH', `/issues/${number}`, body, { headers })

  test('what is given changes, the rest stays, null and an empty text take away or give back to the rule', async () => {
    const { number, email } = await openTestIssue(app(), { due: '2026-12-24' })
    const changed = await expectCall(200, app(), 'PATCH', `/issues/${number}`, {
      contact: { name: 'Petra  Svobodová' },
      values: { product: ' Toaster ', defect: null },
      locale: 'cs',
    })
    expect(changed.json).toMatchObject({
      contact: { name: 'Petra Svobodová', email },
      values: { product: 'Toaster', order_number: '2026-8841' },
      locale: 'cs',
      due: '2026-12-24',
    })
    expect(changed.json.values).not.toHaveProperty('defect')
    for (const due of [null, '']) {
      await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due: '2026-12-20' })
      const reply = await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due })
      expect(reply.json).toMatchObject({ due: '2026-12-23', deadline: { state: 'running' } })
    }
    const cleared = await expectCall(200, app(), 'PATCH', `/issues/${number}`, {
      contact: { email: '', phone: '' },
    })
    expect(cleared.json.contact).toEqual({ name: 'Petra Svobodová', email: '', phone: '' })
  })

  test('a deadline that is empty at the opening is left to the rule, where there is one', async () => {
    await expectCall(201, app(), 'POST', '/issue-types', { key: 'plain', name: { en: 'Plain' } })
    for (const due of ['', null]) {
      const byRule = await expectCall(201, app(), 'POST', '/issues', { type: 'return', due })
      expect(byRule.json.due).toBe('2026-12-07')
      const { json } = await expectCall(201, app(), 'POST', '/issues', { type: 'plain', due })
      expect([json.due, json.deadline]).toEqual([null, null])
    }
  })

  test('a change that changes nothing leaves tag and history as they are', async () => {
    const { number, issue } = await openTestIssue(app())
    const { headers } = await expectCall(200, app(), 'GET', `/issues/${number}`)
    app().clock.advance(1000)
    for (const body of [
      {},
      issue,
      { values: {} },
      { contact: {} },
      { values: { defect: '  Leaks at the handle ' } },
    ]) {
      const reply = await expectCall(200, app(), 'PATCH', `/issues/${number}`, body)
      expect(reply.json).toEqual(issue)
      expect(reply.headers.etag).toBe(headers.etag)
    }
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/events`)
    expect(json.items).toHaveLength(1)
  })

  test('the history tells what was changed from what to what', async () => {
    const { number } = await openTestIssue(app())
    await patch(number, { values: { product: 'Toaster' }, due: '2026-12-20', contact: { name: 'Petra' } })
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/events`)
    expect(json.items[1]).toMatchObject({
      kind: 'issue.field-changed',
      actor: { kind: 'token', name: 'admin' },
      data: {
        changes: {
          product: { from: 'Kettle K200', to: 'Toaster' },
          due: { from: '2026-12-23', to: '2026-12-20' },
          'contact.name': { from: 'Jana Nováková', to: 'Petra' },
        },
      },
    })
  })

  test('If-Match lets only one of two win', async () => {
    const { number } = await openTestIssue(app())
    const { headers } = await expectCall(200, app(), 'GET', `/issues/${number}`)
    const etag = String(headers.etag)
    const replies = await Promise.all(
      ['A', 'B', 'C'].map((product) => patch(number, { values: { product } }, { 'if-match': etag })),
    )
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412', '412'])
    expect((await patch(number, { values: { product: 'D' } }, { 'if-match': etag })).status).toBe(412)
    expect((await patch(number, { values: { product: 'D' } }, { 'if-match': '*' })).status).toBe(200)
    const stale = { headers: { 'if-match': etag } }
    await expectCall(412, app(), 'POST', `/issues/${number}/transitions`, { to: 'cancelled' }, stale)
    await expectCall(412, app(), 'DELETE', `/issues/${number}`, undefined, stale)
    const fresh = String((await expectCall(200, app(), 'GET', `/issues/${number}`)).headers.etag)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`, undefined, { headers: { 'if-match': fresh } })
  })

  test('If-None-Match answers 304 until something is different, be it in the configuration', async () => {
    const { number } = await openTestIssue(app())
    const get = (etag?: string) =>
      call(app(), 'GET', `/issues/${number}`, undefined, { headers: etag ? { 'if-none-match': etag } : {} })
    const etag = String((await get()).headers.etag)
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const reply = await get(known)
      expect(reply.status, known).toBe(304)
      expect(reply.text).toBe('')
      expect(reply.headers.etag).toBe(etag)
    }
    expect((await get('"x"')).status).toBe(200)
    const { json: steps } = await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')
    steps.steps[0].whatNext = { en: 'Something new' }
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', steps)
    const changed = await get(etag)
    expect(changed.status).toBe(200)
    expect(changed.json.next.text).toBe('Something new')
    await patch(number, { due: '2026-12-20' })
    expect((await get(String(changed.headers.etag))).status).toBe(200)
  })

  test('changes at the same moment are all kept', async () => {
    const { number } = await openTestIssue(app(), { values: {} })
    const fields = ['product', 'order_number', 'defect']
    await Promise.all(fields.map((field) => patch(number, { values: { [field]: 'Text' } })))
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: `Message ${index}` }),
      ),
    )
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}`)
    expect(json.values).toEqual({ product: 'Text', order_number: 'Text', defect: 'Text' })
    const { json: messages } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(messages.items).toHaveLength(20)
  })

  test('a number is found however it is written', async () => {
    const { number } = await openTestIssue(app())
    for (const typed of [number.toLowerCase(), ` ${number} `, number.replaceAll('2', '２')]) {
      const { json } = await expectCall(200, app(), 'GET', `/issues/${encodeURIComponent(typed)}`)
      expect(json.number).toBe(number)
    }
    await expectCall(404, app(), 'GET', `/issues/${number.slice(0, -1)}`)
    await expectCall(404, app(), 'GET', `/issues/${number.slice(0, -1)}%25`)
  })

  test('moves follow the steps: not allowed is 409, unknown is 422, missing values are named', async () => {
    const { number } = await openTestIssue(app(), { type: 'return', values: {} })
    const move = (body: object) => call(app(), 'POST', `/issues/${number}/transitions`, body)
    const jump = await move({ to: 'refund-sent' })
    expect(jump.status).toBe(409)
    expect(jump.json.detail).toContain('allowed are')
    expect((await move({ to: 'nowhere' })).json.errors).toMatchObject([{ path: 'to' }])
    const bare = await move({ to: 'waiting-for-goods' })
    expect(bare.status).toBe(422)
    expect(bare.json.errors.map(({ path }: { path: string }) => path)).toEqual([
      'values.withdrawal_date',
      'values.product',
    ])
    expect((await expectCall(200, app(), 'GET', `/issues/${number}`)).json.step).toBe('received')
    const values = await valuesFor(app(), 'return', 'waiting-for-goods')
    const moved = await move({ to: 'waiting-for-goods', values })
    expect(moved.json).toMatchObject({
      step: 'waiting-for-goods',
      category: 'waiting',
      next: { turn: 'customer' },
      values,
    })
  })

  test('going back empties the later stages', async () => {
    const steps = [
      { key: 'received', name: { en: 'Received' }, stage: 'received', next: [{ to: 'testing' }] },
      {
        key: 'testing',
        name: { en: 'Testing' },
        stage: 'review',
        next: [{ to: 'received' }, { to: 'done' }],
      },
      { key: 'done', name: { en: 'Done' }, stage: 'done', category: 'done', next: [{ to: 'testing' }] },
    ]
    await expectCall(201, app(), 'POST', '/issue-types', { key: 'loan', name: { en: 'Loan' } })
    await expectCall(200, app(), 'PUT', '/issue-types/loan/steps', { steps })
    const { json: issue } = await expectCall(201, app(), 'POST', '/issues', { type: 'loan' })
    const states: string[] = []
    for (const to of ['testing', 'done', 'testing', 'received']) {
      app().clock.advance(1000)
      const { json } = await expectCall(200, app(), 'POST', `/issues/${issue.number}/transitions`, { to })
      states.push(json.progress.map(({ state }: { state: string }) => state[0]).join(''))
      expect(json.progress.find(({ state }: { state: string }) => state === 'current').at).toBe(json.changed)
    }
    expect(states).toEqual(['dcuuu', 'ddssc', 'dcuuu', 'cuuuu'])
    expect((await expectCall(200, app(), 'GET', '/issues?type=loan&category=done')).json.items).toEqual([])
  })
})
