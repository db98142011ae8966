import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '../base/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  namingAll,
  pageOf,
  pageOfAll,
  pageQuerySchema,
  problems,
  resourceRoutes,
  type Sound,
} from '../http/index.ts'
import { type Configuration, type Ctx, openByVersion } from '../issue-types/index.ts'
import type { Outbound } from '../outbound/index.ts'
import { findAttempts } from './attempts.ts'
import {
  createWebhook,
  deleteWebhook,
  editWebhook,
  rotateSecret,
  type WebhookTraces,
} from './edit-webhooks.ts'
import { representWebhook, type WebhookMeans, webhookTag } from './represent-webhook.ts'
import { openWebhookSeal } from './secrets.ts'
import { tryWebhook } from './try-webhook.ts'
import { checkWebhook, type WebhookContent } from './webhook.ts'
import { loadWebhooks, type StoredWebhook } from './webhook-rows.ts'
import {
  attemptSchema,
  createdSchema,
  rotateBodySchema,
  rotatedSchema,
  triedSchema,
  webhookBodySchema,
  webhookSchema,
} from './webhook-schemas.ts'

type Deps = {
  guard: Guard
  /** The store and configuration of the app; who asks comes with each request. */
  ctx: Omit<Ctx, 'actor'>
  ctxOf: (request: FastifyRequest) => Ctx
  outbound: Outbound
  /** The process's. */
  secret: string
  namedIn: WebhookTraces
}

type Body = z.infer<typeof webhookBodySchema>

/** `/webhooks`: who outside is told what happens. */
export function webhookRoutes(app: App, deps: Deps): void {
  const { guard, ctx, ctxOf, outbound, namedIn } = deps
  const tags = ['Webhooks']
  const byId = z.object({ id: z.string() })
  const means: WebhookMeans = { seal: openWebhookSeal(deps.secret), urlProblem: outbound.urlProblem }
  const book = openByVersion(ctx.db, ctx.configuration, loadWebhooks)
  const represent = (configuration: Configuration, webhook: StoredWebhook) =>
    representWebhook(ctx, means, configuration, webhook)
  const show = async (id: string) => {
    const { configuration, value } = await book.current()
    const webhook = value.find((candidate) => candidate.id === id)
    if (!webhook) throw notFound('webhook')
    const body = represent(configuration, webhook)
    return { tag: webhookTag(body), body }
  }
  const check = async (body: Sound<Body>) =>
    checkWebhook(body, await ctx.configuration.current(), outbound.urlProblem)

  app.get(
    '/webhooks',
    {
      onRequest: guard.allow('config:read'),
      schema: {
        tags,
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(webhookSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { configuration, value } = await book.current()
      return pageOfAll(
        request.query,
        value,
        ({ id }) => id,
        (webhook) => mutable(represent(configuration, webhook)),
      )
    },
  )
  app.post(
    '/webhooks',
    {
      onRequest: guard.allow('admin', { confirmed: true }),
      ...namingAll<Body>('body', (_request, body) => check(body)),
      schema: {
        tags,
        description: 'The answer has the secret that signs its calls, this one time.',
        body: webhookBodySchema,
        response: { 201: createdSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const { webhook, secret } = await createWebhook(ctxOf(request), means, contentOf(request.body))
      const { tag, body } = await show(webhook.id)
      reply.code(201).header('location', `/api/v1/webhooks/${webhook.id}`).header('etag', tag)
      return { ...mutable(body), secret }
    },
  )
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/webhooks/:id',
    tag: 'Webhooks',
    params: byId,
    body: webhookBodySchema,
    shown: webhookSchema,
    reads: 'config:read',
    show: async (_ctx, { id }) => {
      const { tag, body } = await show(id)
      return { tag, body: mutable(body) }
    },
    replace: async (asked, { id }, body, ifMatch) => {
      await editWebhook(asked, means, id, contentOf(body), ifMatch)
      const shown = await show(id)
      return { tag: shown.tag, body: mutable(shown.body) }
    },
    check: async (_ctx, { id }, body) => {
      await show(id)
      return check(body)
    },
    remove: (asked, { id }, ifMatch) => deleteWebhook(asked, means, id, namedIn, ifMatch),
  })
  app.post(
    '/webhooks/:id/rotate',
    {
      onRequest: guard.allow('admin', { confirmed: true }),
      schema: {
        tags,
        description:
          'The answer has the new secret, this one time. The one before signs beside it for a while.',
        params: byId,
        body: rotateBodySchema,
        response: { 200: rotatedSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const { id } = request.params
      const { overlapHours = 24 } = request.body ?? {}
      const { secret } = await rotateSecret(ctxOf(request), means, id, overlapHours)
      return { secret, oldSecretUntil: (await show(id)).body.oldSecretUntil }
    },
  )
  app.post(
    '/webhooks/:id/test',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        description:
          'Sends a payload of the type webhook.test now, also where the webhook is off; at most ten a minute. Where no answer comes it takes five seconds, whatever the cause.',
        params: byId,
        response: { 200: triedSchema, ...problems('not-found', 'conflict', 'too-many-requests') },
      },
    },
    (request) => tryWebhook(ctxOf(request), { seal: means.seal, outbound }, request.params.id),
  )
  app.get(
    '/webhooks/:id/attempts',
    {
      onRequest: guard.allow('config:read'),
      schema: {
        tags,
        description: 'Calls of the last 30 days, newest first.',
        params: byId,
        querystring: pageQuerySchema,
        response: { 200: listSchema(attemptSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const { id } = request.params
      await show(id)
      return pageOf(
        request.query,
        (before, limit) => findAttempts(ctx.db, id, before, limit),
        (attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() }),
      )
    },
  )
}

function contentOf({ name, url, events, issueType, fields, enabled }: Body): WebhookContent {
  return { name, url, events, issueType, fields, enabled }
}

/** As the schema of the answer has it. */
function mutable({ events, fields, ...shown }: ReturnType<typeof representWebhook>) {
  return { ...shown, events: [...events], fields: [...fields] }
}
