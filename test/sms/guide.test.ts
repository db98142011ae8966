import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { verifySignature } from '../../src/outbound/index.ts'
import { startTestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

const guide = readFileSync(new URL('../../docs/sms.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code)
/** As the guide shows one. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const app = await startTestApp('sqlite')
afterAll(() => app.stop())

test('what it shows to type works, in its order', async () => {
  const { number } = await openTestIssue(app, { type: 'repair' })
  const commands = blocks('sh')
    .filter((block) => !block.includes('BODY='))
    .flatMap((block) => [
      ...block.matchAll(/^curl (?:-X (\w+) )?"?\$API(\S+?)"? -H "\$AUTH"(?: -H "\$JSON" -d '([^']*)')?/gm),
    ])
  expect(commands.length).toBeGreaterThan(6)
  for (const [, method = 'GET', path = '', body] of commands) {
    const url = path.replace('$N', number)
    const status = method === 'GET' || path.endsWith('/preview') ? 200 : 201
    const content = body === undefined ? undefined : JSON.parse(body)
    await expectCall(status, app, method as 'GET', url, content)
  }
})

test('R56 a report is signed in the shell as it shows', () => {
  const block = blocks('sh').find((one) => one.includes('BODY=')) ?? ''
  const script = `${block.slice(0, block.indexOf('curl'))}printf '%s\\n' "$AT" "$SIGNATURE" "$BODY"`
  const env = { ID: 'an-id', SMS_WEBHOOK_SECRET: SECRET, PATH: process.env['PATH'] }
  const [timestamp = '', signature = '', body = ''] = execFileSync('sh', ['-c', script], { env })
    .toString()
    .split('\n')
  expect(JSON.parse(body)).toMatchObject({ type: 'sms.report', data: { id: 'an-id', state: 'delivered' } })
  const headers = {
    'webhook-id': 'report-1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
  expect(verifySignature({ headers, body, secrets: [SECRET], now: Date.now() })).toBe(true)
})
