import { describe, expect, test } from 'vitest'
import { createToken, revokeToken } from '../../src/staff/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, openTestIssue } from '../support/calls.ts'
import { documented } from '../support/openapi.ts'

type Method = Parameters<typeof call>[1]
const RANK = { admin: 0, write: 1, read: 2 } as const
type Scope = keyof typeof RANK
/** What would not end by itself is asked for what it refuses. */
const unending = (path: string) => (path.endsWith('/live') ? '?after=!' : '')

/** What each operation needs. An operation that is not here fails the test, so that none is forgotten. */
const NEEDS: Record<string, Scope> = {
  'GET /api/v1/issue-types': 'read',
  'POST /api/v1/issue-types': 'admin',
  'GET /api/v1/issue-types/{key}': 'read',
  'PUT /api/v1/issue-types/{key}': 'admin',
  'DELETE /api/v1/issue-types/{key}': 'admin',
  'GET /api/v1/issue-types/{key}/steps': 'read',
  'PUT /api/v1/issue-types/{key}/steps': 'admin',
  'GET /api/v1/issue-types/{key}/deadlines': 'read',
  'PUT /api/v1/issue-types/{key}/deadlines': 'admin',
  'GET /api/v1/issue-types/{key}/number-series': 'read',
  'PUT /api/v1/issue-types/{key}/number-series': 'admin',
  'GET /api/v1/issue-types/{key}/status-page': 'read',
  'PUT /api/v1/issue-types/{key}/status-page': 'admin',
  'GET /api/v1/issue-types/{key}/views/{view}': 'read',
  'PUT /api/v1/issue-types/{key}/views/{view}': 'admin',
  'GET /api/v1/issue-types/{key}/status-page/assets': 'read',
  'POST /api/v1/issue-types/{key}/status-page/assets': 'admin',
  'DELETE /api/v1/issue-types/{key}/status-page/assets/{id}': 'admin',
  'GET /api/v1/fields': 'read',
  'POST /api/v1/fields': 'admin',
  'GET /api/v1/fields/{key}': 'read',
  'PUT /api/v1/fields/{key}': 'admin',
  'DELETE /api/v1/fields/{key}': 'admin',
  'GET /api/v1/company': 'read',
  'PUT /api/v1/company': 'admin',
  'GET /api/v1/company/logo': 'read',
  'PUT /api/v1/company/logo': 'admin',
  'DELETE /api/v1/company/logo': 'admin',
  'GET /api/v1/configuration': 'admin',
  'PUT /api/v1/configuration': 'admin',
  'POST /api/v1/message-templates/{key}/test': 'admin',
  'GET /api/v1/calendars': 'read',
  'GET /api/v1/calendars/{key}': 'read',
  'GET /api/v1/calendars/{key}/last-day': 'read',
  'PUT /api/v1/calendars/{key}': 'admin',
  'DELETE /api/v1/calendars/{key}': 'admin',
  'GET /api/v1/jobs': 'admin',
  'GET /api/v1/workplace': 'read',
  'GET /api/v1/overview': 'read',
  'POST /api/v1/bulk-changes': 'write',
  'GET /api/v1/live': 'read',
  'GET /api/v1/issues': 'read',
  'GET /api/v1/issues.csv': 'read',
  'POST /api/v1/issues': 'write',
  'GET /api/v1/issues/{number}': 'read',
  'PATCH /api/v1/issues/{number}': 'write',
  'DELETE /api/v1/issues/{number}': 'write',
  'POST /api/v1/issues/{number}/transitions': 'write',
  'POST /api/v1/issues/{number}/deadline/extensions': 'write',
  'POST /api/v1/issues/{number}/undo': 'write',
  'GET /api/v1/issues/{number}/links': 'read',
  'POST /api/v1/issues/{number}/links': 'write',
  'DELETE /api/v1/issues/{number}/links/{other}': 'write',
  'GET /api/v1/issues/{number}/status-link': 'read',
  'GET /api/v1/issues/{number}/receipt': 'read',
  'POST /api/v1/issues/similar': 'read',
  'GET /api/v1/issues/{number}/messages': 'read',
  'POST /api/v1/issues/{number}/messages': 'write',
  'GET /api/v1/issues/{number}/attachments': 'read',
  'POST /api/v1/issues/{number}/attachments': 'write',
  'GET /api/v1/issues/{number}/attachments/{id}': 'read',
  'PATCH /api/v1/issues/{number}/attachments/{id}': 'write',
  'DELETE /api/v1/issues/{number}/attachments/{id}': 'write',
  'GET /api/v1/issues/{number}/attachments/{id}/thumbnail': 'read',
  'POST /api/v1/issues/{number}/messages/preview': 'read',
  'POST /api/v1/issues/{number}/status-page-preview': 'read',
  'GET /api/v1/issues/{number}/events': 'read',
  'GET /api/v1/users': 'admin',
  'POST /api/v1/users': 'admin',
  'GET /api/v1/users/{id}': 'admin',
  'PUT /api/v1/users/{id}': 'admin',
  'DELETE /api/v1/users/{id}': 'admin',
  'GET /api/v1/deliveries': 'read',
  'GET /api/v1/deliveries/{id}': 'read',
  'POST /api/v1/deliveries/{id}/retry': 'write',
  'GET /api/v1/deliveries/{id}/captured': 'admin',
  'POST /api/v1/issues/{number}/status-link': 'write',
  'GET /api/v1/issues/{number}/link-keys': 'read',
  'POST /api/v1/issues/{number}/link-keys': 'write',
  'DELETE /api/v1/issues/{number}/link-keys/{id}': 'write',
  'DELETE /api/v1/issues/{number}/failed-look-ups': 'write',
  'GET /api/v1/message-templates': 'read',
  'POST /api/v1/message-templates': 'admin',
  'GET /api/v1/message-templates/{key}': 'read',
  'PUT /api/v1/message-templates/{key}': 'admin',
  'DELETE /api/v1/message-templates/{key}': 'admin',
  'POST /api/v1/message-templates/{key}/preview': 'read',
  'GET /api/v1/languages': 'read',
  'GET /api/v1/theming': 'read',
  'GET /api/v1/message-variables': 'read',
  'GET /api/v1/condition-fields': 'read',
  'GET /api/v1/schedule-times': 'read',
  'POST /api/v1/dry-runs': 'read',
  'POST /api/v1/issue-types/{key}/status-page/preview': 'admin',
  'GET /api/v1/business-rules': 'read',
  'POST /api/v1/business-rules': 'admin',
  'GET /api/v1/business-rules/{id}': 'read',
  'PUT /api/v1/business-rules/{id}': 'admin',
  'DELETE /api/v1/business-rules/{id}': 'admin',
  'GET /api/v1/business-rules/{id}/runs': 'read',
  'POST /api/v1/business-rules/{id}/dry-run': 'read',
  'GET /api/v1/webhooks': 'admin',
  'POST /api/v1/webhooks': 'admin',
  'GET /api/v1/webhooks/{id}': 'admin',
  'PUT /api/v1/webhooks/{id}': 'admin',
  'DELETE /api/v1/webhooks/{id}': 'admin',
  'POST /api/v1/webhooks/{id}/rotate': 'admin',
  'POST /api/v1/webhooks/{id}/test': 'admin',
  'GET /api/v1/webhooks/{id}/attempts': 'admin',
  'GET /api/v1/system': 'admin',
  'GET /api/v1/audit': 'admin',
  'POST /api/v1/users/{id}/invitation': 'admin',
  'DELETE /api/v1/users/{id}/sessions': 'admin',
  'DELETE /api/v1/users/{id}/totp': 'admin',
  'GET /api/v1/tokens': 'admin',
  'POST /api/v1/tokens': 'admin',
  'DELETE /api/v1/tokens/{id}': 'admin',
  'GET /api/v1/security': 'admin',
  'PUT /api/v1/security': 'admin',
  'GET /api/v1/versions': 'admin',
  'GET /api/v1/versions/{id}': 'admin',
  'POST /api/v1/versions/{id}/restore': 'admin',
  'GET /api/v1/deliveries/counts': 'read',
  'GET /api/v1/sms': 'read',
}
/** What is for people alone, or for whoever has still to sign in; test/staff/ tests it. */
const PEOPLE = [
  'GET /api/v1/notices',
  'POST /api/v1/notices/read',
  'GET /api/v1/account/notices',
  'PUT /api/v1/account/notices',
  'PUT /api/v1/issues/{number}/presence',
  'DELETE /api/v1/issues/{number}/presence',
  'POST /api/v1/session',
  'GET /api/v1/session',
  'DELETE /api/v1/session',
  'POST /api/v1/session/confirmation',
  'POST /api/v1/welcome',
  'POST /api/v1/links',
  'POST /api/v1/passwords',
  'POST /api/v1/password-resets',
  'GET /api/v1/account',
  'PATCH /api/v1/account',
  'POST /api/v1/account/password',
  'GET /api/v1/account/sessions',
  'DELETE /api/v1/account/sessions',
  'DELETE /api/v1/account/sessions/{id}',
  'POST /api/v1/account/totp',
  'PUT /api/v1/account/totp',
  'DELETE /api/v1/account/totp',
  'GET /api/v1/saved-views',
  'POST /api/v1/saved-views',
  'PUT /api/v1/saved-views/{id}',
  'DELETE /api/v1/saved-views/{id}',
]
/** What takes a signature in the place of a token; test/sms/ tests it. */
const SIGNED = ['POST /api/v1/sms/reports']

