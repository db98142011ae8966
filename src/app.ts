import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import type { FastifyRequest } from 'fastify'
import type { BlockList } from 'node:net'
import { apiDocsRoutes, PURPOSES } from './api-docs/index.ts'
import { auditRoutes, chainAudit } from './audit/index.ts'
import { type Clock, HOUR, MINUTE, Refusal, type Settings } from './base/index.ts'
import { type Database, translateStoreError } from './db/index.ts'
import {
  type CapturedMail,
  enqueueForStaff,
  deliveryRoutes,
  mailHost,
  giveUpOldCalls,
  overdueChannels,
  sweepCapturedMail,
} from './deliveries/index.ts'
import { type DeskFiles, deskRoutes } from './desk/index.ts'
import type { FileStore } from './files/index.ts'
import { type App, createServer, openApi, refuseOtherMediaTypes, sendProblem } from './http/index.ts'
import {
  assetRoutes,
  calendarRoutes,
  companyLogoRoutes,
  companyRoutes,
  type Ctx,
  type FieldIndex,
  fieldRoutes,
  issueTypeRoutes,
  languageRoutes,
  openConfiguration,
} from './issue-types/index.ts'
import {
  attachmentRoutes,
  fieldIndex,
  foldNumber,
  isAttached,
  issueRoutes,
  linkKeyRoutes,
  linkRoutes,
  similarRoutes,
  sweepAnswers,
  userTraces,
} from './issues/index.ts'
import { bulkRoutes } from './bulk/index.ts'
import { liveRoutes, openLive } from './live/index.ts'
import { jobRoutes } from './jobs/index.ts'
import {
  composeLetter,
  messageRoutes,
  openTemplateBook,
  templateRoutes,
  templatesWithField,
} from './messages/index.ts'
import type { Outbound } from './outbound/index.ts'
import { overviewRoutes } from './overview/index.ts'
import { receiptRoutes } from './receipts/index.ts'
import {
  longestOverdue,
  longestWait,
  openRuleBook,
  ruleRoutes,
  ruleWritingRoutes,
  rulesNaming,
  sendsLink,
  staffTemplates,
  sweepRuleRuns,
} from './rules/index.ts'
import { noticeRoutes } from './notices/index.ts'
import { readmitText, type SmsGateway, smsRoutes, watchBudget } from './sms/index.ts'
import { openStaff } from './staff/index.ts'
import {
  answerWithPage,
  lookUpRoutes,
  previewPages,
  previewRoutes,
  statusPageRoutes,
  sweepPreviews,
} from './status-page/index.ts'
import { forgetConditions, savedViewRoutes, sweepSavedViews } from './saved-views/index.ts'
import { workplaceRoutes } from './workplace/index.ts'
import { type Surroundings, systemRoutes } from './system/index.ts'
import { sweepCounters } from './throttle/index.ts'
import { type TransferMeans, transferRoutes } from './transfer/index.ts'
import { versionRoutes } from './versions/index.ts'
import {
  openWebhookSeal,
  sweepAttempts,
  webhookRoutes,
  webhooksDocument,
  webhooksWithField,
} from './webhooks/index.ts'

export type AppDeps = {
  db: Database
  files: FileStore
  capturedMail: CapturedMail
  /** Whether mail stays in the data folder. */
  mailIsCaptured: boolean
  outbound: Outbound
  settings: Settings
  /** `null`: text messages are captured. */
  smsGateway: SmsGateway | null
  surroundings: Surroundings
  trustedProxies: BlockList
  /** The built desk; `null` where there is none. */
  desk: DeskFiles | null
  /** Signs and keys what must not be guessed; at least 32 bytes. */
  secret: string
  clock: Clock
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}

export type RunningApp = {
  app: App
  /** Forgets what is over: counters, sessions, kept answers, broken uploads, old captured mail, old runs of rules. */
  sweep: () => Promise<void>
  /** From now on `/readyz` says no, so that no new work is sent here. */
  startLeaving: () => void
}

/** What names a field beside what is configured with it. */
const namedFields: NonNullable<FieldIndex['namedBy']> = async (tx, key) => [
  ...(await rulesNaming(tx, 'field', key)),
  ...(await templatesWithField(tx, key)),
  ...(await webhooksWithField(tx, key)),
]

