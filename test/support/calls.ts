import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import { expectDocumented } from './openapi.ts'

export type Reply = {
  status: number
  headers: Record<string, string | string[] | number | undefined>
  text: string
  // Bodies of tests are looked at freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any
}

/** Calls the API with a token (admin where none is named); `url` starts after `/api/v1`. */
export async function call(
  app: TestApp,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  more: { token?: string | null; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const token = more.token === undefined ? app.tokens.admin : more.token
  const response = await app.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      host: hostOf(app),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more.headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  return replyOf(app, method, `/api/v1${url}`, response)
}

/** An answer of the API, once it was found to be as the OpenAPI document says. */
export function replyOf(
  app: TestApp,
  method: string,
  url: string,
  response: { statusCode: number; headers: Reply['headers']; body: string },
): Reply {
  const mediaType = String(response.headers['content-type'] ?? '').split(';', 1)[0] ?? ''
  const json = mediaType.endsWith('json') && response.body ? JSON.parse(response.body) : null
  const reply = { status: response.statusCode, headers: response.headers, text: response.body, json }
  expectDocumented(app, method, url, { ...reply, mediaType })
  return reply
}

/** As {@link call}, failing with the whole answer where the status is another one. */
export async function expectCall(status: number, ...args: Parameters<typeof call>): Promise<Reply> {
  const reply = await call(...args)
  expect(reply.status, `${args[1]} ${args[2]} answered ${reply.text}`).toBe(status)
  return reply
}

let customers = 0

/** Opens an issue with a contact of its own; `number`, `email` and `phone` open its status page. */
export async function openTestIssue(
  app: TestApp,
  input: { type?: string; locale?: string; values?: object; due?: string; contact?: object } = {},
): Promise<{ number: string; email: string; phone: string; issue: Reply['json'] }> {
  customers++
  const email = `customer${customers}@example.com`
  const phone = `+420601${String(100_000 + customers)}`
  const reply = await expectCall(201, app, 'POST', '/issues', {
    type: input.type ?? 'warranty',
    locale: input.locale ?? 'en',
    contact: input.contact ?? { name: 'Jana Nováková', email, phone },
    values: input.values ?? {
      product: 'Kettle K200',
      order_number: '2026-8841',
      defect: 'Leaks at the handle',
    },
    ...(input.due ? { due: input.due } : {}),
  })
  return { number: reply.json.number, email, phone, issue: reply.json }
}

/** Values that the step asks for, as far as they are own fields. */
export async function valuesFor(app: TestApp, type: string, step: string): Promise<Record<string, unknown>> {
  const { types, fieldByKey } = await app.ctx.configuration.current()
  const required = types.find(({ key }) => key === type)?.stepByKey.get(step)?.required ?? []
  const fields = required.map((key) => fieldByKey.get(key)).filter((field) => field !== undefined)
  return Object.fromEntries(fields.map((field) => [field.key, sampleValue(field)]))
}

/** Some value that a field takes. */
export function sampleValue({
  type,
  options,
}: {
  type: string
  options: readonly { key: string }[]
}): unknown {
  const option = options[0]?.key
  const samples: Record<string, unknown> = {
    number: 7,
    money: { amount: 129_000, currency: 'CZK' },
    date: '2026-11-20',
    'date-time': '2026-11-20T10:30:00.000Z',
    boolean: true,
    choice: option,
    'multi-choice': [option],
    email: 'jana@example.com',
    phone: '+420601123456',
    address: { street: 'Hlavní 1', city: 'Brno', postalCode: '60200', country: 'CZ' },
    'bank-account': 'CZ6508000000192000145399',
    link: { url: 'https://example.com/track' },
  }
  return samples[type] ?? 'Some text'
}

/** Sends the status page's form as a browser would. */
export async function lookUp(
  app: TestApp,
  fields: Record<string, string>,
  more: { page?: string; locale?: string; headers?: Record<string, string>; address?: string } = {},
) {
  return app.app.inject({
    method: 'POST',
    url: `/${more.locale ?? 'en'}/status/${more.page ?? 'warranty'}`,
    headers: {
      host: hostOf(app),
      'content-type': 'application/x-www-form-urlencoded',
      ...more.headers,
    },
    payload: new URLSearchParams(fields).toString(),
    remoteAddress: more.address ?? nextAddress(),
  })
}

/** The one host that the app answers to. */
function hostOf(app: TestApp): string {
  return new URL(app.settings.baseUrl).host
}

let addresses = 0

/** A visitor's address that no other has used, so that tests do not share a counter by accident. */
export function nextAddress(): string {
  addresses++
  return `198.${18 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`
}

/** Verifies and answers the cookie of the session, ready for a request's header. */
export async function signIn(
  app: TestApp,
  fields: { issue: string; contact: string },
  more: Parameters<typeof lookUp>[2] = {},
): Promise<string> {
  const response = await lookUp(app, fields, more)
  expect(response.statusCode, response.body).toBe(303)
  return String(response.headers['set-cookie']).split(';')[0] ?? ''
}

/** Gets a public page. */
export async function getPage(app: TestApp, url: string, headers: Record<string, string> = {}) {
  return app.app.inject({ method: 'GET', url, headers: { host: hostOf(app), ...headers } })
}
