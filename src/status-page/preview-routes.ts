import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal, PAGE_LOCALES } from '../base/index.ts'
import { type App, type Guard, problems } from '../http/index.ts'
import { type Ctx, removalSchema, statusPageBodySchema, viewBodySchema } from '../issue-types/index.ts'
import { HEADER_ATTRIBUTES, HEADER_TAGS, STYLE_AT_RULES, THEMING_LIMITS } from '../theming/index.ts'
import { SCHEMES } from './forced-scheme.ts'
import { findPreview, openPreviewSweep } from './kept-previews.ts'
import { customerView, previewPage, type SendsLink, SHOWS } from './preview-page.ts'
import { styleNames } from './style-names.ts'
import type { PageContext } from './context.ts'

const bodySchema = z.strictObject({
  settings: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('As in PUT of the status page; what is left out or wrong is as stored'),
  fields: viewBodySchema.shape.fields.nullable().default(null).describe('Of the view; null: as stored'),
  show: z.enum(SHOWS).default('view'),
  issue: z.string().max(64).nullable().default(null).describe('A real number; null: a made-up issue'),
  step: z.string().max(60).nullable().default(null).describe('Where the made-up issue stands'),
  locale: z.enum(PAGE_LOCALES.map(({ tag }) => tag)),
  scheme: z.enum(SCHEMES).default('light'),
})
const previewSchema = z.object({
  url: z.string().describe('Where the page lies for five minutes, to be framed by the desk'),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  warnings: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.string()),
      path: z.string().nullable(),
      message: z.string(),
    }),
  ),
  removed: z.array(removalSchema),
  outsideHosts: z.array(
    z.object({ host: z.string(), from: z.enum(['header', 'css', 'additionalCss', 'favicon']) }),
  ),
})
const namesSchema = z.object({
  classes: z.array(z.string()).describe('That styles may rely on'),
  classNotes: z
    .array(z.object({ name: z.string(), about: z.string() }))
    .describe('The same in the order of a page, each with what it stands for'),
  properties: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .describe('Custom properties with their defaults'),
  tags: z.array(z.string()).describe('That a header may hold'),
  attributes: z.array(z.string()),
  atRules: z.array(z.string()).describe('That styles may hold, without the @'),
  limits: z.object({
    header: z
      .object({ bytes: z.int(), depth: z.int(), tags: z.int() })
      .describe('Of the header in each language'),
    css: z
      .object({ bytes: z.int(), depth: z.int(), items: z.int(), tokens: z.int() })
      .describe('Of each of the two settings; items are rules and declarations'),
  }),
})

type Deps = Pick<PageContext, 'db' | 'clock'> & {
  guard: Guard
  ctxOf: (request: FastifyRequest) => Ctx
  sendsLink: SendsLink
}

/** What an administrator looks at before a page is saved, and the names that its styles can use. */
export function previewRoutes(app: App, { guard, ctxOf, sendsLink, db, clock }: Deps): void {
  const tags = ['Issue types']
  const sweep = openPreviewSweep(db, clock)
  app.addHook('onClose', async () => sweep.end())
  app.post(
    '/issue-types/:key/status-page/preview',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        description:
          'Nothing is saved. Settings that are wrong are told in `errors`, and shown as they are stored.',
        params: z.object({ key: z.string() }),
        body: bodySchema,
        response: { 200: previewSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const { settings, ...rest } = request.body
      const { sound, errors } = soundSettings(settings)
      const made = await previewPage(ctxOf(request), sendsLink, request.params.key, {
        ...rest,
        settings: sound,
        errors,
      })
      sweep.begin()
      return {
        ...made,
        warnings: made.warnings.map((warning) => ({ ...warning, params: { ...warning.params } })),
      }
    },
  )
  app.post(
    '/issues/:number/status-page-preview',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags: ['Issues'],
        description:
          'The status page of the issue as its customer sees it now, in the language of the issue.',
        params: z.object({ number: z.string() }),
        body: z.strictObject({ scheme: z.enum(SCHEMES).default('light') }),
        response: {
          200: previewSchema.pick({ url: true }),
          ...problems('not-found', 'invalid-input'),
        },
      },
    },
    async (request) => {
      const url = await customerView(ctxOf(request), request.params.number, request.body.scheme)
      sweep.begin()
      return { url }
    },
  )
  app.get(
    '/theming',
    {
      onRequest: guard.allow('issues:read'),
      schema: { tags, response: { 200: namesSchema, ...problems() } },
    },
    async () => ({
      ...styleNames(),
      tags: [...HEADER_TAGS],
      attributes: [...HEADER_ATTRIBUTES],
      atRules: [...STYLE_AT_RULES],
      limits: THEMING_LIMITS,
    }),
  )
}

/** The members that have the right shape, and what is wrong with the others. */
function soundSettings(settings: Record<string, unknown>) {
  const errors: { path: string; message: string }[] = []
  const sound: Record<string, unknown> = {}
  for (const [member, value] of Object.entries(settings)) {
    const read = statusPageBodySchema.safeParse({ [member]: value })
    if (read.success) Object.assign(sound, read.data)
    else
      for (const issue of read.error.issues)
        errors.push({ path: issue.path.join('.') || member, message: issue.message })
  }
  return { sound: statusPageBodySchema.parse(sound), errors }
}

/** The pages that previews are looked at, and their sheets; whoever has the address may, for minutes. */
export function previewPages(app: App, { db, clock }: Pick<PageContext, 'db' | 'clock'>): void {
  const schema = { hide: true }
  const find = async (request: FastifyRequest) => {
    const { token } = request.params as { token: string }
    const found = /^[\w-]{43}$/.test(token) ? await findPreview(db, clock(), token) : null
    if (!found) throw new Refusal('not-found')
    return found
  }
  app.get('/desk/preview/:token', { schema }, async (request, reply: FastifyReply) => {
    const { html, policy } = await find(request)
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html)
  })
  app.get('/desk/preview/:token/sheet.css', { schema }, async (request, reply: FastifyReply) => {
    const { css } = await find(request)
    return reply.type('text/css; charset=utf-8').send(css)
  })
}
