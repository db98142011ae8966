import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { RouteOptions } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { GuardHook } from './api.ts'

/** Of a route that takes a signature in the place of a token. */
export const SIGNED = [{ signature: [] }]

/** Of a route that anybody may call. */
export const OPEN: never[] = []

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

/**
 * The OpenAPI document of every route that does not hide, with what their schemas alone do not say.
 * @param purposes - what each operation is for, by `GET /api/v1/issues` and the like
 * @param webhooks - what others are sent, by type
 */
export function openApi(
  baseUrl: string,
  purposes: Readonly<Record<string, string>>,
  webhooks: Readonly<Record<string, object>> = {},
): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Reklamator',
        version: '1',
        description:
          'Issues, their types and their public status pages. Every member that is not read-only may be sent back.',
      },
      servers: [{ url: baseUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-reklamator-desk',
            description: 'Of a person who signed in; a change also carries X-CSRF-Token',
          },
          signature: {
            type: 'apiKey',
            in: 'header',
            name: 'webhook-signature',
            description: 'Standard Webhooks: with webhook-id and webhook-timestamp over the body',
          },
        },
      },
      security: [{ token: [] }],
      webhooks: { ...webhooks },
    },
    transform: (document) => transform(document, purposes),
  }
}

/**
 * Adds purpose and scope, the headers that a route takes, which follow from what it answers, and the body of an upload, which no schema
 * checks because it is read as it comes.
 */
function transform(document: Parameters<Transform>[0], purposes: Readonly<Record<string, string>>) {
  const { schema, url } = jsonSchemaTransform(document)
  const responses = (document.schema?.response ?? {}) as Record<string, unknown>
  const headers: Record<string, object> = {}
  if ('304' in responses)
    headers['If-None-Match'] = header('The ETag of an earlier answer: 304 where it holds')
  if ('412' in responses) headers['If-Match'] = header('The ETag of an earlier answer: 412 on a lost race')
  if (document.route.config?.idempotent) {
    headers['Idempotency-Key'] = header('The same request with the same key is done once and answered alike')
  }
  const more = Object.keys(headers).length > 0 ? { headers: { type: 'object', properties: headers } } : {}
  const upload = document.route.config?.upload
  const body = upload ? { body: uploadBody(upload) } : {}
  return { url, schema: { ...schema, ...aboutOf(document.route, purposes), ...more, ...body } }
}

function aboutOf(route: RouteOptions, purposes: Readonly<Record<string, string>>) {
  const summary = purposes[`${String(route.method)} ${route.url.replace(/:(\w+)/g, '{$1}')}`]
  const guard = [route.onRequest]
    .flat()
    .find((hook): hook is GuardHook => hook !== undefined && 'scope' in hook)
  return { ...(summary ? { summary } : {}), ...(guard ? { security: securityOf(guard) } : {}) }
}

function securityOf({ scope, permission }: GuardHook) {
  const token = scope ? [{ token: [scope] }] : []
  return [...token, { session: permission ? [permission] : [] }]
}

function header(description: string) {
  return { type: 'string', description }
}

function uploadBody(fields: Readonly<Record<string, string>>) {
  const properties: Record<string, object> = { file: { type: 'string', format: 'binary' } }
  for (const [name, description] of Object.entries(fields)) properties[name] = { type: 'string', description }
  return { type: 'object', required: ['file'], properties }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** May carry an `Idempotency-Key`. */
    idempotent?: true
    /** Takes a body that is larger than most, and may come as slowly as an upload. */
    largeBody?: true
    /** Takes a multipart body with the part `file` and these fields, told by what they mean. */
    upload?: Readonly<Record<string, string>>
  }
}
