import { expect, it } from 'vitest'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'

async function open(app: TestApp, contact: object, values: object = {}, type = 'warranty'): Promise<string> {
  app.clock.advance(1000)
  const { json } = await expectCall(201, app, 'POST', '/issues', { type, contact, values })
  return json.number as string
}

type Found = { issue: { number: string }; matches: string[] }

async function similar(app: TestApp, body: object): Promise<(readonly [string, string[]])[]> {
  const { json } = await expectCall(200, app, 'POST', '/issues/similar', body, { token: app.tokens.read })
  return (json.items as Found[]).map(({ issue, matches }) => [issue.number, matches] as const)
}

onBothStores('similar issues', (app) => {
  it('are those of the same customer or with the same order or device, newest first, and say why', async () => {
    const byMail = await open(app(), { email: 'jana@example.com' })
    const byPhone = await open(app(), { phone: '+420 601 123 456' }, { order_number: 'A-1' }, 'return')
    const byBoth = await open(app(), { email: 'Jana@Example.com', phone: '601123456' })
    const byOrder = await open(app(), { email: 'karel@example.com' }, { order_number: 'B-77/2026' })
    await open(app(), { email: 'other@example.com' }, { order_number: 'C-1' })
    const asked = {
      contact: { name: 'Jana', email: 'JANA@example.com', phone: '601 123 456' },
      values: { order_number: ' b-77/2026 ' },
    }
    expect(await similar(app(), asked)).toEqual([
      [byOrder, ['values.order_number']],
      [byBoth, ['contact.email', 'contact.phone']],
      [byPhone, ['contact.phone']],
      [byMail, ['contact.email']],
    ])
  })

  it('are asked for while one still types: what is not complete finds nothing and is not refused', async () => {
    await open(app(), { email: 'jan@example.org' }, { order_number: 'OB' })
    expect(
      await similar(app(), { contact: { email: 'jan@', phone: '60' }, values: { order_number: 'OB' } }),
    ).toEqual([])
    expect(await similar(app(), {})).toEqual([])
    expect(await similar(app(), { values: { order_number: 12, product: null, defect: ['x'] } })).toEqual([])
  })

  it('are not told by what many share, and are twenty at most', async () => {
    for (let count = 0; count < 22; count++) {
      await open(app(), { email: 'many@example.com' }, { serial_number: 'SHARED' })
    }
    expect(await similar(app(), { values: { serial_number: 'shared' } })).toEqual([])
    const found = await similar(app(), { contact: { email: 'many@example.com' } })
    expect(found).toHaveLength(20)
    expect(found.every(([, matches]) => matches.join() === 'contact.email')).toBe(true)
  })

  it('cost two statements, however much is asked', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/fields?limit=200')
    const values = Object.fromEntries(json.items.map(({ key }: { key: string }) => [key, 'anything at all']))
    await similar(app(), { contact: { email: 'many@example.com' }, values })
    app().takeStatements()
    await similar(app(), { contact: { email: 'many@example.com' }, values })
    const own = app()
      .takeStatements()
      .filter((statement) => /from "?(issues|field_values)/.test(statement))
    expect(own.length).toBeLessThanOrEqual(2)
  })

  it('are refused for a field that is not there', async () => {
    const { json } = await expectCall(422, app(), 'POST', '/issues/similar', { values: { nothing: 'x' } })
    expect(json.errors).toEqual([{ path: 'values.nothing', message: 'there is no such field' }])
    await expectCall(422, app(), 'POST', '/issues/similar', { contact: { mail: 'x' } })
  })
})
