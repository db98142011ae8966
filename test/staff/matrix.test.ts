import { describe, expect, test } from 'vitest'
import type { Role } from '../../src/staff/index.ts'
import { onBothStores } from '../support/app.ts'
import { call } from '../support/calls.ts'
import { documented } from '../support/openapi.ts'
import { addPerson, type Desk, signInAs } from './support.ts'

const ROLES: readonly Role[] = ['owner', 'administrator', 'handler', 'viewer', 'auditor']
type Who = 'all' | 'readers of configuration' | 'auditing' | 'writers' | 'administrators'
const WHO: Readonly<Record<Who, readonly Role[]>> = {
  all: ROLES,
  'readers of configuration': ['owner', 'administrator', 'auditor'],
  auditing: ['owner', 'administrator', 'auditor'],
  writers: ['owner', 'administrator', 'handler'],
  administrators: ['owner', 'administrator'],
}

/** What is not here is for administrators alone, so that a route which nobody thought of fails the test. */
const ALLOWED: readonly [operation: string, who: Who][] = [
  ['GET /issue-types', 'all'],
  ['GET /issue-types/{key}', 'all'],
  ['GET /issue-types/{key}/steps', 'all'],
  ['GET /issue-types/{key}/deadlines', 'all'],
  ['GET /issue-types/{key}/number-series', 'all'],
  ['GET /issue-types/{key}/status-page', 'all'],
  ['GET /issue-types/{key}/views/{view}', 'all'],
  ['GET /issue-types/{key}/status-page/assets', 'all'],
  ['GET /fields', 'all'],
  ['GET /fields/{key}', 'all'],
  ['GET /company', 'all'],
  ['GET /company/logo', 'all'],
  ['GET /versions', 'readers of configuration'],
  ['GET /versions/{id}', 'readers of configuration'],
  ['GET /calendars', 'all'],
  ['GET /calendars/{key}', 'all'],
  ['GET /calendars/{key}/last-day', 'all'],
  ['GET /users', 'all'],
  ['GET /message-templates', 'all'],
  ['GET /message-templates/{key}', 'all'],
  ['POST /message-templates/{key}/preview', 'all'],
  ['GET /deliveries', 'all'],
  ['GET /deliveries/{id}', 'all'],
  ['GET /sms', 'all'],
  ['GET /issues', 'all'],
  ['GET /issues.csv', 'all'],
  ['GET /live', 'all'],
  ['GET /workplace', 'all'],
  ['GET /overview', 'all'],
  ['PUT /issues/{number}/presence', 'all'],
  ['DELETE /issues/{number}/presence', 'all'],
  ['GET /issues/{number}', 'all'],
  ['GET /issues/{number}/status-link', 'all'],
  ['GET /issues/{number}/link-keys', 'all'],
  ['GET /issues/{number}/receipt', 'all'],
  ['POST /issues/similar', 'all'],
  ['GET /issues/{number}/messages', 'all'],
  ['GET /issues/{number}/attachments', 'all'],
  ['GET /issues/{number}/attachments/{id}', 'all'],
  ['GET /issues/{number}/attachments/{id}/thumbnail', 'all'],
  ['POST /issues/{number}/messages/preview', 'all'],
  ['POST /issues/{number}/status-page-preview', 'all'],
  ['GET /issues/{number}/events', 'all'],
  ['GET /issues/{number}/links', 'all'],
  ['POST /issues', 'writers'],
  ['POST /bulk-changes', 'writers'],
  ['PATCH /issues/{number}', 'writers'],
  ['DELETE /issues/{number}', 'writers'],
  ['POST /issues/{number}/transitions', 'writers'],
  ['POST /issues/{number}/undo', 'writers'],
  ['POST /issues/{number}/links', 'writers'],
  ['DELETE /issues/{number}/links/{other}', 'writers'],
  ['POST /issues/{number}/deadline/extensions', 'writers'],
  ['POST /issues/{number}/messages', 'writers'],
  ['POST /issues/{number}/attachments', 'writers'],
  ['PATCH /issues/{number}/attachments/{id}', 'writers'],
  ['DELETE /issues/{number}/attachments/{id}', 'writers'],
  ['POST /issues/{number}/status-link', 'writers'],
  ['POST /issues/{number}/link-keys', 'writers'],
  ['DELETE /issues/{number}/link-keys/{id}', 'writers'],
  ['DELETE /issues/{number}/failed-look-ups', 'writers'],
  ['POST /deliveries/{id}/retry', 'writers'],
  ['GET /languages', 'all'],
  ['GET /system', 'auditing'],
  ['GET /theming', 'all'],
  ['GET /message-variables', 'all'],
  ['GET /deliveries/counts', 'all'],
  ['GET /condition-fields', 'readers of configuration'],
  ['GET /schedule-times', 'readers of configuration'],
  ['POST /dry-runs', 'readers of configuration'],
  ['GET /business-rules', 'readers of configuration'],
  ['GET /business-rules/{id}', 'readers of configuration'],
  ['GET /business-rules/{id}/runs', 'readers of configuration'],
  ['POST /business-rules/{id}/dry-run', 'readers of configuration'],
  ['GET /webhooks', 'readers of configuration'],
  ['GET /webhooks/{id}', 'readers of configuration'],
  ['GET /webhooks/{id}/attempts', 'readers of configuration'],
  ['GET /jobs', 'readers of configuration'],
  ['GET /audit', 'auditing'],
]
/** One's own, for whoever is signed in. */
const OWN =
  /^\w+ \/(?:session|session\/confirmation|account(?:\/.*)?|notices(?:\/read)?|saved-views(?:\/.*)?)$/
