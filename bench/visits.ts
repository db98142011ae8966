import { freshAddress, type Visitor } from './installation.ts'
import type { Answer, Call, Load } from './load.ts'

/** What visitors of a warranty claim's page send. */

export const PAGE = '/en/status/warranty'
export const formCall: Call = { path: PAGE, headers: { 'accept-encoding': 'gzip' } }

/** An attempt from an address that nobody used before. */
export function attemptCall(issue: string, contact: string): Call {
  return {
    method: 'POST',
    path: PAGE,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': freshAddress() },
    body: new URLSearchParams({ issue, contact }).toString(),
  }
}

/** With a number of the given form and a contact that nobody has, drawn anew each time. */
export function refusedCall(number = (drawn: string) => `WC-26-${drawn}`): Call {
  const unlikely = Math.random().toString(36).slice(2).toUpperCase()
  return attemptCall(number(unlikely), `${unlikely}@example.com`)
}

export async function expectRefusal(load: Load, call: Call): Promise<Answer> {
  return expectStatus(load, call, 422)
}

export async function signIn(load: Load, visitor: Visitor): Promise<{ answer: Answer; view: Call }> {
  const answer = await expectStatus(load, attemptCall(visitor.number, visitor.email), 303)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { answer, view: { path: String(answer.headers.location), headers: { cookie } } }
}

/** The view of a live session. */
export async function view(load: Load, call: Call): Promise<Answer> {
  return expectStatus(load, call, 200)
}

async function expectStatus(load: Load, call: Call, status: number): Promise<Answer> {
  const answer = await load.send(call)
  if (answer.status !== status) throw new Error(`${call.method ?? 'GET'} ${call.path}: ${answer.status}`)
  return answer
}
