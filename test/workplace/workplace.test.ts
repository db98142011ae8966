import { expect, it } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'

onBothStores('the workplace', (app) => {
  it('tells types, fields, people and templates in one answer that is not sent twice', async () => {
    const { json, headers } = await expectCall(200, app(), 'GET', '/workplace')
    const warranty = json.types.find(({ key }: { key: string }) => key === 'warranty')
    expect(warranty.steps[0]).toMatchObject({ key: 'received', category: 'open' })
    expect(warranty.views.list[0]).toMatchObject({ field: 'number' })
    expect(json.fields.some(({ key }: { key: string }) => key === 'product')).toBe(true)
    expect(json.templates.length).toBeGreaterThan(3)
    await expectCall(304, app(), 'GET', '/workplace', undefined, {
      headers: { 'if-none-match': String(headers.etag) },
    })
  })
})
