import type { FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS, type ErrorCode, isPageLocale, type Refusal, type Settings } from '../base/index.ts'
import { bestLocale, plainFrame } from './frames.ts'
import type { PageFrame } from './frame.ts'
import { badRequestPage, errorPage, unavailablePage } from './pages/index.ts'
import { PLAIN_POLICY } from './policy.ts'

/** Answers a refusal with a page in the visitor's language. It belongs to no shop and tells nothing of any. */
export function answerWithPage(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  settings: Settings,
  now: number,
): FastifyReply {
  const [, locale = '', page = null] = /^\/([^/?]+)\/status\/([^/?]{1,200})/.exec(request.url) ?? []
  const best = isPageLocale(locale)
    ? locale
    : bestLocale(request.headers['accept-language'], settings.defaultLocale)
  const frame = plainFrame(settings, best, now, page === null ? null : decoded(page))
  return reply
    .code(ERRORS[refusal.code].status)
    .headers(refusal.headers)
    .header('content-security-policy', PLAIN_POLICY)
    .type('text/html; charset=utf-8')
    .send(pageFor(refusal.code, frame))
}

function pageFor(code: ErrorCode, frame: PageFrame): string {
  switch (code) {
    case 'not-found':
      return errorPage(frame)
    case 'unavailable':
    case 'internal':
    case 'too-many-requests':
      return unavailablePage(frame)
    case 'method-not-allowed':
      return badRequestPage(frame, 'method')
    case 'too-large':
    case 'headers-too-large':
      return badRequestPage(frame, 'too-large')
    case 'malformed-request':
    case 'invalid-input':
    case 'unauthenticated':
    case 'code-needed':
    case 'forbidden':
    case 'confirmation-needed':
    case 'authenticator-needed':
    case 'cross-site':
    case 'conflict':
    case 'version-conflict':
    case 'unsupported-media-type':
    case 'wrong-host':
    case 'idempotency-key-reused':
      return badRequestPage(frame, 'bad-request')
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
