import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { lookUp, openTestIssue } from '../support/calls.ts'

onBothStores(
  'behind https',
  (app) => {
    const host = 'claims.example.com'
    test('R22 the cookie is a host cookie, small and without anything personal', async () => {
      const { number, email } = await openTestIssue(app())
      const response = await lookUp(app(), { issue: number, contact: email }, { headers: { host } })
      expect(response.statusCode).toBe(303)
      const set = response.headers['set-cookie']
      expect(String(set)).toMatch(/^__Host-rk_claim=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
      expect(Array.isArray(set)).toBe(false)
      expect(String(set).length).toBeLessThan(512)
      const cookie = String(set).split(';')[0] ?? ''
      const open = (name: string) =>
        app().app.inject({
          method: 'GET',
          url: `/en/status/warranty?issue=${number}`,
          headers: { host, cookie: cookie.replace('__Host-rk_claim', name) },
        })
      expect((await open('__Host-rk_claim')).body).toContain('Kettle K200')
      // What another application on the same domain could have set is not looked at.
      expect((await open('rk_claim')).body).not.toContain('Kettle K200')
      const left = await app().app.inject({
        method: 'POST',
        url: '/en/status/warranty/leave',
        headers: { host, cookie },
      })
      expect(left.headers['set-cookie']).toBe(
        '__Host-rk_claim=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
      )
    })

    test('R27 HSTS stands on every answer', async () => {
      for (const [url, headers] of [
        ['/en/status/warranty', { host }],
        ['/en/status/nope', { host }],
        ['/healthz', {}],
        ['/', { host: 'evil.example' }],
      ] as const) {
        const response = await app().app.inject({ method: 'GET', url, headers })
        expect(response.headers['strict-transport-security'], url).toBe('max-age=31536000')
      }
    })

    test('R30 no other Host is served but by the health addresses', async () => {
      const status = async (url: string, asked: string) =>
        (await app().app.inject({ method: 'GET', url, headers: { host: asked } })).statusCode
      for (const other of [
        'evil.example',
        'claims.example.com:8443',
        'claims.example.com.evil.example',
        'claims.example.com@evil.example',
        'localhost',
        '127.0.0.1:3000',
        'xclaims.example.com',
        'claims.example.com/',
        '',
      ]) {
        expect(await status('/en/status/warranty', other), other).toBe(421)
        expect(await status('/assets/x.css', other), other).toBe(421)
        expect(await status('/healthz', other), other).toBe(200)
        expect(await status('/readyz', other), other).toBe(200)
      }
      for (const own of [host, 'CLAIMS.example.com', 'claims.example.com:443'])
        expect(await status('/en/status/warranty', own), own).toBe(200)
    })

    test('R30 R32 headers that rename the host or the address change nothing', async () => {
      const { number, email } = await openTestIssue(app())
      const response = await lookUp(
        app(),
        { issue: number, contact: email },
        {
          headers: {
            host,
            'x-forwarded-host': 'evil.example',
            'x-forwarded-proto': 'http',
            forwarded: 'host=evil.example;proto=http',
            'x-original-url': '/api/v1/issues',
            'x-rewrite-url': '/api/v1/issues',
            'x-http-method-override': 'DELETE',
            'x-forwarded-prefix': '//evil.example',
          },
        },
      )
      expect(response.statusCode).toBe(303)
      expect(response.headers.location).toBe(`/en/status/warranty?issue=${number}`)
      expect(String(response.headers['set-cookie'])).toContain('Secure')
    })

    test.each<[string, Record<string, string>, number]>([
      ['a program that says nothing', {}, 422],
      ['our own form', { 'sec-fetch-site': 'same-origin', origin: 'https://claims.example.com' }, 422],
      ['our own form in an old browser', { origin: 'https://claims.example.com' }, 422],
      ['our own form, whose origin is hidden', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 422],
      ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
      [
        'another site that claims our origin',
        { 'sec-fetch-site': 'cross-site', origin: 'https://claims.example.com' },
        403,
      ],
      ['a neighbour on our domain', { 'sec-fetch-site': 'same-site' }, 403],
      ['an address typed by hand', { 'sec-fetch-site': 'none' }, 403],
      ['something new', { 'sec-fetch-site': 'trust-me' }, 403],
      ['another origin', { origin: 'https://evil.example' }, 403],
      ['our host without TLS', { origin: 'http://claims.example.com' }, 403],
      ['our host on another port', { origin: 'https://claims.example.com:8443' }, 403],
      ['no origin', { origin: 'null' }, 403],
      ['an empty origin', { origin: '' }, 403],
      ['two origins', { origin: 'https://claims.example.com https://evil.example' }, 403],
    ])('R33 a look-up from %s', async (_name, headers, status) => {
      const response = await lookUp(
        app(),
        { issue: 'X', contact: 'x@example.org' },
        { headers: { host, ...headers } },
      )
      expect(response.statusCode).toBe(status)
    })
  },
  { baseUrl: 'https://claims.example.com' },
)
