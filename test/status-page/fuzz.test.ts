import * as fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { nextAddress, openTestIssue, signIn } from '../support/calls.ts'
import { forgetAttempts } from './support.ts'
import { exchange, listen } from './sockets.ts'

const RUNS = 250

const nasty = fc.constantFrom(
  '',
  ' ',
  '.',
  '..',
  '%',
  '%00',
  '%0d%0a',
  '%2f',
  '%5c',
  '%ff',
  '%ed%a0%80',
  '%E2%80%AE',
  '__proto__',
  'constructor',
  "'",
  '"',
  '<script>',
  '{{7*7}}',
  '${1}',
  '\\',
  '\u202e',
  '😀',
  'ﬀ',
  'İ',
  'ß',
  '\u0000',
  '\r\n',
  'null',
  '-1',
  '1e999',
  'a'.repeat(501),
)
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }))
const inPath = fc.oneof(
  nasty,
  text.map((value) => encodeURIComponent(value.toWellFormed())),
)
const known = fc.constantFrom(
  'en',
  'cs',
  'status',
  'warranty',
  'attachments',
  'leave',
  'assets',
  'api',
  'v1',
  'issues',
  'healthz',
)
/** What a request line can carry: visible characters, without the ones that end it. */
const line = (value: string) =>
  value.replace(/[^\x21-\x7e]/g, (char) => encodeURIComponent(char.toWellFormed()))
const path = fc
  .array(fc.oneof(known, known, inPath), { maxLength: 6 })
  .map((parts) => line(`/${parts.join('/')}`))
const query = fc
  .array(fc.tuple(fc.oneof(fc.constant('issue'), inPath), inPath), { maxLength: 4 })
  .map((pairs) => line(pairs.map(([name, value]) => `${name}=${value}`).join('&')))
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
const type = fc.oneof(
  fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data; boundary=b',
    'text/plain',
    '',
  ),
  text.map((value) => value.replace(/[^\x20-\x7e]/g, '')),
)
const body = fc.oneof(
  fc
    .tuple(text, text)
    .map(([issue, contact]) =>
      Buffer.from(
        `issue=${encodeURIComponent(issue.toWellFormed())}&contact=${encodeURIComponent(contact.toWellFormed())}`,
      ),
    ),
  fc.json().map((value) => Buffer.from(value)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  text.map((value) =>
    Buffer.from(`--b\r\ncontent-disposition: form-data; name="${value}"\r\n\r\n${value}\r\n--b--`),
  ),
)
const headerValue = text.map((value) => value.replace(/[^\x20-\x7e]/g, ''))
const headers = fc.dictionary(
  fc.constantFrom(
    'accept-language',
    'accept-encoding',
    'accept',
    'cookie',
    'if-match',
    'if-none-match',
    'range',
    'origin',
    'sec-fetch-site',
    'content-encoding',
    'x-forwarded-for',
    'authorization',
    'idempotency-key',
    'user-agent',
    'referer',
    'expect',
    'prefer',
  ),
  headerValue,
  { maxKeys: 5 },
)
const request = fc.record({ method, path, query, headers, type, body })

onBothStores('whatever a stranger sends', (app) => {
  let port = 0
  let session = ''
  beforeAll(async () => {
    port = await listen(app())
    const { number, email } = await openTestIssue(app())
    session = await signIn(app(), { issue: number, contact: email })
  })
  beforeEach(() => forgetAttempts(app()))

  test('R35 is answered, never with 5xx, by a page or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.boolean(), async (sent, signedIn) => {
        const url = sent.query ? `${sent.path}?${sent.query}` : sent.path
        const withBody = sent.method !== 'GET' && sent.method !== 'HEAD'
        const response = await app().app.inject({
          method: sent.method as 'GET',
          // The test's own client does not take a backslash; the real connection below does.
          url: url.replaceAll('\\', '%5C'),
          headers: {
            ...sent.headers,
            host: 'localhost:3000',
            ...(signedIn ? { cookie: session } : {}),
            ...(withBody && sent.type ? { 'content-type': sent.type } : {}),
          },
          ...(withBody ? { payload: sent.body } : {}),
          remoteAddress: nextAddress(),
        })
        const said = `${sent.method} ${url} ${response.statusCode} ${response.body.slice(0, 200)}`
        expect(response.statusCode, said).toBeLessThan(500)
        expect(response.headers['x-content-type-options'], said).toBe('nosniff')
        if (response.statusCode < 400 || sent.method === 'HEAD') return
        const { pathname } = new URL(`http://localhost${url.replaceAll('\\', '%5C')}`)
        const isApi = /^\/(api|healthz|readyz)\b/.test(pathname)
        expect(response.headers['content-type'], said).toBe(
          isApi ? 'application/problem+json' : 'text/html; charset=utf-8',
        )
        expect(response.headers['cache-control'], said).toBe('no-store')
      }),
      { numRuns: RUNS },
    )
    expect(app().logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('R35 over a real connection: it is answered and the connection ends', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.boolean(), async (sent, lengthLies) => {
        const url = sent.query ? `${sent.path}?${sent.query}` : sent.path
        const lines = Object.entries({ ...sent.headers, 'content-type': sent.type || 'x' })
          .filter(([name]) => name !== 'expect')
          .map(([name, value]) => `${name}: ${value}\r\n`)
        const length = lengthLies ? Math.floor(sent.body.length / 2) : sent.body.length
        const head = `${sent.method} ${url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n`
        const answer = await exchange(
          port,
          Buffer.concat([Buffer.from(`${head}${lines.join('')}\r\n`), sent.body]),
        )
        expect(answer.status, `${head}\n${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(200)
        expect(answer.status, `${head}\n${answer.text.slice(0, 300)}`).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
    expect(app().logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('R35 bytes that are no request end in 400, 408 or 431 and nothing else', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((some) => Buffer.from(some))
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        const answer = await exchange(port, Buffer.concat([some, Buffer.from('\r\n\r\n\r\n\r\n')]))
        expect([400, 408, 431]).toContain(answer.status)
      }),
      { numRuns: 100 },
    )
    expect((await app().app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200)
  })
})
