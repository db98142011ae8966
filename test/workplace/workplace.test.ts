import { expect, it } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { makeRule, makeTemplate } from '../rules/support.ts'
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

  it('tells what is meant for people of the shop by the rules that send it', async () => {
    const [staff, both, unused] = [
      await makeTemplate(app()),
      await makeTemplate(app()),
      await makeTemplate(app()),
    ]
    const send = (template: string, to: unknown) => ({ do: 'send', template, to })
    await makeRule(app(), {
      enabled: false,
      actions: [send(staff, ['handler', { role: 'owner' }]), send(both, 'handler')],
    })
    const forCustomers = await makeRule(app(), { actions: [send(both, ['customer', 'handler'])] })
    const forStaff = async () => {
      const { json } = await expectCall(200, app(), 'GET', '/workplace')
      return json.templates
        .filter((template: { key: string; forStaff: boolean }) => template.forStaff)
        .map(({ key }: { key: string }) => key)
    }
    const starters = await forStaff()
    expect(starters).toContain(staff)
    expect(starters).not.toContain(both)
    expect(starters).not.toContain(unused)
    await expectCall(204, app(), 'DELETE', `/business-rules/${forCustomers}`)
    expect(await forStaff()).toContain(both)
  })
})