/** What the verbs ask that put things of the configuration back, or bring them in from a file. */
export function transferMeans(secret: string, { urlProblem }: Pick<Outbound, 'urlProblem'>): TransferMeans {
  return {
    fieldIndex: { ...fieldIndex, namedBy: namedFields },
    webhookMeans: { seal: openWebhookSeal(secret), urlProblem },
    templateNamedIn: (tx, key) => rulesNaming(tx, 'template', key),
    webhookNamedIn: (tx, id) => rulesNaming(tx, 'webhook', id),
  }
}

/** The whole HTTP surface over a store, also for tests. */
export async function createApp(deps: AppDeps): Promise<RunningApp> {
  const { db, files, capturedMail, settings, clock, log } = deps
  const configuration = openConfiguration(db)
  const templates = openTemplateBook(db, configuration)
  const rules = openRuleBook(db, configuration, settings)
  const startedAt = clock()
  let leaving = false
  const saidAt = new Map<string, number>()
  const seldom = (what: string, every: number): boolean => {
    const last = saidAt.get(what)
    if (last !== undefined && Math.abs(clock() - last) < every) return false
    saidAt.set(what, clock())
    return true
  }
  const { app, refuseOtherMethods } = createServer({
    baseUrl: settings.baseUrl,
    trustedProxies: deps.trustedProxies,
    onError: (error, where) => {
      // A store that is down is down for every request: said once a minute, its disk may be full.
      if (where !== 'store' || seldom('store', MINUTE)) log('error', `unexpected error (${where})`, error)
    },
    translate: translateStoreError,
    answerRefusal: (request, reply, refusal) => {
      if (refusal.code === 'wrong-host' && seldom('host', HOUR)) {
        log(
          'warn',
          `a request for another host was refused; links and requests go to BASE_URL, ${settings.baseUrl}`,
        )
      }
      return /^\/(api|healthz|readyz)\b/.test(request.url)
        ? sendProblem(reply, refusal)
        : answerWithPage(request, reply, refusal, settings, clock())
    },
  })
  const staff = openStaff({
    db,
    clock,
    settings,
    secret: deps.secret,
    trustedProxies: deps.trustedProxies,
    post: {
      isCaptured: deps.mailIsCaptured,
      prepare: () => configuration.current(),
      send: async (tx, now, to, letter) => {
        const { company } = await configuration.lastSeen()
        await enqueueForStaff(tx, now, { to, locale: letter.locale, ...composeLetter(letter, company) })
      },
    },
  })
  const { guard } = staff
  const live = openLive({ db, configuration, clock })
  const ctxOf = (request: FastifyRequest): Ctx => ({
    db,
    configuration,
    clock,
    settings,
    actor: guard.actorOf(request),
  })

  await app.register(swagger, openApi(settings.baseUrl, PURPOSES, webhooksDocument()))
  await app.register(
    async (api) => {
      const typed = api.withTypeProvider() as App
      api.addHook('preParsing', refuseOtherMediaTypes)
      issueTypeRoutes(typed, { guard, ctxOf })
      fieldRoutes(typed, { guard, ctxOf, fieldIndex: { ...fieldIndex, namedBy: namedFields } })
      companyRoutes(typed, { guard, ctxOf })
      languageRoutes(typed, { guard, ctxOf })
      calendarRoutes(typed, { guard, ctxOf })
      staff.routes(typed, { ctxOf, traces: userTraces })
      issueRoutes(typed, {
        guard,
        ctxOf,
        files,
        forgetConditions,
        forgetIssue: capturedMail.forgetIssue,
      })
      linkKeyRoutes(typed, { guard, ctxOf })
      linkRoutes(typed, { guard, ctxOf })
      liveRoutes(typed, { guard, db, live })
      noticeRoutes(typed, { guard, ctxOf })
      similarRoutes(typed, { guard, ctxOf })
      receiptRoutes(typed, { guard, ctxOf })
      previewRoutes(typed, {
        guard,
        ctxOf,
        db,
        clock,
        sendsLink: async (typeKey) => sendsLink((await rules.current()).value, typeKey),
      })
      workplaceRoutes(typed, {
        guard,
        ctxOf,
        current: async () => {
          const { configuration, value } = await rules.current()
          return { configuration, templates: value.templates, forStaff: staffTemplates(value) }
        },
      })
      overviewRoutes(typed, { guard, ctxOf, clock })
      savedViewRoutes(typed, { guard, ctxOf })
      lookUpRoutes(typed, { guard, ctxOf, secret: deps.secret })
      messageRoutes(typed, { guard, ctxOf, templates })
      templateRoutes(typed, {
        guard,
        ctxOf,
        templates,
        namedIn: (tx, key) => rulesNaming(tx, 'template', key),
        captures: { email: deps.mailIsCaptured, sms: deps.smsGateway === null },
      })
      ruleRoutes(typed, { guard, ctxOf, rules })
      bulkRoutes(typed, { guard, ctxOf, rules })
      ruleWritingRoutes(typed, { guard, ctxOf })
      webhookRoutes(typed, {
        guard,
        ctx: { db, configuration, clock, settings },
        ctxOf,
        outbound: deps.outbound,
        secret: deps.secret,
        namedIn: (tx, id) => rulesNaming(tx, 'webhook', id),
      })
      deliveryRoutes(typed, {
        guard,
        db,
        clock,
        capturedMail,
        mailHost: mailHost(settings.baseUrl),
        foldNumber,
        readmit: { sms: readmitText(settings) },
      })
      smsRoutes(typed, { guard, db, clock, settings, gateway: deps.smsGateway })
      // What the parser of uploads hangs on every request of its scope costs as much as a small route.
      await api.register(async (uploads) => {
        await uploads.register(multipart, { throwFileSizeLimit: true })
        const typedUploads = uploads.withTypeProvider() as App
        assetRoutes(typedUploads, { guard, ctxOf })
        companyLogoRoutes(typedUploads, { guard, ctxOf })
        attachmentRoutes(typedUploads, { guard, ctxOf, files })
      })
      auditRoutes(typed, { guard, db })
      jobRoutes(typed, { guard, db })
      systemRoutes(typed, {
        guard,
        db,
        clock,
        settings,
        surroundings: deps.surroundings,
        smsIsConfigured: deps.smsGateway !== null,
      })
      const means = transferMeans(deps.secret, deps.outbound)
      versionRoutes(typed, { guard, ctxOf, ...means })
      transferRoutes(typed, { guard, ctxOf, ...means })
      typed.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
        reply.send(app.swagger()),
      )
    },
    { prefix: '/api/v1' },
  )
  apiDocsRoutes(app, () => app.swagger())
  deskRoutes(app, deps.desk)
  previewPages(app, { db, clock })
  const sessions = statusPageRoutes(
    app,
    {
      db,
      configuration,
      clock,
      settings,
      files,
      secret: deps.secret,
      onAlarm: (page) => log('warn', `over 300 failed look-ups in an hour on the status page ${page}`),
    },
    deps.trustedProxies,
  )
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if (leaving) throw new Refusal('unavailable', 'The process is stopping.')
    await db.ping()
    return { status: 'ready' }
  })
  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) => reply.code(204).send())
  const budget = watchBudget({ db, clock, settings, log })
  app.addHook('onClose', async () => budget.end())
  // Before connections are waited for: these do not end by themselves.
  app.addHook('preClose', async () => live.close())
  refuseOtherMethods()
  await app.ready()

  return {
    app,
    startLeaving: () => {
      leaving = true
    },
    sweep: async () => {
      await sweepCounters(db, clock())
      await sessions.sweep()
      await sweepPreviews(db, clock())
      await sweepAnswers(db, clock())
      await sweepSavedViews(db)
      // Whoever was away for long catches up first; only then does it tell anything.
      const isUp = Math.abs(clock() - startedAt) >= MINUTE
      const minutes = isUp ? await longestWait(db, clock()) : null
      if (minutes !== null)
        log('warn', `events have waited for the rules for ${minutes} minutes; is a worker running?`)
      const overdue = isUp ? await longestOverdue(db, clock()) : null
      if (overdue !== null)
        log('warn', `what time starts has been due for ${overdue} minutes; is a worker running?`)
      for (const { channel, minutes } of isUp ? await overdueChannels(db, clock()) : [])
        log('warn', `deliveries (${channel}) have been due for ${minutes} minutes; is a worker running?`)
      const given = await giveUpOldCalls(db, clock())
      if (given > 0) log('error', `${given} calls of webhooks were given up: nobody took them for three days`)
      await sweepRuleRuns(db, clock())
      await sweepAttempts(db, clock())
      await budget.look()
      await staff.sweep()
      await chainAudit(db, deps.secret)
      await sweepCapturedMail(db, capturedMail, clock())
      // Only a SQLite store is sure to belong to this folder: another database knows nothing of files that it did not name.
      const isNamed = async (storageKey: string) => db.traits.kind !== 'sqlite' || isAttached(db, storageKey)
      await files.sweep(clock(), isNamed)
    },
  }
}
