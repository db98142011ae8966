import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { makeTemplate, withoutRules } from './support.ts'

onBothStores('an editor of rules', (app) => {
  test('runs a rule dry before it is saved, and stores nothing of it', async () => {
    await withoutRules(app())
    const { number } = await openTestIssue(app())
    await app().drain()
    const template = await makeTemplate(app())
    const rule = {
      name: 'Receipt',
      trigger: { on: 'issue.created' },
      condition: { combinator: 'and', rules: [{ field: 'number', operator: '=', value: number }] },
      actions: [{ do: 'send', template, to: 'customer' }],
    }
    const { json } = await expectCall(200, app(), 'POST', '/dry-runs', { rule })
    expect(json.fired).toMatchObject([{ issue: number, actions: [{ do: 'send', messages: [{}] }] }])
    expect((await expectCall(200, app(), 'GET', '/business-rules')).json.items).toEqual([])
  })

  test('is told every wrong member of such a rule', async () => {
    const rule = {
      name: '',
      trigger: { on: 'issue.created' },
      actions: [{ do: 'send', template: 'none', to: 'customer' }],
    }
    const { json } = await expectCall(422, app(), 'POST', '/dry-runs', { rule })
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual([
      'rule.name',
      'rule.actions.0.template',
    ])
    const named = { ...rule, name: 'Receipt' }
    const other = await expectCall(422, app(), 'POST', '/dry-runs', { rule: named })
    expect(other.json.errors).toMatchObject([{ path: 'rule.actions.0.template' }])
  })

  test('learns what conditions can name, with operators and values', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/condition-fields?issueType=warranty')
    const field = (key: string) => json.items.find((one: { key: string }) => one.key === key)
    expect(json.operators.boolean).toEqual(['=', '!=', 'null', 'notNull'])
    expect(field('category').options).toContainEqual({ key: 'waiting', label: null })
    expect(field('event.to')).toMatchObject({ kind: 'choice', only: 'issue.step-changed' })
    expect(field('step').options[0]).toMatchObject({ key: 'received', label: { en: expect.any(String) } })
    expect(field('product')).toMatchObject({ kind: 'text', label: { en: expect.any(String) }, options: null })
    const wrong = await expectCall(422, app(), 'GET', '/condition-fields?issueType=none')
    expect(wrong.json.errors).toMatchObject([{ path: 'issueType' }])
  })

  test('sees when a schedule comes', async () => {
    const { json } = await expectCall(
      200,
      app(),
      'GET',
      '/schedule-times?cron=0%208%20*%20*%201&timeZone=Europe/Prague',
    )
    expect(json.times).toHaveLength(5)
    for (const time of json.times) expect(new Date(time).getUTCDay()).toBe(1)
    const hasty = await expectCall(422, app(), 'GET', '/schedule-times?cron=*%20*%20*%20*%20*')
    expect(hasty.json.errors).toMatchObject([{ path: 'cron' }])
    const nowhere = await expectCall(
      422,
      app(),
      'GET',
      '/schedule-times?cron=0%208%20*%20*%201&timeZone=Nowhere',
    )
    expect(nowhere.json.errors).toMatchObject([{ path: 'timeZone' }])
  })

  test('learns what a message template can name', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/message-variables')
    expect(json.variables).toContainEqual({ name: 'issue_number', about: 'The number of the issue.' })
    expect(json.fields).toContainEqual(expect.objectContaining({ name: 'field.product', type: 'text' }))
    expect(json.filters.map(({ name }: { name: string }) => name)).toContain('date')
  })
})
