import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BlockList } from 'node:net'
import {
  dateIn,
  isPageLocale,
  MINUTE,
  type PageLocale,
  pickLocalText,
  Refusal,
  SECOND,
} from '../base/index.ts'
import { type App, clientAddress, contentDisposition, cookieValue } from '../http/index.ts'
import { type Configuration, exampleNumber, type IssueType, readPageAsset } from '../issue-types/index.ts'
import { findAttachment, LINK_KEY } from '../issues/index.ts'
import { sweepCounters } from '../throttle/index.ts'
import type { PageContext } from './context.ts'
import { type CustomerSessions, openCustomerSessions, SESSION_IDLE } from './customer-sessions.ts'
import { bestLocale, pagePath, shopFrame } from './frames.ts'
import { type FormContent, formPage, refusedPage, throttledPage, viewPage } from './pages/index.ts'
import { policyOf } from './policy.ts'
import { DEFAULT_SHEET, type Sheet, sheetOf } from './sheets.ts'
import { openVerification } from './verify-access.ts'
import { openView } from './view-issue.ts'

type PageRequest = FastifyRequest<{ Params: { locale: string; page: string; id: string } }>

const MAX_NUMBER = 64
/** A minute after a session without use is over. */
const CLOSES_AFTER_SECONDS = (SESSION_IDLE + MINUTE) / SECOND
/** Attempts after which what they left in the store is swept. */
const SWEEP_AFTER = 10_000