onBothStores('R62 who may do what', (app) => {
  const operations = () =>
    Object.entries(documented(app()).document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )

  test('every operation is told of here', () => {
    expect(operations().toSorted()).toEqual([...Object.keys(NEEDS), ...PEOPLE, ...SIGNED].toSorted())
  })

  describe.each(Object.keys(NEEDS))('%s', (operation) => {
    const [method = '', path = ''] = operation.split(' ')
    // What is not there answers 404 once the asker may ask, so nothing changes in the course of the matrix.
    const url = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, 'none') + unending(path)
    const ask = (token: string | null, headers: Record<string, string> = {}) =>
      call(app(), method as Method, url, method === 'GET' || method === 'DELETE' ? undefined : [], {
        token,
        headers,
      })

    test('is refused without a valid token', async () => {
      for (const token of [null, 'rk_nonsense', app().tokens.admin.slice(0, -1), '']) {
        const reply = await ask(token)
        expect(reply.status, String(token)).toBe(401)
        expect(reply.headers['www-authenticate']).toBe('Bearer')
        expect(reply.json.type).toBe('urn:reklamator:problem:unauthenticated')
      }
      const basic = await ask(null, { authorization: `Basic ${app().tokens.admin}` })
      expect(basic.status).toBe(401)
    })

    test.each(Object.keys(RANK) as Scope[])('with the scope %s', async (scope) => {
      const reply = await ask(app().tokens[scope])
      if (RANK[scope] <= RANK[NEEDS[operation] ?? 'admin']) expect([401, 403]).not.toContain(reply.status)
      else {
        expect(reply.status).toBe(403)
        expect(reply.json.type).toBe('urn:reklamator:problem:forbidden')
      }
    })
  })

  test('a token that is revoked ends at once', async () => {
    const { db, ctx } = app()
    const { id, token } = await createToken(db, ctx.clock, { name: 'Short', scope: 'issues:read' })
    expect((await call(app(), 'GET', '/issues', undefined, { token })).status).toBe(200)
    expect(await revokeToken(db, ctx.clock, id)).toBe(true)
    expect((await call(app(), 'GET', '/issues', undefined, { token })).status).toBe(401)
    expect(await revokeToken(db, ctx.clock, id)).toBe(false)
  })

  test('the scheme is not compared by case', async () => {
    const reply = await call(app(), 'GET', '/issues', undefined, {
      token: null,
      headers: { authorization: `bearer ${app().tokens.read}` },
    })
    expect(reply.status).toBe(200)
  })

  test('R31 what an address does not have is 405 with what it has, and changes nothing', async () => {
    const { number } = await openTestIssue(app())
    for (const [path, methods] of Object.entries(documented(app()).document.paths)) {
      const url = path.replace('{number}', number).replaceAll(/\{\w+\}/g, 'warranty')
      const has = Object.keys(methods).map((method) => method.toUpperCase())
      const allowed = [...has, ...(has.includes('GET') ? ['HEAD'] : [])].toSorted()
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const) {
        if (has.includes(method)) continue
        const response = await app().app.inject({ method: method as 'GET', url })
        expect(response.statusCode, `${method} ${url}`).toBe(405)
        expect(String(response.headers.allow).split(', ').toSorted(), `${method} ${url}`).toEqual(allowed)
        expect(response.headers['content-type']).toContain('application/problem+json')
      }
    }
    expect((await call(app(), 'GET', `/issues/${number}`)).status).toBe(200)
    const odd = await app().app.inject({ method: 'PROPFIND' as 'GET', url: '/api/v1/issues' })
    expect(odd.statusCode).toBe(405)
    expect(odd.headers.allow).toBeTruthy()
  })

  test('R31 no header names another method', async () => {
    const { number } = await openTestIssue(app())
    const headers = {
      'x-http-method-override': 'DELETE',
      'x-original-url': '/api/v1/audit',
      'x-rewrite-url': '/',
    }
    const reply = await call(app(), 'GET', `/issues/${number}?_method=DELETE`, undefined, { headers })
    expect(reply.json.number).toBe(number)
    expect((await call(app(), 'GET', `/issues/${number}`)).status).toBe(200)
  })

  test('R33 another site cannot send a change', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example.com' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      const reply = await call(app(), 'POST', '/issues', { type: 'warranty' }, { headers })
      expect(reply.status, JSON.stringify(headers)).toBe(403)
      expect(reply.json.type).toBe('urn:reklamator:problem:cross-site')
    }
    const headers = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }
    expect((await call(app(), 'POST', '/issues', { type: 'warranty' }, { headers })).status).toBe(201)
  })

  test('R30 another host is not served', async () => {
    const reply = await call(app(), 'GET', '/issues', undefined, { headers: { host: 'evil.example.com' } })
    expect(reply.status).toBe(421)
    for (const url of ['/healthz', '/readyz']) {
      const response = await app().app.inject({ method: 'GET', url, headers: { host: '10.0.0.7' } })
      expect(response.statusCode).toBe(200)
    }
  })

  test('R27 every answer has the headers that protect it', async () => {
    for (const url of ['/api/v1/issues', '/api/v1/nothing', '/healthz', '/api/v1/openapi.json']) {
      const { headers } = await app().app.inject({ method: 'GET', url })
      expect(headers, url).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(JSON.stringify(headers)).not.toMatch(/fastify|node/i)
    }
  })
})
