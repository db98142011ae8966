import type { FastifyReply, FastifyRequest } from 'fastify'
import { newToken, Refusal } from '../base/index.ts'
import type { App } from '../http/index.ts'
import type { DeskFiles } from './desk-files.ts'

const YEAR = 31_536_000

/** What the desk may do in a browser: its own scripts, and styles that carry the nonce of this answer; no other host. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** `/desk`: the single-page app for handlers and administrators. Every address below it that is no file is a screen of it. */
export function deskRoutes(app: App, desk: DeskFiles | null): void {
  const page = (_request: FastifyRequest, reply: FastifyReply) => {
    if (!desk)
      throw new Refusal('unavailable', 'The desk is not built; node scripts/build-desk.mjs builds it.')
    const nonce = newToken()
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .send(desk.page.replace('__NONCE__', nonce))
  }
  const hidden = { schema: { hide: true } }
  app.get('/desk', hidden, page)
  app.get('/desk/*', hidden, page)
  app.get<{ Params: { name: string } }>('/desk/assets/:name', hidden, (request, reply) => {
    const found = desk?.find(request.params.name, request.headers['accept-encoding'] ?? '')
    if (!found) throw new Refusal('not-found')
    // Its name tells its content: it never changes.
    reply
      .header('cache-control', `public, max-age=${YEAR}, immutable`)
      .header('vary', 'accept-encoding')
      .type(found.type)
    if (found.encoding) reply.header('content-encoding', found.encoding)
    return reply.send(found.bytes)
  })
}