/** The public page of every issue type: form, verification, view, files, leaving. */
export function statusPageRoutes(
  app: App,
  context: PageContext,
  trustedProxies: BlockList,
): CustomerSessions {
  const { db, configuration, clock, settings, files } = context
  const secure = settings.baseUrl.startsWith('https:')
  const cookie = secure ? '__Host-rk_claim' : 'rk_claim'
  const cookieAttributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const sessions = openCustomerSessions(db, configuration, clock)
  const verify = openVerification(context)
  const view = openView(db, settings)
  const forms = new WeakMap<Configuration, Map<string, CachedForm>>()
  const schema = { hide: true }
  let attempts = 0
  const sessionOf = (request: FastifyRequest) => cookieValue(request.headers.cookie, cookie)

  app.get('/:locale/status/:page', { schema }, async (request: PageRequest, reply) => {
    const locale = localeOf(request)
    const number = numberIn(request.query)
    if (number) {
      const opened = await sessions.open(sessionOf(request), request.params.page, number)
      if (opened) {
        const { issue, type } = opened
        const now = clock()
        const path = pagePath(locale, type.statusPage.identifier, null)
        const shown = await view(opened, locale, now, (id) => `${path}/attachments/${id}`)
        const frame = shopFrame(settings, opened.configuration, type, locale, now, issue)
        // Once the session is over, what it showed leaves the screen too, with scripts off as well.
        reply.header('refresh', `${CLOSES_AFTER_SECONDS}; url=${path}`)
        const leaveAction = `${path}/leave`
        return sendHtml(reply, policyOf(type), viewPage(frame, shown, { leaveAction }))
      }
    }
    const current = await configuration.current()
    const type = enabledPage(current, request.params.page)
    if (number) {
      const key = keyIn(request.query)
      const frame = shopFrame(settings, current, type, locale, clock(), { number, key })
      return sendHtml(reply, policyOf(type), formPage(frame, formContent(type, locale, number, key)))
    }
    const form = cachedForm(current, type, locale)
    reply.header('content-security-policy', policyOf(type)).header('vary', 'accept-encoding').type(HTML)
    if (!accepts(request, 'gzip')) return reply.send(form.plain)
    return reply.header('content-encoding', 'gzip').send(form.gzip)
  })

  app.post('/:locale/status/:page', { schema, bodyLimit: 64 * 1024 }, async (request: PageRequest, reply) => {
    const locale = localeOf(request)
    const { issue, contact, key } = attemptIn(request.body)
    const verdict = await verify({
      page: request.params.page,
      issue,
      contact,
      key,
      address: clientAddress(request, trustedProxies),
      session: sessionOf(request),
    })
    if (verdict.is !== 'throttled') keepBounded()
    if (verdict.is === 'no-page') throw new Refusal('not-found')
    const { type } = verdict
    if (verdict.is === 'verified') {
      reply.header('set-cookie', `${cookie}=${verdict.token}; ${cookieAttributes}`)
      return reply.redirect(pagePath(locale, type.statusPage.identifier, verdict.number), 303)
    }
    const current = await configuration.lastSeen()
    const frame = shopFrame(settings, current, type, locale, clock(), null)
    if (verdict.is === 'throttled') {
      const formHref = pagePath(locale, type.statusPage.identifier, null)
      reply.code(429).header('retry-after', verdict.retryAfter)
      const content = { formHref, retryAfterSeconds: verdict.retryAfter }
      return sendHtml(reply, policyOf(type), throttledPage(frame, content))
    }
    reply.code(422)
    const typed = issue.slice(0, MAX_NUMBER).toWellFormed()
    return sendHtml(reply, policyOf(type), refusedPage(frame, formContent(type, locale, typed, key)))
  })

  app.post('/:locale/status/:page/leave', { schema }, async (request: PageRequest, reply) => {
    const locale = localeOf(request)
    await sessions.end(sessionOf(request))
    reply.header('set-cookie', `${cookie}=; Max-Age=0; ${cookieAttributes}`)
    const type = enabledPage(await configuration.current(), request.params.page)
    return reply.redirect(pagePath(locale, type.statusPage.identifier, null), 303)
  })

  app.get('/:locale/status/:page/attachments/:id', { schema }, async (request: PageRequest, reply) => {
    localeOf(request)
    const opened = await sessions.openAny(sessionOf(request), request.params.page)
    const shown = opened?.type.views['status-page'].some((line) => line.field === 'attachments')
    if (!opened || !shown || !opened.type.statusPage.attachmentDownloads) throw new Refusal('not-found')
    const attachment = await findAttachment(db, opened.issue.id, request.params.id)
    if (!attachment?.public) throw new Refusal('not-found')
    const content = await files.read(attachment.storageKey)
    return reply
      .type(attachment.mediaType)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('content-disposition', contentDisposition(attachment.name))
      .header('content-length', attachment.size)
      .send(content)
  })

  app.get('/status/:page', { schema }, async (request: PageRequest, reply) => {
    const type = enabledPage(await configuration.current(), request.params.page)
    const locale = bestLocale(request.headers['accept-language'], settings.defaultLocale)
    reply.header('vary', 'accept-language')
    const [number, key] = [numberIn(request.query), keyIn(request.query)]
    return reply.redirect(pagePath(locale, type.statusPage.identifier, number, key), 302)
  })

  app.get('/assets/:name', { schema }, async (request, reply) => {
    const { name } = request.params as { name: string }
    const href = `/assets/${name}`
    // The pages that say that the store is down have their sheet without it.
    const sheet = href === DEFAULT_SHEET.href ? DEFAULT_SHEET : findSheet(await configuration.current(), href)
    const asset = sheet ? null : await readPageAsset(db, name)
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    if (asset) {
      // A drawing may hold styles of its own; opened by itself it can still do nothing.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      return reply.type(asset.mediaType).send(asset.content)
    }
    if (!sheet) throw new Refusal('not-found', undefined, { headers: { 'cache-control': 'no-store' } })
    reply.header('vary', 'accept-encoding').type('text/css; charset=utf-8')
    if (accepts(request, 'br')) return reply.header('content-encoding', 'br').send(await sheet.brotli())
    if (accepts(request, 'gzip')) return reply.header('content-encoding', 'gzip').send(await sheet.gzip())
    return reply.send(sheet.plain)
  })

  /** A flood of attempts must not outrun the sweeps that the clock brings. */
  function keepBounded(): void {
    attempts++
    if (attempts % SWEEP_AFTER !== 0) return
    void Promise.all([sweepCounters(db, clock()), sessions.sweep()]).catch(() => {})
  }

  function formContent(type: IssueType, locale: PageLocale, issue: string, key = ''): FormContent {
    const year = Number(dateIn(settings.timeZone, clock()).slice(0, 4))
    return {
      action: pagePath(locale, type.statusPage.identifier, null),
      issue,
      key,
      verification: type.statusPage.verification,
      typeName: pickLocalText(type.name, [locale, settings.defaultLocale]),
      numberExample: exampleNumber(type.numberPattern, year),
    }
  }

  /** The empty form is the same for everyone; it is made once per configuration, language and day. */
  function cachedForm(current: Configuration, type: IssueType, locale: PageLocale): CachedForm {
    const now = clock()
    const day = dateIn(settings.timeZone, now)
    const key = `${type.id} ${locale}`
    const made = forms.get(current) ?? new Map<string, CachedForm>()
    forms.set(current, made)
    let form = made.get(key)
    if (form?.day !== day) {
      const frame = shopFrame(settings, current, type, locale, now, null)
      const plain = Buffer.from(formPage(frame, formContent(type, locale, '')))
      form = { day, plain, gzip: gzipSync(plain, { level: 9 }) }
      made.set(key, form)
    }
    return form
  }

  return sessions
}

