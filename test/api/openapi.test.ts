import { Ajv2020 } from 'ajv/dist/2020.js'
import { generateSync } from 'otplib'
import { expect, test } from 'vitest'
import { letter, newIssue, send, stored } from '../deliveries/support.ts'
import { makeFirstLink, makeLink } from '../../src/staff/index.ts'
import { addPerson, PASSWORD, signInAs } from '../staff/support.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { startEndpoint } from '../support/endpoint.ts'
import { documented, expectDocumented } from '../support/openapi.ts'
import { addressOf, listen } from '../support/stream.ts'
import { report, SMS_GATEWAY } from '../support/sms.ts'
import { upload } from '../support/uploads.ts'

type Parameter = { in: string; name: string; required?: boolean; schema: object }
type Operation = {
  tags: string[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}

/** An image of one pixel. */
const DOT = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA=', 'base64')

onBothStores(
  'the OpenAPI document',
  (app) => {
    const operations = async () => {
      const { paths } = (await call(app(), 'GET', '/openapi.json', undefined, { token: null })).json
      return Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          path,
          method: method.toUpperCase(),
          operation,
        })),
      )
    }

    test('is one of version 3.1 that anybody may read', async () => {
      const { json } = await expectCall(200, app(), 'GET', '/openapi.json', undefined, { token: null })
      expect(json.openapi).toBe('3.1.0')
      expect(json.info).toMatchObject({ title: 'Reklamator', version: expect.any(String) })
      expect(json.servers).toEqual([{ url: 'http://localhost:3000' }])
      expect(json.security).toEqual([{ token: [] }])
      expect(json.components.securitySchemes.token).toEqual({ type: 'http', scheme: 'bearer' })
      expect(Object.keys(json.paths).length).toBeGreaterThan(15)
    })

    test('has schemas of JSON Schema 2020-12 throughout', async () => {
      const ajv = new Ajv2020({ strict: false })
      const media = (content: Record<string, { schema?: object }> = {}) =>
        Object.values(content).map(({ schema }) => schema)
      for (const { path, method, operation } of await operations()) {
        const schemas = [
          ...(operation.parameters ?? []).map(({ schema }) => schema),
          ...media(operation.requestBody?.content),
          ...Object.values(operation.responses).flatMap(({ content }) => media(content)),
        ]
        for (const schema of schemas) expect(ajv.validateSchema(schema ?? {}), `${method} ${path}`).toBe(true)
      }
    })

    test('says of each operation what it takes and answers', async () => {
      for (const { path, method, operation } of await operations()) {
        const about = `${method} ${path}`
        const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
        expect(named, about).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
        expect(operation.tags, about).toHaveLength(1)
        const statuses = Object.keys(operation.responses)
        for (const status of ['400', '401', '403', '413', '415', '421', '431', '500', '503']) {
          expect(statuses, about).toContain(status)
        }
        expect(
          statuses.filter((status) => status.startsWith('2')),
          about,
        ).toHaveLength(1)
        if (path.includes('{')) expect(statuses, about).toContain('404')
        for (const [status, { description, content }] of Object.entries(operation.responses)) {
          expect(description, `${about} ${status}`).not.toBe('')
          if (Number(status) >= 400)
            expect(Object.keys(content ?? {}), about).toEqual(['application/problem+json'])
        }
        const headers = (operation.parameters ?? [])
          .filter((one) => one.in === 'header')
          .map(({ name }) => name)
        const expected = [
          ...(statuses.includes('304') ? ['If-None-Match'] : []),
          ...(statuses.includes('412') ? ['If-Match'] : []),
          // Who repeats a link-keys POST gets another key: an answer that is kept would keep the key. A preview changes nothing.
          ...(method === 'POST' &&
          /\/issues|\/bulk-changes$/.test(path) &&
          !/(link-keys|preview|similar)$/.test(path)
            ? ['Idempotency-Key']
            : []),
        ]
        expect(headers.toSorted(), about).toEqual(expected.toSorted())
        const takes = Object.keys(operation.requestBody?.content ?? {})
        const isUpload = /^(POST .*(attachments|assets)|PUT .*logo)$/.test(about)
        const takesBody =
          ['POST', 'PUT', 'PATCH'].includes(method) &&
          !/(retry|link-keys|undo|webhooks.*test|invitation|POST totp)$/.test(
            path.replace('/totp', `/${method} totp`),
          )
        expect(takes, about).toEqual(
          isUpload ? ['multipart/form-data'] : takesBody ? ['application/json'] : [],
        )
      }
    })

    /** What people alone do, or whoever has still to sign in. */
    const tellOfPeople = async () => {
      const first = await makeFirstLink(app().db, app().clock.now, app().settings.baseUrl)
      const token = String(first).split('#')[1] ?? ''
      const open = (status: number, url: string, body: object) =>
        expectCall(status, app(), 'POST', url, body, { token: null })
      const person = { email: 'first@shop.example', password: PASSWORD }
      await open(200, '/links', { token })
      await open(201, '/welcome', { token, ...person, name: 'First' })
      const desk = await signInAs(app(), person)
      await open(202, '/password-resets', { email: person.email })
      const { id } = await addPerson(app(), 'viewer')
      const link = await app().db.transaction((tx) => makeLink(tx, app().clock.now, 'reset', id))
      await open(200, '/passwords', { token: link, password: PASSWORD })
      const made = await desk.call('POST', '/tokens', { name: 'Short', scope: 'issues:read' })
      const { secret } = (await desk.call('POST', '/account/totp')).json
      const code = generateSync({ secret, epoch: Math.floor(app().clock.now / 1000) })
      const calls: Parameters<typeof desk.call>[] = [
        ['GET', '/session'],
        ['POST', '/session/confirmation', { password: PASSWORD }],
        ['GET', '/account'],
        ['PATCH', '/account', { name: 'Radka' }],
        ['POST', '/account/password', { current: PASSWORD, password: `${PASSWORD} more` }],
        ['PUT', '/account/totp', { code }],
        ['DELETE', '/account/totp'],
        ['GET', '/tokens'],
        ['DELETE', `/tokens/${made.json.id}`],
        ['POST', `/users/${id}/invitation`],
        ['DELETE', `/users/${id}/sessions`],
        ['DELETE', `/users/${id}/totp`],
        ['GET', '/security'],
        ['PUT', '/security', { authenticatorRoles: [] }],
        ['DELETE', '/account/sessions'],
      ]
      for (const one of calls) expect((await desk.call(...one)).status, one[1]).toBeLessThan(300)
      const more = await signInAs(app(), { ...person, password: `${PASSWORD} more` })
      const { items } = (await desk.call('GET', '/account/sessions')).json
      const another = items.find((one: { current: boolean }) => !one.current)
      expect((await desk.call('DELETE', `/account/sessions/${another.id}`)).status).toBe(204)
      expect((await more.call('GET', '/session')).status).toBe(401)
      const settings = (await desk.call('GET', '/account/notices')).json
      expect((await desk.call('PUT', '/account/notices', settings)).status).toBe(200)
      expect((await desk.call('GET', '/notices')).status).toBe(200)
      expect((await desk.call('POST', '/notices/read', { all: true })).status).toBe(200)
      const view = { name: 'Short', shared: false, conditions: { type: 'warranty' } }
      const saved = `/saved-views/${(await desk.call('POST', '/saved-views', view)).json.id}`
      expect((await desk.call('GET', '/saved-views')).status).toBe(200)
      expect((await desk.call('PUT', saved, view)).status).toBe(200)
      expect((await desk.call('DELETE', saved)).status).toBe(204)
      const presence = `/issues/${(await openTestIssue(app())).number}/presence`
      expect((await desk.call('PUT', presence, { state: 'looking' })).status).toBe(200)
      expect((await desk.call('DELETE', presence)).status).toBe(204)
      expect((await desk.call('DELETE', '/session')).status).toBe(204)
    }

    test('each operation answers its success as the document says', async () => {
      const get = (url: string) => expectCall(200, app(), 'GET', url)
      const put = async (url: string) => expectCall(200, app(), 'PUT', url, (await get(url)).json)
      const file = { name: 'file', filename: 'a.txt', bytes: 'Hello' }
      const image = { name: 'file', filename: 'a.webp', bytes: DOT }
      await expectCall(201, app(), 'POST', '/issue-types', { key: 'short', name: { en: 'Short' } })
      await expectCall(201, app(), 'POST', '/fields', { key: 'short', type: 'text', label: { en: 'Short' } })
      const person = { email: 'petra@shop.example', name: 'Petra', role: 'handler' }
      const user = `/users/${(await expectCall(201, app(), 'POST', '/users', person)).json.id}`
      await put(user)
      const texts = { subject: { en: 'Short' }, body: { en: 'Short' } }
      await expectCall(201, app(), 'POST', '/message-templates', { key: 'short', name: 'Short', ...texts })
      const template = '/message-templates/short'
      await put(template)
      await expectCall(200, app(), 'POST', `${template}/preview`, {})
      const content = {
        name: 'Short',
        trigger: { on: 'issue.created' },
        actions: [{ do: 'note', body: 'Short' }],
      }
      const rule = `/business-rules/${(await expectCall(201, app(), 'POST', '/business-rules', content)).json.id}`
      await put(rule)
      await get(`${rule}/runs`)
      await expectCall(200, app(), 'POST', `${rule}/dry-run`, {})
      await expectCall(200, app(), 'POST', '/dry-runs', { rule: content })
      for (const offered of ['message-variables', 'condition-fields', 'languages', 'theming', 'workplace'])
        await get(`/${offered}`)
      await get('/issues.csv?columns=number')
      await get('/schedule-times?cron=0%208%20*%20*%20*')
      const endpoint = await startEndpoint()
      app().outboundPorts.add(endpoint.port)
      const told = { name: 'Short', url: `http://127.0.0.1:${endpoint.port}/`, events: ['*'] }
      const webhook = `/webhooks/${(await expectCall(201, app(), 'POST', '/webhooks', told)).json.id}`
      await put(webhook)
      await expectCall(200, app(), 'POST', `${webhook}/rotate`, {})
      await expectCall(200, app(), 'POST', `${webhook}/test`)
      await get(`${webhook}/attempts`)
      await endpoint.stop()
      const lists = [
        'webhooks',
        'issue-types',
        'fields',
        'issues',
        'users',
        'audit',
        'deliveries',
        'calendars',
        'jobs',
        'versions',
      ]
      for (const list of [...lists, 'message-templates', 'business-rules']) await get(`/${list}`)
      const stream = await listen(await addressOf(app()), { authorization: `Bearer ${app().tokens.read}` })
      expectDocumented(app(), 'GET', '/api/v1/live', {
        status: stream.status,
        mediaType: 'text/event-stream',
        json: null,
        text: 'id: 1',
      })
      stream.close()
      const { json: versions } = await expectCall(200, app(), 'GET', '/versions?target=webhook')
      const version = `/versions/${versions.items[0].id}`
      await get(version)
      await expectCall(200, app(), 'POST', `${version}/restore`, {})
      await get('/deliveries/counts')
      await get('/system')
      for (const part of ['', '/steps', '/deadlines', '/number-series', '/status-page', '/views/list']) {
        await put(`/issue-types/short${part}`)
      }
      await expectCall(200, app(), 'POST', '/issue-types/short/status-page/preview', { locale: 'en' })
      await put('/fields/short')
      await put('/company')
      await expectCall(202, app(), 'POST', '/message-templates/message/test', { to: 'eva@shop.example' })
      await upload(app(), '/company/logo', [{ ...file, filename: 'a.svg', bytes: '<svg></svg>' }], {}, 'PUT')
      await get('/company/logo')
      await expectCall(204, app(), 'DELETE', '/company/logo')
      await put('/configuration')
      await expectCall(200, app(), 'PUT', '/calendars/short', { name: 'Short' })
      await put('/calendars/short')
      await get('/calendars/short/last-day?start=2026-11-23&days=30')
      const assets = '/issue-types/short/status-page/assets'
      const asset = await upload(app(), assets, [{ ...file, filename: 'a.svg', bytes: '<svg></svg>' }])
      await get(assets)
      await expectCall(204, app(), 'DELETE', `${assets}/${asset.json.id}`)
      const extended = (await openTestIssue(app())).number
      const consent = { by: 'Jana', at: '2026-11-23T08:00:00Z', how: 'phone' }
      await expectCall(200, app(), 'POST', `/issues/${extended}/deadline/extensions`, {
        to: '2027-01-15',
        consent,
      })
      const { number } = await openTestIssue(app(), { type: 'short' })
      const issue = `/issues/${number}`
      await get(issue)
      await get(`${issue}/status-link`)
      await get(`${issue}/receipt`)
      await expectCall(200, app(), 'POST', '/issues/similar', {})
      await expectCall(200, app(), 'PATCH', issue, { due: '2026-12-24' })
      const bulk = { issues: [number], change: { handler: null } }
      await expectCall(200, app(), 'POST', '/bulk-changes', { ...bulk, dryRun: true })
      await expectCall(200, app(), 'POST', '/bulk-changes', bulk)
      await expectCall(200, app(), 'POST', `${issue}/transitions`, { to: 'done' })
      await expectCall(200, app(), 'POST', `${issue}/undo`)
      await expectCall(200, app(), 'POST', `${issue}/transitions`, { to: 'done' })
      await expectCall(201, app(), 'POST', `${issue}/links`, { to: extended, kind: 'follows' })
      await get(`${issue}/links`)
      await expectCall(204, app(), 'DELETE', `${issue}/links/${extended}`)
      await expectCall(201, app(), 'POST', `${issue}/messages`, { body: 'Hello' })
      await expectCall(200, app(), 'POST', `${issue}/messages/preview`, { body: 'Hello' })
      await expectCall(200, app(), 'POST', `${issue}/status-page-preview`, {})
      const attached = await upload(app(), `${issue}/attachments`, [image])
      for (const list of ['messages', 'attachments', 'events']) await get(`${issue}/${list}`)
      const attachment = `${issue}/attachments/${attached.json.id}`
      await expectCall(200, app(), 'PATCH', attachment, { public: true })
      await get(attachment)
      await get(`${attachment}/thumbnail`)
      const [delivery = ''] = await send(app(), letter((await newIssue(app())).id))
      await get(`/deliveries/${delivery}`)
      await expectCall(200, app(), 'POST', `/deliveries/${delivery}/retry`)
      const { issue_id: issueId } = await stored(app(), delivery)
      await app().capturedMail.keep({ id: delivery, issueId }, Buffer.from('Subject: Hello\r\n\r\nHello'))
      await get(`/deliveries/${delivery}/captured`)
      await get('/sms')
      const text = letter(issueId, { channel: 'sms', to: '+420601123456', subject: '', html: '' })
      const [sms = ''] = await send(app(), text)
      await app().db.transaction((tx) =>
        tx.query
          .updateTable('deliveries')
          .set({ state: 'sent', attempts: 1 })
          .where('id', '=', sms)
          .execute(),
      )
      expect((await report(app(), { id: sms, state: 'delivered' })).status).toBe(204)
      await get(`/deliveries/${sms}`)
      const link = await expectCall(201, app(), 'POST', `${issue}/link-keys`)
      await get('/overview')
      await get(`${issue}/link-keys`)
      const gone = [
        `${issue}/link-keys/${link.json.id}`,
        `${issue}/failed-look-ups`,
        template,
        rule,
        webhook,
        attachment,
      ]
      await expectCall(201, app(), 'POST', `${issue}/status-link`, { template: 'short' })
      for (const url of [...gone, issue, user, '/issue-types/short', '/fields/short', '/calendars/short']) {
        await expectCall(204, app(), 'DELETE', url)
      }

      await tellOfPeople()

      const { answered } = documented(app())
      const missing = (await operations()).filter(({ path, method, operation }) => {
        const success = Object.keys(operation.responses).find((status) => status.startsWith('2'))
        return !answered.has(`${method} ${path} ${success}`)
      })
      expect(missing.map(({ path, method }) => `${method} ${path}`)).toEqual([])
    })
  },
  { smsGateway: SMS_GATEWAY },
)
