import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from '../../src/desk/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'reklamator-desk-'))
let running: TestApp
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<meta nonce="__NONCE__"><div id="desk"></div>')
  writeFileSync(join(folder, 'secret.js'), 'not an asset')
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'plain')
  writeFileSync(join(folder, 'assets', 'main-abc.js.br'), 'brotli')
  writeFileSync(join(folder, 'assets', 'main-abc.js.gz'), 'gzip')
  writeFileSync(join(folder, 'assets', 'only.css'), 'css')
  running = await startTestApp('sqlite', { desk: openDesk(folder) })
})
afterAll(async () => {
  await running.stop()
  rmSync(folder, { recursive: true })
})
const get = (url: string, headers: Record<string, string> = {}) =>
  running.app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...headers } })

test.each(['/desk', '/desk/', '/desk/configuration/issue-types/warranty', '/desk/sign-in?to=%2Faccount'])(
  'R27 %s is the page that starts the desk, never kept, closed to other sites and their frames',
  async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  },
)

test('each page has a nonce of its own, and its policy allows styles by it', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { body, headers } = await get('/desk')
      const nonce = /nonce="([\w-]{22,})"/.exec(body)?.[1] ?? ''
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
})

test.each([
  ['br, gzip', 'brotli', 'br'],
  ['gzip, deflate', 'gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
  ['', 'plain', undefined],
  ['identity', 'plain', undefined],
])('a file comes as the browser takes it: %j', async (accepted, body, encoding) => {
  const answer = await get('/desk/assets/main-abc.js', { 'accept-encoding': accepted })
  expect(answer.body).toBe(body)
  expect(answer.headers['content-encoding']).toBe(encoding)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
})

test.each([
  'gone.js',
  '..%2fsecret.js',
  '%2e%2e%2fsecret.js',
  '..%5csecret.js',
  'main-abc.js.br',
  'main-abc.js%00',
  '.built',
  'constructor',
])('nothing else can be asked for: %s', async (name) => {
  const answer = await get(`/desk/assets/${name}`)
  expect([400, 404]).toContain(answer.statusCode)
  expect(answer.body).not.toContain('not an asset')
})

test('a desk that is not built is said, and nothing else suffers', async () => {
  expect(openDesk(join(folder, 'nowhere'))).toBeNull()
  const without = await startTestApp('sqlite')
  const answer = await without.app.inject({ url: '/desk', headers: { host: 'localhost:3000' } })
  expect(answer.statusCode).toBe(503)
  await without.stop()
})

test('R31 a desk is only read', async () => {
  const answer = await running.app.inject({
    method: 'POST',
    url: '/desk',
    headers: { host: 'localhost:3000' },
  })
  expect(answer.statusCode).toBe(405)
  expect(answer.headers.allow).toContain('GET')
})