/** For whoever is not signed in, or what signs itself. */
const OPEN = [
  'POST /session',
  'POST /welcome',
  'POST /links',
  'POST /passwords',
  'POST /password-resets',
  'POST /sms/reports',
]
/** Would end the session that asks. */
const ENDS = ['DELETE /session', 'DELETE /account/sessions']

onBothStores('R62 every route by role', (app) => {
  const desks = new Map<Role, Desk>()
  const deskOf = async (role: Role): Promise<Desk> => {
    const known = desks.get(role)
    if (known) return known
    const desk = await signInAs(app(), await addPerson(app(), role))
    desks.set(role, desk)
    return desk
  }
  const operations = () =>
    Object.entries(documented(app()).document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase() as Parameters<Desk['call']>[0],
        path: path.replace('/api/v1', ''),
      })),
    )
  /**
   * What is not there answers 404 once the asker may ask, so nothing changes in the course of the matrix. What would not end
   * by itself is asked for what it refuses.
   */
  const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : [])
  const urlOf = (path: string) => path.replaceAll(/\{\w+\}/g, 'none') + (path === '/live' ? '?after=!' : '')

  test('the table names nothing that there is not', () => {
    const known = operations().map(({ method, path }) => `${method} ${path}`)
    for (const operation of [...ALLOWED.map(([named]) => named), ...OPEN]) expect(known).toContain(operation)
  })

  describe.each(ROLES)('%s', (role) => {
    test('may do what the table says, and nothing else', async () => {
      const desk = await deskOf(role)
      const unexpected: string[] = []
      for (const { method, path } of operations()) {
        const operation = `${method} ${path}`
        if (OPEN.includes(operation) || ENDS.includes(operation)) continue
        const reply = await desk.call(method, urlOf(path), bodyFor(method))
        const who = ALLOWED.find(([named]) => named === operation)?.[1] ?? 'administrators'
        const may = OWN.test(operation) || WHO[who].includes(role)
        const did = reply.status !== 401 && reply.status !== 403
        if (may !== did) unexpected.push(`${operation} answered ${reply.status}`)
      }
      expect(unexpected).toEqual([])
    })

    test('changes nothing without the CSRF token', async () => {
      const { cookie } = await deskOf(role)
      const unexpected: string[] = []
      for (const { method, path } of operations()) {
        if (method === 'GET' || OPEN.includes(`${method} ${path}`)) continue
        const headers = { cookie }
        const reply = await call(app(), method, urlOf(path), bodyFor(method), { token: null, headers })
        if (reply.status !== 403 || !String(reply.json.type).endsWith('cross-site'))
          unexpected.push(`${method} ${path} answered ${reply.status}`)
      }
      expect(unexpected).toEqual([])
    })
  })

  test('nobody may do anything without a session', async () => {
    const unexpected: string[] = []
    for (const { method, path } of operations()) {
      if (OPEN.includes(`${method} ${path}`)) continue
      const headers = { cookie: `reklamator-desk=${'x'.repeat(43)}` }
      const reply = await call(app(), method, urlOf(path), bodyFor(method), { token: null, headers })
      if (reply.status !== 401) unexpected.push(`${method} ${path} answered ${reply.status}`)
    }
    expect(unexpected).toEqual([])
  })
})
