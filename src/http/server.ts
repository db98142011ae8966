import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { BlockList } from 'node:net'
import { Refusal } from '../base/index.ts'
import { isSound, parseForm, parseJson, parseQuery } from './bodies.ts'
import { limitConnections } from './connections.ts'
import { type OwnAddress, ownAddress, refuseCrossSite } from './guards.ts'
import { validatorCompiler } from './wrong-members.ts'

export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  import('fastify').FastifyBaseLogger,
  ZodTypeProvider
>

export type ServerOptions = {
  baseUrl: string
  trustedProxies: BlockList
  /** Called with what nobody foresaw, for the log. */
  onError: (error: unknown, where: string) => void
  /** Turns what a store or library threw into a refusal where it can. */
  translate: (error: unknown) => unknown
  /** Answers a refusal: problem+json or a page, by address. */
  answerRefusal: (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => unknown
}

const KIB = 1024
const SECOND = 1000
/** Answers at any Host: monitors and orchestrators ask by address. */
const HEALTH = new Set(['/healthz', '/readyz'])
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const

/**
 * The HTTP server with everything that holds for every request: limits, host, origin, headers, parsers, errors.
 * Call `refuseOtherMethods` once all routes are there.
 */
export function createServer(options: ServerOptions): { app: App; refuseOtherMethods: () => void } {
  const own = ownAddress(options.baseUrl)
  const always = securityHeaders(options.baseUrl.startsWith('https:'))
  const app = Fastify({
    logger: false,
    bodyLimit: 1024 * KIB,
    requestTimeout: UPLOAD_WITHIN,
    keepAliveTimeout: 5 * SECOND,
    maxRequestsPerSocket: 1000,
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: 16 * KIB,
      headersTimeout: 10 * SECOND,
      connectionsCheckingInterval: 2 * SECOND,
      // A request without a Host is refused by us, with the same headers as any other refusal.
      requireHostHeader: false,
    },
    // The router calls its parser outside of all error handling, so the query is read in the first hook instead.
    routerOptions: { maxParamLength: 500, querystringParser: () => ({}), ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => {
      void answer(toRefusal(error), request, reply)
    },
    clientErrorHandler: (error, socket) => {
      const status =
        error.code === 'HPE_HEADER_OVERFLOW'
          ? '431 Request Header Fields Too Large'
          : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
            ? '408 Request Timeout'
            : '400 Bad Request'
      const headers = Object.entries({ connection: 'close', 'content-length': '0', ...always }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      )
      if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\n${headers.join('')}\r\n`)
      else socket.destroy()
    },
  }).withTypeProvider<ZodTypeProvider>()
  limitConnections(app.server, options.trustedProxies)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const answer = (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(always)
    return options.answerRefusal(request, reply, refusal)
  }
  const toRefusal = (error: unknown): Refusal => {
    const known = options.translate(error)
    if (known instanceof Refusal) {
      if (known.code === 'unavailable' && known.cause) options.onError(known.cause, 'store')
      return known
    }
    const refusal = refusalFromFramework(known)
    if (refusal.code === 'internal') options.onError(error, 'request')
    return refusal
  }

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(always)
    let refusal: Error | undefined
    try {
      limitBodyTime(request)
      refuseUnreadable(request, own)
      refuseCrossSite(request, own)
    } catch (error) {
      refusal = error instanceof Error ? error : new Error(String(error))
    }
    done(refusal)
  })
  app.setErrorHandler((error, request, reply) => answer(toRefusal(error), request, reply))
  app.setNotFoundHandler((request, reply) => {
    const known = METHODS.some((method) => method === request.method)
    const refusal = known
      ? new Refusal('not-found')
      : new Refusal('method-not-allowed', undefined, { headers: { allow: METHODS.join(', ') } })
    return answer(refusal, request, reply)
  })

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    parseInto(parseJson, body, done)
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: 64 * KIB },
    (_request, body, done) => parseInto(parseForm, body, done),
  )
  return { app, refuseOtherMethods: methodBook(app) }
}

function parseInto<T>(
  parse: (bytes: Buffer) => T,
  body: string | Buffer,
  done: (error: Error | null, value?: T) => void,
): void {
  try {
    done(null, parse(Buffer.isBuffer(body) ? body : Buffer.from(body)))
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

/** @throws Refusal for what is refused at every address, whatever it is; reads the query on the way. */
function refuseUnreadable(request: FastifyRequest, own: OwnAddress): void {
  const { url } = request
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (!HEALTH.has(path) && !own.isHost(request.headers.host)) throw new Refusal('wrong-host')
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Refusal('unsupported-media-type', 'Compressed request bodies are not accepted.')
  }
  for (const value of Object.values(request.params ?? {})) {
    if (typeof value === 'string' && !isSound(value)) throw new Refusal('malformed-request')
  }
  request.query = parseQuery(mark < 0 ? '' : url.slice(mark + 1))
}

const BODY_WITHIN = 30 * SECOND
/** 20 MiB at 10 kB a second. */
const UPLOAD_WITHIN = 2100 * SECOND

/** Ends a request whose body does not come in time; the server's own limit knows no difference between routes. */
function limitBodyTime(request: FastifyRequest): void {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && length === '0') return
  const { upload, largeBody } = request.routeOptions.config ?? {}
  const within = upload || largeBody ? UPLOAD_WITHIN : BODY_WITHIN
  const timer = setTimeout(() => request.raw.complete || request.raw.destroy(), within).unref()
  request.raw.once('close', () => clearTimeout(timer))
}

/** On every answer, errors too. A page puts its own content security policy in the place of this one. */
function securityHeaders(overTls: boolean): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ...(overTls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

/** Makes every address answer methods that it does not have with 405 and the list of those it has. */
function methodBook(app: App): () => void {
  const methodsOf = new Map<string, Set<string>>()
  app.addHook('onRoute', (route: RouteOptions) => {
    const methods = methodsOf.get(route.url) ?? new Set<string>()
    for (const method of [route.method].flat()) methods.add(method)
    methodsOf.set(route.url, methods)
  })
  return () => {
    for (const [url, methods] of methodsOf) {
      const others = METHODS.filter(
        (method) => !methods.has(method) && !(method === 'HEAD' && methods.has('GET')),
      )
      if (others.length === 0) continue
      const allow = METHODS.filter((method) => !others.includes(method)).join(', ')
      const refuse = () => {
        throw new Refusal('method-not-allowed', `Allowed here: ${allow}.`, { headers: { allow } })
      }
      // As a hook, so that no body is read first.
      app.route({ method: others, url, schema: { hide: true }, onRequest: refuse, handler: refuse })
    }
  }
}

function refusalFromFramework(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415)
    return new Refusal('unsupported-media-type')
  if (status === 413) return new Refusal('too-large')
  if (status === 414 || status === 431) return new Refusal('headers-too-large')
  if (status === 404) return new Refusal('not-found')
  if (status >= 400 && status < 500) return new Refusal('malformed-request')
  return new Refusal('internal', undefined, { cause: error })
}
