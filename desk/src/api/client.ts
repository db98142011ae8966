import createClient from 'openapi-fetch'
import { isAttended } from './attendance'
import { passGate } from './gates'
import { Problem, problemFrom } from './problem'
import type { paths } from './schema'
import { sessionNow, setSession } from './session'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined
type Good<Responses> = Json<Responses[keyof Responses & (200 | 201 | 202 | 204)]>

/** What an operation answers when all is well, like `Answer<'/api/v1/issue-types/{key}', 'get'>`. */
export type Answer<Path extends keyof paths, Verb extends Method> = paths[Path][Verb] extends {
  responses: infer Responses
}
  ? Good<Responses>
  : never

/** What an operation takes. */
export type Body<Path extends keyof paths, Verb extends Method> = paths[Path][Verb] extends {
  requestBody?: infer Request
}
  ? Json<NonNullable<Request>>
  : never

/** An item of a list. */
export type Item<Path extends keyof paths> =
  Answer<Path, 'get'> extends { items: readonly (infer One)[] } ? One : never

/** A representation with its entity tag. */
export type Tagged<T> = { value: T; etag: string | null }

/** The API, typed by its own document. Wrap a call with `answer` or `tagged` to get its value or a thrown `Problem`. */
export const api = createClient<paths>({ baseUrl: '', fetch: send })

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The value of a call. @throws Problem */
export async function answer<T>(call: Call<T>): Promise<T> {
  return (await tagged(call)).value
}

/** The value of a call with its entity tag. @throws Problem */
export async function tagged<T>(call: Call<T>): Promise<Tagged<T>> {
  const { data, error, response } = await call
  if (!response.ok) throw problemFrom(response.status, error)
  return { value: data as T, etag: response.headers.get('etag') }
}

/** Where a request is about signing in, its 401 is its answer. */
const ABOUT_SIGNING_IN = /\/api\/v1\/(session|welcome|passwords|password-resets|links)(\/|$)/

/** Sends a request; where a person has to sign in or confirm first, asks them and sends it again. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sendOnce(request)
  if (response.status === 401 && !ABOUT_SIGNING_IN.test(new URL(request.url).pathname))
    return (await passGate('signIn')) ? send(again) : response
  if (response.status !== 403) return response
  const code = await codeOf(response)
  if (code === 'confirmation-needed') return (await passGate('confirm')) ? sendOnce(again) : response
  if (code === 'authenticator-needed') await passGate('authenticator')
  if (code === 'cross-site' && (await isStillOneself())) return sendOnce(again)
  return response
}

/** Whether whoever is signed in now is who was: somebody may have signed in anew elsewhere in this browser. */
async function isStillOneself(): Promise<boolean> {
  const before = sessionNow()
  const now = await answer(api.GET('/api/v1/session')).catch(() => null)
  if (now) setSession(now)
  return before !== null && now?.user.id === before.user.id
}

async function sendOnce(request: Request): Promise<Response> {
  const session = sessionNow()
  const headers = new Headers(request.headers)
  if (session && request.method !== 'GET') headers.set('x-csrf-token', session.csrf)
  if (!isAttended()) headers.set('x-unattended', '1')
  try {
    return await fetch(new Request(request, { headers }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, 'offline', 'The server did not answer.')
  }
}

async function codeOf(response: Response): Promise<string> {
  return problemFrom(
    response.status,
    await response
      .clone()
      .json()
      .catch(() => null),
  ).code
}
