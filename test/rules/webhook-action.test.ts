import { expect, test } from 'vitest'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { makeWebhook, onBothStoresWithEndpoint, payloadsOf } from '../webhooks/support.ts'
import { makeRule, runsOf } from './support.ts'

onBothStoresWithEndpoint('rules that call webhooks', (app, endpoint) => {
  const rule = (webhook: string) => ({
    trigger: { on: 'issue.created' },
    actions: [
      { do: 'set', field: 'product', value: 'As the rule has it' },
      { do: 'webhook', webhook },
    ],
  })

  test('a call tells of the issue as the actions before it have left it', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['deadline.passed'], fields: ['product'] })
    const ruleId = await makeRule(app(), rule(id))
    const { number } = await openTestIssue(app())
    await app().drain()
    expect(payloadsOf(endpoint().received)).toMatchObject([
      { type: 'issue.created', data: { issue: number, fields: { product: 'As the rule has it' } } },
    ])
    const [run] = await runsOf(app(), ruleId)
    expect(run.actions[1]).toMatchObject({ do: 'webhook', result: 'done', deliveries: [expect.any(String)] })
    const { json } = await expectCall(200, app(), 'GET', `/deliveries/${run.actions[1].deliveries[0]}`)
    expect(json).toMatchObject({ rule: ruleId, channel: 'webhook', to: id, state: 'sent' })
  })

  test('one that is off is passed over, and says so', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { enabled: false })
    const ruleId = await makeRule(app(), rule(id))
    await openTestIssue(app())
    await app().drain()
    expect((await runsOf(app(), ruleId))[0].actions[1]).toMatchObject({
      result: 'skipped',
      because: 'the webhook is switched off',
    })
  })

  test('a dry run shows the payload, and calls nobody', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['deadline.passed'], fields: ['product'] })
    await openTestIssue(app())
    const ruleId = await makeRule(app(), rule(id))
    const { json } = await expectCall(200, app(), 'POST', `/business-rules/${ruleId}/dry-run`, {})
    const [message] = json.fired[0].actions[1].messages
    expect(message).toMatchObject({ to: id, subject: 'issue.created', html: '' })
    expect(JSON.parse(message.text)).toMatchObject({
      type: 'issue.created',
      data: { fields: { product: 'As the rule has it' } },
    })
    expect(endpoint().received).toEqual([])
  })
})
