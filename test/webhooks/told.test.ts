import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { recordEvent } from '../../src/events/index.ts'
import { holdIssue } from '../../src/issues/index.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { makeRule } from '../rules/support.ts'
import {
  callsOf,
  liveThrough,
  makeWebhook,
  onBothStoresWithEndpoint,
  payloadsOf,
  signatureOf,
  signaturesIn,
  typesOf,
} from './support.ts'

onBothStoresWithEndpoint('what webhooks are told', (app, endpoint) => {
  test('R56 a call is signed as Standard Webhooks says, and says who calls', async () => {
    const { id, secret } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    const { number } = await openTestIssue(app())
    await app().drain()
    const [received] = endpoint().received
    if (!received) throw new Error('nothing came')
    expect(received).toMatchObject({
      method: 'POST',
      url: '/hooks',
      headers: { 'content-type': 'application/json', 'user-agent': 'Reklamator' },
    })
    expect(signaturesIn(received)).toEqual([signatureOf(secret, received)])
    expect(Number(received.headers['webhook-timestamp'])).toBe(Math.floor(app().clock.now / 1000))
    const [delivery] = await callsOf(app(), id)
    expect(received.headers['webhook-id']).toBe(delivery?.id)
    expect(JSON.parse(received.body)).toEqual({
      type: 'issue.created',
      timestamp: new Date(app().clock.now).toISOString(),
      version: 1,
      data: {
        event: delivery?.event_id,
        issue: number,
        issueType: 'warranty',
        step: 'received',
        category: 'open',
      },
    })
  })

  test('R56 nothing personal is in any call, and notes are not told of', async () => {
    await makeWebhook(app(), endpoint())
    await liveThrough(app())
    // What happened moves the deadline too.
    expect([...new Set(typesOf(endpoint().received))].toSorted()).toEqual(
      [
        'issue.created',
        'issue.field-changed',
        'issue.step-changed',
        'issue.step-undone',
        'message.received',
        'attachment.added',
        'deadline.moved',
        'deadline.extended',
        'deadline.near',
        'deadline.passed',
        'waiting.for-customer',
      ].toSorted(),
    )
    for (const { body, headers, url } of endpoint().received) {
      expect(body + JSON.stringify(headers) + url).not.toMatch(/canary|601999888/)
    }
    const changed = payloadsOf(endpoint().received).find(({ type }) => type === 'issue.field-changed')
    expect(changed.data.changed.toSorted()).toEqual(['due', 'product'])
  })

  test('every payload is as the OpenAPI document says, of every kind', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { fields: ['contact.email', 'due', 'product'] })
    await makeRule(app(), {
      trigger: { on: 'issue.created' },
      actions: [{ do: 'webhook', webhook: id }],
    })
    await liveThrough(app())
    await expectCall(200, app(), 'POST', `/webhooks/${id}/test`)
    const document = app().app.swagger() as unknown as {
      openapi: string
      webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>
    }
    expect(document.openapi).toBe('3.1.0')
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    for (const payload of payloadsOf(endpoint().received)) {
      const schema = document.webhooks[payload.type]?.post.requestBody.content['application/json']?.schema
      expect(schema, payload.type).toBeDefined()
      ajv.validate(schema ?? false, payload)
      expect(ajv.errors ?? [], JSON.stringify(payload)).toEqual([])
      // A schema that allows anything would say nothing.
      expect(ajv.validate(schema ?? true, { ...payload, type: 'other' })).toBe(false)
    }
    expect(new Set(typesOf(endpoint().received)).size).toBe(12)
  })

  test('what was chosen is sent as it is when the event is looked at, and null where there is nothing', async () => {
    await makeWebhook(app(), endpoint(), {
      events: ['issue.created'],
      fields: ['contact.name', 'contact.email', 'contact.phone', 'due', 'product', 'serial_number'],
    })
    const { number, email, phone } = await openTestIssue(app(), { values: { product: 'Kettle' } })
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { values: { product: 'Kettle K200' } })
    await app().drain()
    expect(payloadsOf(endpoint().received)[0].data.fields).toEqual({
      'contact.name': 'Jana Nováková',
      'contact.email': email,
      'contact.phone': phone,
      due: '2026-12-23',
      product: 'Kettle K200',
      serial_number: null,
    })
  })

  test('R56 a payload stays under 20,000 bytes: the longest fields are left out, and named', async () => {
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'story',
      type: 'long-text',
      label: { en: 'Story' },
    })
    await makeWebhook(app(), endpoint(), {
      events: ['issue.created'],
      fields: ['story', 'product', 'defect'],
    })
    const long = 'ž'.repeat(9000)
    await openTestIssue(app(), { values: { product: 'Kettle', defect: long.slice(0, 6000), story: long } })
    await app().drain()
    const [received] = endpoint().received
    expect(Buffer.byteLength(received?.body ?? '')).toBeLessThan(20_000)
    const { fields, cut } = JSON.parse(received?.body ?? '').data
    expect(cut).toEqual(['story'])
    expect(fields).toMatchObject({ product: 'Kettle', defect: long.slice(0, 6000) })
  })

  test('events, type and switch say who is told', async () => {
    const created = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    const off = await makeWebhook(app(), endpoint(), { enabled: false })
    const returns = await makeWebhook(app(), endpoint(), { issueType: 'return' })
    const { number } = await openTestIssue(app())
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due: '2026-12-20' })
    await openTestIssue(app(), { type: 'return', values: {} })
    await app().drain()
    const told = async (id: string) => (await callsOf(app(), id)).map(({ subject }) => subject)
    expect(await told(created.id)).toEqual(['issue.created', 'issue.created'])
    expect(await told(off.id)).toEqual([])
    expect(await told(returns.id)).toEqual(['issue.created'])
  })

  test('an event costs no statement more where there is no webhook', async () => {
    await app().drain()
    const statementsFor = async () => {
      await openTestIssue(app())
      app().takeStatements()
      await app().drain()
      return app().takeStatements()
    }
    await statementsFor()
    const without = await statementsFor()
    expect(without.filter((text) => text.includes('webhooks'))).toEqual([])
    expect(without.filter((text) => text.startsWith('insert into "deliveries"'))).toEqual([])
  })

  test('calls do not use up the messages of an issue, and end at a thousand an hour', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.field-changed'], fields: [] })
    const { number } = await openTestIssue(app())
    await app().drain()
    const [issue] = await app()
      .db.read.selectFrom('issues')
      .select('id')
      .where('number', '=', number)
      .execute()
    const row = {
      issue_id: issue?.id ?? '',
      event_id: null,
      rule_id: null,
      template_key: null,
      channel: 'webhook' as const,
      recipient: id,
      locale: 'en',
      state: 'sent' as const,
      attempts: 1,
      lease: null,
      next_at: 0,
      changed_at: app().clock.now,
      created_at: app().clock.now,
      settled_at: app().clock.now,
      last_error: null,
      subject: 'x',
      text: '{}',
      html: '',
      segments: null,
      report: null,
      reported_at: null,
    }
    const hex = app().clock.now.toString(16).padStart(12, '0')
    const rows = Array.from({ length: 999 }, (_, index) => ({
      ...row,
      id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(index).padStart(12, '0')}`,
      unique_key: `${number} ${index}`,
    }))
    for (let at = 0; at < rows.length; at += 100) {
      await app().db.transaction((tx) =>
        tx.query
          .insertInto('deliveries')
          .values(rows.slice(at, at + 100))
          .execute(),
      )
    }
    for (const due of ['2026-12-19', '2026-12-20']) {
      await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due })
    }
    await expectCall(201, app(), 'POST', `/issues/${number}/status-link`, {})
    await app().drain()
    const last = (await callsOf(app(), id)).slice(-2)
    expect(last.map(({ state, last_error }) => [state, last_error])).toEqual([
      ['sent', null],
      ['failed', 'more than 1000 calls of this webhook about this issue within an hour'],
    ])
    const mails = await expectCall(200, app(), 'GET', `/deliveries?channel=email&issue=${number}`)
    expect(mails.json.items).toMatchObject([{ state: 'sent' }])
  })

  test('the loop guard of rules keeps no event from being told', async () => {
    await makeWebhook(app(), endpoint(), { events: ['issue.field-changed'] })
    const { number } = await openTestIssue(app())
    await app().drain()
    await app().db.transaction(async (tx) => {
      const { id: issueId } = await holdIssue(tx, number)
      const fired = ['a', 'b', 'c', 'd', 'e']
      const event = { kind: 'issue.field-changed', changes: { due: { from: null, to: null } } } as const
      const at = app().clock.now
      await recordEvent(tx, { issueId, actor: app().ctx.actor, at, event, cause: { depth: 5, fired } })
    })
    await app().drain()
    expect(typesOf(endpoint().received)).toEqual(['issue.field-changed'])
  })
})
