import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'

onBothStores('the system', (app) => {
  test('tells how the installation stands, and no secret', async () => {
    const { json, text } = await expectCall(200, app(), 'GET', '/system')
    expect(json).toMatchObject({
      baseUrl: app().settings.baseUrl,
      store: { kind: app().store },
      mail: { smtpHost: null, lastSent: null },
      textMessages: { isConfigured: false },
      deliveries: { failed: 0, dead: 0 },
      work: { runningJobs: 0 },
    })
    expect(json.store.bytes).toBeGreaterThan(0)
    expect(json.store.migrations).toContain('0001-base')
    expect(json.dataFolder.freeBytes).toBeGreaterThan(0)
    expect(text).not.toContain(app().dataDir)
  })
})
