import { expect } from 'vitest'
import { createUser, type Role, setPassword } from '../../src/staff/index.ts'
import type { TestApp } from '../support/app.ts'
import { call, type Reply } from '../support/calls.ts'

export const PASSWORD = 'seven small green bottles'
let people = 0

export type Person = { id: string; email: string; password: string }

/** Adds somebody who can sign in. */
export async function addPerson(app: TestApp, role: Role, more: { name?: string } = {}): Promise<Person> {
  people++
  const email = `colleague${people}@shop.example`
  const name = more.name ?? `Colleague ${people}`
  const user = await createUser(app.ctx, { email, name, publicName: '', role, locale: 'en', active: true })
  await setPassword(app.ctx, user.id, PASSWORD)
  return { id: user.id, email, password: PASSWORD }
}

/** Tries to sign in. */
export async function trySignIn(
  app: TestApp,
  body: { email: string; password: string; code?: string },
  headers: Record<string, string> = {},
): Promise<Reply> {
  return call(app, 'POST', '/session', body, { token: null, headers })
}

/** A browser that is signed in. */
export type Desk = {
  cookie: string
  csrf: string
  /** The answer of signing in. */
  session: Reply['json']
  /** Calls the API with the cookie, and with the CSRF token where it changes something. */
  call: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>
}

export async function signInAs(
  app: TestApp,
  person: Omit<Person, 'id'> & { code?: string },
  headers: Record<string, string> = {},
): Promise<Desk> {
  const { email, password, code } = person
  const reply = await trySignIn(app, { email, password, ...(code ? { code } : {}) }, headers)
  expect(reply.status, reply.text).toBe(200)
  return deskOf(app, reply)
}

/** The browser that got an answer which begins a session. */
export function deskOf(app: TestApp, reply: Reply): Desk {
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const { csrf } = reply.json
  return {
    cookie,
    csrf,
    session: reply.json,
    call: (method, url, body, more = {}) =>
      call(app, method, url, body, {
        token: null,
        headers: { cookie, ...(method === 'GET' ? {} : { 'x-csrf-token': csrf }), ...more },
      }),
  }
}