type CachedForm = { day: string; plain: Buffer; gzip: Buffer }

const HTML = 'text/html; charset=utf-8'

function sendHtml(reply: FastifyReply, policy: string, html: string | Buffer): FastifyReply {
  const bytes = typeof html === 'string' ? Buffer.from(html) : html
  return reply.header('content-security-policy', policy).type(HTML).send(bytes)
}

/** @throws Refusal `not-found` for a language that the page does not speak. */
function localeOf(request: PageRequest): PageLocale {
  const { locale } = request.params
  if (!isPageLocale(locale)) throw new Refusal('not-found')
  return locale
}

/** @throws Refusal `not-found`, the same for a page that is off and for one that never was. */
function enabledPage(configuration: Configuration, identifier: string): IssueType {
  const type = configuration.typeByPage.get(identifier)
  if (!type?.statusPage.enabled) throw new Refusal('not-found')
  return type
}

function numberIn(query: unknown): string | null {
  const issue = typeof query === 'object' && query !== null && 'issue' in query ? query.issue : null
  return typeof issue === 'string' && issue.trim() && issue.length <= MAX_NUMBER ? issue.trim() : null
}

/** The key of a link, whatever it is worth; `''` for none and for what cannot be one. */
function keyIn(query: unknown): string {
  const key: unknown = typeof query === 'object' && query !== null && 'key' in query ? query.key : null
  return typeof key === 'string' ? linkKey(key) : ''
}

function linkKey(text: string): string {
  return LINK_KEY.test(text) ? text : ''
}

const FORM_FIELDS = new Set<unknown>(['issue', 'contact', 'key'])

/** @throws Refusal where the body is not what the form sends. */
function attemptIn(body: unknown): { issue: string; contact: string; key: string } {
  if (!(body instanceof Map)) throw new Refusal('unsupported-media-type')
  const fields: ReadonlyMap<unknown, unknown> = body
  for (const name of fields.keys()) if (!FORM_FIELDS.has(name)) throw new Refusal('malformed-request')
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { issue: text('issue'), contact: text('contact'), key: linkKey(text('key')) }
}

const CODINGS = {
  gzip: /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/i,
  br: /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[;,]|$)/i,
}

/** Whether the visitor takes a content coding (RFC 9110, 12.5.3). */
function accepts(request: FastifyRequest, coding: keyof typeof CODINGS): boolean {
  return CODINGS[coding].test(request.headers['accept-encoding'] ?? '')
}

function findSheet(configuration: Configuration, href: string): Sheet | null {
  for (const type of configuration.types) {
    if (type.statusPage.enabled && sheetOf(type).href === href) return sheetOf(type)
  }
  return null
}
