import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseJson } from './bodies.ts'

const bodies = new WeakMap<FastifyRequest, string>()

/** Within this scope JSON bodies are kept as they came, for signatures over them. */
export function keepRawBody(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json')
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: string | Buffer) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
      // Bytes that are not UTF-8 are refused by the parser.
      const value = parseJson(bytes)
      bodies.set(request, bytes.toString())
      return value
    },
  )
}

/** The body as it came; `''` where there was none. */
export function rawBodyOf(request: FastifyRequest): string {
  return bodies.get(request) ?? ''
}
