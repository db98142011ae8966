import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  etagOf,
  type InputError,
  notFound,
  PAGE_LOCALES,
  refuseIfInvalid,
  type Texts,
} from '../base/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  namingAll,
  pageOfAll,
  problems,
  resourceRoutes,
  type Sound,
  tagged,
} from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import {
  channelProblems,
  createTemplate,
  deleteTemplate,
  editTemplate,
  type TemplateTraces,
} from './edit-templates.ts'
import { openComposer } from './open-composer.ts'
import { previewTemplate } from './preview.ts'
import type { TemplateBook } from './template-book.ts'
import {
  type MessageTemplate,
  TEMPLATE_CHANNELS,
  type TemplateChannel,
  type TemplateTexts,
} from './template.ts'
import { sendTest } from './test-template.ts'
import { FIELD_PREFIX, VARIABLES } from './variables.ts'

const KEY = /^[a-z][a-z0-9-]{0,59}$/
const MAX_NAME = 120
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const texts = z.record(z.string().regex(LOCALE, 'a language tag like en or pt-BR is needed'), z.string())
const name = z
  .string()
  .max(MAX_NAME)
  .refine((text) => text.trim() !== '', 'a name is needed')
const content = {
  name,
  subject: texts.default({}).describe('By language; Liquid, one line. A text message has none'),
  body: texts.describe('By language; plain text with Liquid, from which both parts of a mail are made'),
}
const ignored = z.unknown().optional().describe('Read-only, ignored')
export const templateBodySchema = z.strictObject({
  id: ignored,
  key: z.string().regex(KEY, 'a key of small letters, digits and dashes is needed, like claim-received'),
  channel: z.enum(TEMPLATE_CHANNELS).default('email'),
  ...content,
})
const templatePutSchema = z.strictObject({
  ...templateBodySchema.shape,
  key: ignored,
  channel: z.enum(TEMPLATE_CHANNELS).optional().describe('Cannot be changed'),
})
const templateSchema = z.object({
  id: z.string(),
  key: z.string(),
  channel: z.enum(TEMPLATE_CHANNELS),
  name: z.string(),
  subject: z.record(z.string(), z.string()),
  body: z.record(z.string(), z.string()),
})
const previewBodySchema = z.strictObject({
  issue: z.string().max(64).optional().describe('Number of an issue; a made-up one where none is named'),
  type: z.string().max(60).optional().describe('Key of the issue type of the made-up issue'),
  locale: z
    .enum(PAGE_LOCALES.map(({ tag }) => tag))
    .optional()
    .describe("The issue's language where it is not given"),
  audience: z.enum(['customer', 'staff']).default('customer'),
  message: z.string().max(20_000).optional().describe('What a handler typed'),
  subject: texts.optional().describe('Instead of what is saved'),
  body: texts.optional().describe('Instead of what is saved'),
})
const testBodySchema = z.strictObject({
  to: z.string().max(320).describe('One e-mail address, or a phone number in E.164 for a text message'),
  issue: previewBodySchema.shape.issue,
  locale: previewBodySchema.shape.locale,
  subject: texts.optional().describe('Instead of what is saved'),
  body: texts.optional().describe('Instead of what is saved'),
})
const testedSchema = z.object({
  delivery: z.string(),
  captured: z.boolean().describe('It stays in the data folder, since nothing is set that would send it'),
})
const sizeSchema = z.object({
  encoding: z.enum(['gsm-7', 'ucs-2']),
  characters: z.int().describe('As they count: € twice in GSM-7, most emoji twice in UCS-2'),
  segments: z.int(),
  perSegment: z.int().describe('Characters that fit into each segment'),
  unusual: z.array(z.string()).describe('The characters because of which it is UCS-2, at most 50'),
})
export const previewSchema = z.object({
  locale: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  size: sizeSchema.nullable().describe('What a text message counts as; null for mail'),
  segmentsByLocale: z
    .record(z.string(), sizeSchema)
    .describe('What it counts as in each of its languages; empty for mail'),
  warnings: z.array(z.object({ kind: z.string(), at: z.string(), message: z.string() })).readonly(),
})
const named = z.array(z.object({ name: z.string(), about: z.string().describe('In English') }))
const variablesSchema = z.object({
  variables: named,
  fields: z.array(z.object({ name: z.string(), type: z.string(), label: z.record(z.string(), z.string()) })),
  filters: named,
})
const NO_WISH = { audience: 'customer' } as const

