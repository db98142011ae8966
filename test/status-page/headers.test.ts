import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, failAt, forgetAttempts, type Response, setPage, setPageView } from './support.ts'

const ALWAYS = {
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
const NEVER = [
  'etag',
  'last-modified',
  'expires',
  'server',
  'x-powered-by',
  'access-control-allow-origin',
  'age',
]

onBothStores('headers', (app) => {
  let number = ''
  let cookie = ''
  let file = ''
  beforeAll(async () => {
    await setPage(app(), { attachmentDownloads: true })
    await setPageView(app(), ['progress', 'attachments'])
    const issue = await openTestIssue(app())
    number = issue.number
    file = await attachText(app(), number, { name: 'a.txt', text: 'a', public: true })
    cookie = await signIn(app(), { issue: number, contact: issue.email })
  })
  beforeEach(() => forgetAttempts(app()))

  const send = (
    method: 'POST' | 'PUT' | 'OPTIONS',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ) => app().app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const url = '/en/status/warranty'

  test.each<[string, number, () => Promise<Response>]>([
    ['the form', 200, () => getPage(app(), url)],
    ['the issue', 200, () => getPage(app(), `${url}?issue=${number}`, { cookie })],
    [
      'the way to the issue',
      303,
      () => lookUp(app(), { issue: number, contact: '' }).then(() => send('POST', `${url}/leave`, {})),
    ],
    ['the way to a language', 302, () => getPage(app(), '/status/warranty')],
    ['a query that cannot be read', 400, () => getPage(app(), `${url}?issue=%ff`)],
    ['a form that cannot be read', 400, () => send('POST', url, form, 'issue=%ff')],
    ['another site', 403, () => send('POST', url, { ...form, 'sec-fetch-site': 'cross-site' }, 'issue=a')],
    ['no such page', 404, () => getPage(app(), '/en/status/nope')],
    ['no such address', 404, () => getPage(app(), '/')],
    ['no such file', 404, () => getPage(app(), `${url}/attachments/nope`, { cookie })],
    ['a wrong method', 405, () => send('PUT', url, form, 'issue=a')],
    [
      'a preflight',
      405,
      () =>
        send('OPTIONS', url, { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' }),
    ],
    ['too much', 413, () => send('POST', url, form, `issue=${'a'.repeat(70_000)}`)],
    ['no form', 415, () => send('POST', url, { 'content-type': 'application/json' }, '{}')],
    [
      'a form of parts',
      415,
      () => send('POST', url, { 'content-type': 'multipart/form-data; boundary=b' }, '--b--'),
    ],
    ['a text', 415, () => send('POST', url, { 'content-type': 'text/plain' }, 'issue=a')],
    ['a compressed form', 415, () => send('POST', url, { ...form, 'content-encoding': 'gzip' }, 'issue=a')],
    ['another host', 421, () => getPage(app(), url, { host: 'evil.example' })],
    ['a refusal', 422, () => lookUp(app(), { issue: number, contact: 'x@example.org' })],
    [
      'too many',
      429,
      async () => {
        await failAt(app(), number, 5)
        return lookUp(app(), { issue: number, contact: 'x@example.org' })
      },
    ],
  ])('R27 R28 %s (%d) carries every one of them, and nothing that stores', async (_name, status, ask) => {
    const response = await ask()
    expect(response.statusCode).toBe(status)
    expect(response.headers).toMatchObject({ ...ALWAYS, 'cache-control': 'no-store' })
    for (const name of NEVER) expect(response.headers[name], name).toBeUndefined()
    expect(response.headers['strict-transport-security']).toBeUndefined()
    expect(response.body).not.toMatch(/<script|<style| style="| on\w+="|https?:\/\//i)
    expect(response.body).not.toMatch(/fastify|node|sqlite|postgres|kysely|stack|at \w+ \(/i)
    const leads = status >= 300 && status < 400
    const { 'content-security-policy': policy, 'content-type': type } = response.headers
    expect([type, policy, response.body.split('\n', 2)]).toEqual(
      leads
        ? [undefined, BARE_POLICY, ['']]
        : ['text/html; charset=utf-8', PAGE_POLICY, ['<!doctype html>', '<html lang="en" dir="ltr">']],
    )
  })

  test('R27 a page with personal data is never compressed', async () => {
    const accepting = { 'accept-encoding': 'gzip, deflate, br, zstd' }
    const issue = await getPage(app(), `${url}?issue=${number}`, { cookie, ...accepting })
    expect(issue.body).toContain(number)
    expect(issue.headers['content-encoding']).toBeUndefined()
    const refused = await lookUp(app(), { issue: number, contact: 'x@example.org' }, { headers: accepting })
    expect(refused.headers['content-encoding']).toBeUndefined()
    const filled = await getPage(app(), `${url}?issue=${number}`, accepting)
    expect(filled.headers['content-encoding']).toBeUndefined()
    expect((await getPage(app(), url, accepting)).headers['content-encoding']).toBe('gzip')
  })

  test.each([
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate, gzip;q=0.5', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip; q=0.000, br', undefined],
    ['gzip;q=0.001', 'gzip'],
    ['x-notgzip', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('the form to a visitor who takes "%s"', async (accepted, coding) => {
    const response = await getPage(app(), url, { 'accept-encoding': accepted })
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-encoding']).toBe(coding)
    expect(response.headers['vary']).toBe('accept-encoding')
  })

  test.each([
    ['if-none-match', '*'],
    ['if-modified-since', 'Thu, 01 Jan 2099 00:00:00 GMT'],
    ['range', 'bytes=0-0'],
  ])('R27 %s changes no answer', async (name, value) => {
    for (const address of [url, `${url}?issue=${number}`, `${url}/attachments/${file}`]) {
      expect((await getPage(app(), address, { cookie, [name]: value })).statusCode).toBe(200)
    }
  })

  test('R31 every address names the methods that it has, before it reads a body', async () => {
    const allow: Record<string, string> = {
      [url]: 'GET, HEAD, POST',
      [`${url}/leave`]: 'POST',
      [`${url}/attachments/${file}`]: 'GET, HEAD',
      '/status/warranty': 'GET, HEAD',
      '/assets/x.css': 'GET, HEAD',
      '/healthz': 'GET, HEAD',
      '/favicon.ico': 'GET, HEAD',
    }
    for (const [address, allowed] of Object.entries(allow)) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        if (allowed.includes(method)) continue
        const headers = { cookie, 'content-type': 'text/unknown' }
        const response = await app().app.inject({
          method,
          url: address,
          headers,
          payload: 'x'.repeat(100_000),
        })
        expect(`${method} ${address} ${response.statusCode}`).toBe(`${method} ${address} 405`)
        expect(response.headers.allow).toBe(allowed)
      }
    }
    expect((await getPage(app(), `${url}?issue=${number}`, { cookie })).body).toContain(number)
  })

  test('the health addresses and the favicon need nothing', async () => {
    const health = await getPage(app(), '/healthz', { host: 'anything' })
    expect([health.statusCode, health.json()]).toEqual([200, { status: 'ok' }])
    const ready = await getPage(app(), '/readyz?x=1', { host: '10.0.0.7:9000' })
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }])
    const icon = await getPage(app(), '/favicon.ico')
    expect([icon.statusCode, icon.body]).toEqual([204, ''])
    for (const { headers } of [health, ready, icon]) expect(headers).toMatchObject(ALWAYS)
    expect((await getPage(app(), url)).body).not.toContain('rel="icon"')
  })

  describe('R28 R29 the policy names exactly the outside hosts of the settings', () => {
    const policy = async () => (await getPage(app(), url)).headers['content-security-policy']
    const withHosts = (images: string, fonts = '') =>
      PAGE_POLICY.replace("img-src 'self'", `img-src 'self'${images}`).replace(
        "font-src 'self'",
        `font-src 'self'${fonts}`,
      )

    test('none by default, and none for links', async () => {
      await setPage(app(), { header: { en: '<p><a href="https://shop.example">Shop</a></p>' } })
      expect(await policy()).toBe(PAGE_POLICY)
    })

    test('of header images in any language, styles, fonts and favicon, on all the pages of that type', async () => {
      await setPage(app(), {
        header: {
          en: '<img src="https://images.example/logo.png" alt="">',
          cs: '<img src="https://obrazky.example:8443/l.png" alt="">',
        },
        favicon: 'https://icons.example/icon.png',
        css: '.rk-page { background: url(https://backgrounds.example/b.png) }',
        additionalCss: '@font-face { font-family: A; src: url(https://fonts.example/a.woff2) }',
      })
      const expected = withHosts(
        ' https://backgrounds.example https://icons.example https://images.example https://obrazky.example:8443',
        ' https://fonts.example',
      )
      expect(await policy()).toBe(expected)
      const issue = await getPage(app(), `${url}?issue=${number}`, { cookie })
      expect(issue.headers['content-security-policy']).toBe(expected)
      const refused = await lookUp(app(), { issue: 'X', contact: 'x@example.org' })
      expect(refused.headers['content-security-policy']).toBe(expected)
      expect((await getPage(app(), '/en/status/nope')).headers['content-security-policy']).toBe(PAGE_POLICY)
      expect((await getPage(app(), '/en/status/return')).headers['content-security-policy']).toBe(PAGE_POLICY)
    })

    test('and none that would widen it', async () => {
      const headers = [
        '<img src="https://*.example/a.png" alt="">',
        '<img src="https://a.example;script-src \'unsafe-inline\'/a.png" alt="">',
        '<img src="http://plain.example/a.png" alt="">',
        '<img src="//evil.example/a.png" alt="">',
        '<img src="https://user:pass@evil.example/a.png" alt="">',
        '<img src="data:image/svg+xml,<svg/>" alt="">',
      ]
      for (const header of headers) {
        await setPage(app(), { header: { en: header }, favicon: null, css: '', additionalCss: '' })
        expect(await policy(), header).toBe(PAGE_POLICY)
      }
      await setPage(app(), { header: {} })
    })
  })
})
