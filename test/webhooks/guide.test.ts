import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifySignature } from '../../src/outbound/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { openTestIssue } from '../support/calls.ts'
import { type Endpoint, startEndpoint } from '../support/endpoint.ts'
import { makeWebhook } from './support.ts'

const guide = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')

describe('the guide to webhooks', () => {
  let app: TestApp
  let endpoint: Endpoint
  const folder = mkdtempSync(join(tmpdir(), 'reklamator-guide-'))
  beforeAll(async () => {
    app = await startTestApp('sqlite')
    endpoint = await startEndpoint()
    app.outboundPorts.add(endpoint.port)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await endpoint.stop()
    await app.stop()
  })

  test('R56 its code tells our calls from others', async () => {
    const { secret } = await makeWebhook(app, endpoint, { events: ['issue.created'] })
    await openTestIssue(app)
    await app.drain()
    const [received] = endpoint.received
    if (!received) throw new Error('nothing came')
    const { headers, body } = received
    const file = join(folder, 'is-ours.mjs')
    writeFileSync(file, /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')
    const { isOurs } = (await import(pathToFileURL(file).href)) as {
      isOurs: (headers: unknown, body: string, secret: string, now: number) => boolean
    }
    const { now } = app.clock
    const other = `whsec_${Buffer.alloc(32).toString('base64')}`
    expect(isOurs(headers, body, secret, now)).toBe(true)
    expect(isOurs(headers, `${body} `, secret, now)).toBe(false)
    expect(isOurs(headers, body, other, now)).toBe(false)
    expect(isOurs(headers, body, secret, now + 301_000)).toBe(false)
    expect(isOurs({}, body, secret, now)).toBe(false)
    expect(isOurs({ ...headers, 'webhook-id': 'another' }, body, secret, now)).toBe(false)
    const twice = { ...headers, 'webhook-signature': `v1,AAAA ${String(headers['webhook-signature'])}` }
    expect(isOurs(twice, body, secret, now)).toBe(true)
    expect(verifySignature({ headers: twice, body, secrets: [other, secret], now })).toBe(true)
  })

  test('has the events that there are', () => {
    const told = [...guide.matchAll(/^\| `([a-z.-]+\.[a-z-]+)` \| /gm)].map(([, type]) => type)
    const { webhooks } = app.app.swagger() as unknown as { webhooks: object }
    expect([...told, 'schedule', 'webhook.test']).toEqual(Object.keys(webhooks))
  })
})
