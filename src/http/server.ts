import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { BlockList } from 'node:net'
import { type InputError, Refusal } from '../base/index.ts'
import { isSound, parseForm, parseJson, parseQuery } from './bodies.ts'
import { limitConnections } from './connections.ts'
import { type OwnAddress, ownAddress, refuseCrossSite } from './guards.ts'

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
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * The HTTP server with everything that holds for every request: limits, host, origin, headers, parsers, errors.
 * Call `refuseOtherMethods` once all routes are there.
 */
export function createServer(options: ServerOptions): { app: App; refuseOtherMethods: () => void } {
  const own = ownAddress(options.baseUrl)
  const overTls = options.baseUrl.startsWith('https:')
  const app = Fastify({
    logger: false,
    bodyLimit: 1024 * KIB,
    requestTimeout: 30 * SECOND,
    keepAliveTimeout: 5 * SECOND,
    maxRequestsPerSocket: 1000,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 16 * KIB, headersTimeout: 10 * SECOND, connectionsCheckingInterval: 2 * SECOND },
    routerOptions: { maxParamLength: 500, querystringParser: parseQuery, ignoreTrailingSlash: false },
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
      const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n`
      if (socket.writable) socket.end(`${head}X-Content-Type-Options: nosniff\r\n\r\n`)
      else socket.destroy()
    },
  }).withTypeProvider<ZodTypeProvider>()
  limitConnections(app.server, options.trustedProxies)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const answer = (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => {
    addSecurityHeaders(reply, overTls)
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
    addSecurityHeaders(reply, overTls)
    done(refuseRequest(request, own) ?? undefined)
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

function refuseRequest(request: FastifyRequest, own: OwnAddress): Refusal | null {
  const path = request.raw.url ?? '/'
  if (!HEALTH.has(path.split('?', 1)[0] ?? '') && !own.isHost(request.headers.host))
    return new Refusal('wrong-host')
  if (
    request.headers['content-encoding'] !== undefined &&
    request.headers['content-encoding'] !== 'identity'
  ) {
    return new Refusal('unsupported-media-type', 'Compressed request bodies are not accepted.')
  }
  for (const value of Object.values(Object(request.params))) {
    if (typeof value === 'string' && !isSound(value)) return new Refusal('malformed-request')
  }
  try {
    refuseCrossSite(request, own)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return null
}

/** On every answer, errors too. A page adds its own content security policy. */
function addSecurityHeaders(reply: FastifyReply, overTls: boolean): void {
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header(
      'content-security-policy',
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    )
  if (overTls) reply.header('strict-transport-security', 'max-age=31536000')
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
    for (const [url, methods] of [...methodsOf]) {
      const others = METHODS.filter(
        (method) => !methods.has(method) && !(method === 'HEAD' && methods.has('GET')),
      )
      if (others.length === 0) continue
      const allow = METHODS.filter((method) => !others.includes(method)).join(', ')
      app.route({
        method: others,
        url,
        schema: { hide: true },
        handler: () => {
          throw new Refusal('method-not-allowed', `Allowed here: ${allow}.`, { headers: { allow } })
        },
      })
    }
  }
}

function refusalFromFramework(error: unknown): Refusal {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = inputErrorsOf(error)
    const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
    return new Refusal('invalid-input', detail, { errors })
  }
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

type ValidationIssue = { keyword: string; instancePath: string; message?: string | undefined; params: object }

/** The wrong members that a schema found, by path. */
export function inputErrorsOf(error: unknown): InputError[] {
  return hasZodFastifySchemaValidationErrors(error) ? error.validation.flatMap(inputErrors) : []
}

function inputErrors(issue: ValidationIssue): InputError[] {
  const path = issue.instancePath.split('/').filter(Boolean).join('.')
  if (issue.keyword === 'unrecognized_keys' && 'keys' in issue.params && Array.isArray(issue.params.keys)) {
    return issue.params.keys.map((key) => ({
      path: [path, String(key)].filter(Boolean).join('.'),
      message: 'there is no such member',
    }))
  }
  return [{ path, message: issue.message ?? 'is not valid' }]
}
