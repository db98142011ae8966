import { expect, test } from 'vitest'
import { commandOf, EXAMPLES, type Example } from '../../src/api-docs/index.ts'
import { escapeText } from '../../src/base/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { call, expectCall, getPage } from '../support/calls.ts'
import { upload } from '../support/uploads.ts'

type Security = { token?: string[]; signature?: string[]; session?: string[] }
type Operation = { tags: string[]; summary?: string; security?: Security[] }

const app = await startTestApp('sqlite')
const page = await getPage(app, '/api/docs')

test('the page needs no token, no script and nobody else', async () => {
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  expect(page.body).not.toMatch(/<script|<style| style=| on\w+=|src=/)
  const hrefs = [...page.body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  const outside = hrefs.filter((href) => !href.startsWith('#'))
  expect(outside).toEqual([expect.stringMatching(/^\/api\/docs\/[0-9a-f]{20}\.css$/), '/api/v1/openapi.json'])
  const sheet = await getPage(app, outside[0] ?? '')
  expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8')
  expect(sheet.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(sheet.body).not.toMatch(/url\(|@import/)
  for (const href of hrefs.filter((one) => one.startsWith('#'))) {
    expect(page.body.split(`id="${href.slice(1)}"`), href).toHaveLength(2)
  }
})

test('every documented operation is on it, with what it is for and the scope that it needs', async () => {
  const { paths } = (await call(app, 'GET', '/openapi.json', undefined, { token: null })).json
  const articles = [...page.body.matchAll(/<article[^]*?<\/article>/g)].map(([article]) => article)
  let operations = 0
  for (const [path, methods] of Object.entries<Record<string, Operation>>(paths)) {
    for (const [method, { tags, summary, security }] of Object.entries(methods)) {
      operations++
      const about = `${method} ${path}`
      const found = articles.filter(
        (one) => one.includes(`>${method.toUpperCase()}</span>`) && one.includes(`<code>${path}</code>`),
      )
      expect(found, about).toHaveLength(1)
      expect(summary, about).toBeTruthy()
      expect(found[0], about).toContain(escapeText(summary ?? ''))
      if (security?.[0]?.signature) expect(found[0], about).toContain('needs a signature')
      else if (security?.length === 0) expect(found[0], about).toContain('needs nothing')
      else if (security?.[0]?.session) expect(found[0], about).toContain('needs a person’s session')
      else {
        expect(['admin', 'issues:write', 'issues:read'], about).toContain(security?.[0]?.token?.[0])
        expect(found[0], about).toContain(`needs <code>${security?.[0]?.token?.[0]}</code>`)
      }
      expect(page.body, about).toContain(`>${tags[0]}</h2>`)
    }
  }
  expect(articles).toHaveLength(operations)
})

test('the scope that it names is the scope that is asked for', async () => {
  const { paths } = (await call(app, 'GET', '/openapi.json', undefined, { token: null })).json
  const next = { admin: app.tokens.write, 'issues:write': app.tokens.read, 'issues:read': null }
  for (const [path, methods] of Object.entries<Record<string, Operation>>(paths)) {
    for (const [method, { security }] of Object.entries(methods)) {
      if (security?.[0]?.signature || security?.length === 0) continue
      const scope = (security?.[0]?.token?.[0] ?? 'issues:read') as keyof typeof next
      const response = await app.app.inject({
        method: method.toUpperCase() as 'GET',
        url: path.replace(/\{\w+\}/g, 'x'),
        headers: {
          host: 'localhost:3000',
          ...(next[scope] ? { authorization: `Bearer ${next[scope]}` } : {}),
        },
      })
      expect(response.statusCode, `${method} ${path}`).toBe(next[scope] ? 403 : 401)
    }
  }
})

test('the examples that it shows work, one after the other', async () => {
  const kept: Record<string, string> = {}
  for (const example of EXAMPLES) {
    expect(page.body).toContain(escapeText(commandOf(example)))
    const path = example.path.replace(/\$(N|ID)/g, (_whole, name: string) => kept[name] ?? '')
    const reply = await send(app, example, path)
    expect(reply.status, `${example.says} ${reply.text}`).toBe(example.status)
    if (example.keeps) kept[example.keeps.as] = String(reply.json[example.keeps.member])
  }
  await app.stop()
})

async function send(to: TestApp, { method, form, body, headers = {}, status }: Example, path: string) {
  if (!form) return expectCall(status, to, method, path, body, { headers: { ...headers } })
  const parts = Object.entries(form).map(([name, value]) =>
    value.startsWith('@')
      ? { name, filename: value.slice(1), bytes: 'Dear customer, we have it.' }
      : { name, value },
  )
  return upload(to, path, parts)
}