type Deps = {
  guard: Guard
  ctxOf: (request: FastifyRequest) => Ctx
  templates: TemplateBook
  namedIn: TemplateTraces
  /** Whether what a channel sends stays in the data folder. */
  captures: Readonly<Record<TemplateChannel, boolean>>
}

/** `/message-templates`: what customers and handlers are told, and how it will look. */
export function templateRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf, templates, namedIn, captures } = deps
  const tags = ['Message templates']
  const byKey = z.object({ key: z.string() })
  const check = async (ctx: Ctx, template: Sound<TemplateTexts>): Promise<InputError[]> => {
    const { channel = 'email', subject, body } = template
    if (!subject || !body) return []
    const { fieldByKey } = await ctx.configuration.current()
    const sound = { channel, subject: strings(subject), body: strings(body) }
    return (await openComposer()).checkTemplate(sound, fieldByKey)
  }
  const templateOf = async (key: string): Promise<MessageTemplate> => {
    const template = (await templates.current()).value.get(key)
    if (!template) throw notFound('message template')
    return template
  }
  const draftOf = async (
    ctx: Ctx,
    key: string,
    draft: { subject?: Texts | undefined; body?: Texts | undefined },
  ): Promise<MessageTemplate> => {
    const saved = await templateOf(key)
    const { subject = saved.subject, body = saved.body } = draft
    const { channel } = saved
    refuseIfInvalid(await check(ctx, { channel, subject, body }))
    return { ...saved, subject, body }
  }

  app.get(
    '/message-templates',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(templateSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const all = [...(await templates.current()).value.values()]
      return pageOfAll(
        request.query,
        all,
        (template) => template.key,
        (template) => template,
      )
    },
  )
  app.post(
    '/message-templates',
    {
      onRequest: guard.allow('admin'),
      ...namingAll<z.infer<typeof templateBodySchema>>('body', (request, body) =>
        check(ctxOf(request), body),
      ),
      schema: {
        tags,
        body: templateBodySchema,
        response: { 201: templateSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const { id: _id, ...input } = request.body
      const template = await createTemplate(ctxOf(request), input)
      reply
        .code(201)
        .header('location', `/api/v1/message-templates/${template.key}`)
        .header('etag', etagOf(template))
      return template
    },
  )
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/message-templates/:key',
    tag: 'Message templates',
    params: byKey,
    body: templatePutSchema,
    shown: templateSchema,
    show: async (_ctx, { key }) => tagged(await templateOf(key)),
    replace: async (ctx, { key }, { id: _id, key: _key, ...input }, ifMatch) =>
      tagged(await editTemplate(ctx, key, input, ifMatch)),
    check: async (ctx, { key }, body) => {
      const { channel } = await templateOf(key)
      const errors = await check(ctx, { ...body, channel })
      return [...errors, ...channelProblems(channel, body.channel)]
    },
    remove: (ctx, { key }, ifMatch) => deleteTemplate(ctx, key, namedIn, ifMatch),
  })
  app.post(
    '/message-templates/:key/preview',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        description:
          'The message exactly as it would leave, for a real issue or a made-up one. Nothing is sent or stored.',
        params: byKey,
        body: previewBodySchema.default(NO_WISH),
        response: { 200: previewSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const drafted = await draftOf(ctxOf(request), request.params.key, request.body)
      return previewTemplate(ctxOf(request), drafted, request.body)
    },
  )
  app.post(
    '/message-templates/:key/test',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        description:
          'Sends the message to one address, for a real issue or a made-up one; its link opens nothing by itself. At most 20 in an hour.',
        params: byKey,
        body: testBodySchema,
        response: { 202: testedSchema, ...problems('not-found', 'invalid-input', 'too-many-requests') },
      },
    },
    async (request, reply) => {
      const drafted = await draftOf(ctxOf(request), request.params.key, request.body)
      const delivery = await sendTest(ctxOf(request), drafted, request.body)
      return reply.code(202).send({ delivery, captured: captures[drafted.channel] })
    },
  )
  app.get(
    '/message-variables',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        description: 'All that a template can name, and the filters that change what it prints.',
        response: { 200: variablesSchema, ...problems() },
      },
    },
    async (request) => {
      const { fields } = await ctxOf(request).configuration.current()
      return {
        variables: Object.entries(VARIABLES).map(([name, about]) => ({ name, about })),
        fields: fields
          .filter((field) => field.type !== 'file')
          .map((field) => ({ name: `${FIELD_PREFIX}.${field.key}`, type: field.type, label: field.label })),
        filters: Object.entries((await openComposer()).FILTERS).map(([name, about]) => ({ name, about })),
      }
    },
  )
}

function strings(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
