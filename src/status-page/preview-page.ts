import {
  dateIn,
  type InputError,
  invalid,
  nearestPageLocale,
  notFound,
  type PageLocale,
  pickLocalText,
} from '../base/index.ts'
import {
  checkView,
  type Cleaned,
  cleanSettings,
  type Configuration,
  type Ctx,
  exampleNumber,
  type IssueType,
  type StatusPageSettings,
  type StoredValues,
  type ViewField,
} from '../issue-types/index.ts'
import type { Sound } from '../http/index.ts'
import { foldNumber, issueFromRow, readIssue, typeOf } from '../issues/index.ts'
import { outsideHosts } from '../theming/index.ts'
import type { OpenIssue } from './customer-sessions.ts'
import { forcedScheme, type Scheme } from './forced-scheme.ts'
import { pagePath, plainFrame, shopFrame } from './frames.ts'
import { keepPreview } from './kept-previews.ts'
import { errorPage, formPage, refusedPage, throttledPage, viewPage } from './pages/index.ts'
import { policyOf } from './policy.ts'
import { type PageFacts, type PageWarning, pageWarnings } from './preview-warnings.ts'
import { lineColumns, linesFrom, wantedBy } from './public-lines.ts'
import { sampleIssue } from './sample-issue.ts'
import { DEFAULT_SHEET, sheetOf } from './sheets.ts'
import { openView } from './view-issue.ts'

export const SHOWS = ['form', 'refused', 'throttled', 'error', 'view'] as const
type Show = (typeof SHOWS)[number]

/** Whether a rule sends customers of a type a message with the address of their issue. */
export type SendsLink = (typeKey: string) => Promise<boolean>

export type PreviewInput = {
  /** As they stand in the form; what is left out is as stored. */
  settings: Sound<StatusPageSettings>
  /** What is already known to be wrong with them. */
  errors: readonly InputError[]
  /** Of the view `status-page`; `null`: as stored. */
  fields: readonly ViewField[] | null
  show: Show
  /** A real issue's number; `null` for a made-up one. */
  issue: string | null
  /** Where the made-up issue stands; `null`: some steps on. */
  step: string | null
  locale: PageLocale
  scheme: Scheme
}

export type Preview = {
  /** Where it can be looked at for some minutes. */
  url: string
  errors: InputError[]
  warnings: PageWarning[]
  removed: Cleaned[]
  outsideHosts: { host: string; from: 'header' | 'css' | 'additionalCss' | 'favicon' }[]
}

const NEWEST = 200
const RETRY_AFTER_SECONDS = 300

/**
 * Renders the page of a type as customers would get it with settings that are not saved, by what renders the real one.
 * A member that is wrong is as stored, and told.
 * @throws Refusal `not-found` for the type; `invalid-input` for an issue or step that it does not have
 */
export async function previewPage(
  ctx: Ctx,
  sendsLink: SendsLink,
  typeKey: string,
  input: PreviewInput,
): Promise<Preview> {
  const configuration = await ctx.configuration.current()
  const stored = configuration.typeByKey.get(typeKey)
  if (!stored) throw notFound('issue type')
  const { errors: wrong, changes, cleaned } = await cleanSettings(input.settings)
  const wrongFields = input.fields === null ? [] : checkView(input.fields, configuration)
  const fields = wrongFields.length > 0 ? null : input.fields
  const type: IssueType = {
    ...stored,
    statusPage: { ...stored.statusPage, ...changes },
    views: { ...stored.views, ...(fields ? { 'status-page': fields } : {}) },
  }
  // Another value: what is kept for the configuration that is live must not mix with it.
  const { page, issueId } = await render(ctx, { ...configuration }, type, input)
  const kept = keptPage(type, input.show, page, input.scheme)
  const url = await keepPreview(ctx.db, ctx.clock(), issueId, kept)
  if (url === null) throw noSuchIssue()
  return {
    url,
    errors: [...input.errors, ...wrong, ...wrongFields],
    warnings: pageWarnings(type, {
      ...(await lookAtNewest(ctx, configuration, type)),
      sendsLink: await sendsLink(typeKey),
    }),
    removed: cleaned,
    outsideHosts: hostsOf(type),
  }
}

/**
 * The page that the customer of an issue has before them now, kept for some minutes to be looked at.
 * @returns its address
 * @throws Refusal `not-found`
 */
export async function customerView(ctx: Ctx, number: string, scheme: Scheme): Promise<string> {
  const issue = await readIssue(ctx.db, number)
  const configuration = await ctx.configuration.current()
  const type = typeOf(configuration, issue)
  const locale = nearestPageLocale(issue.locale, ctx.settings.defaultLocale)
  const { page, issueId } = await render(ctx, configuration, type, {
    show: 'view',
    issue: number,
    step: null,
    locale,
  })
  const url = await keepPreview(ctx.db, ctx.clock(), issueId, keptPage(type, 'view', page, scheme))
  if (url === null) throw notFound('issue')
  return url
}

/** What is kept of a page: with its sheet, and a policy under which the desk may frame it. */
function keptPage(type: IssueType, show: Show, page: Rendered['page'], scheme: Scheme) {
  return (path: string) => ({
    policy: framedPolicy(policyOf(type)),
    html: page(`${path}/sheet.css`),
    css: forcedScheme((show === 'error' ? DEFAULT_SHEET : sheetOf(type)).plain.toString(), scheme),
  })
}

/** A page but for the address of its sheet, and which real issue it shows. */
type Rendered = { page: (styleHref: string) => string; issueId: string | null }

/** Which page is shown, of which issue. */
type Shown = Pick<PreviewInput, 'show' | 'issue' | 'step' | 'locale'>

async function render(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
  input: Shown,
): Promise<Rendered> {
  const { settings } = ctx
  const { locale } = input
  const now = ctx.clock()
  const frame = (styleHref: string, of: { number: string; locale: string } | null = null) => ({
    ...shopFrame(settings, configuration, type, locale, now, of),
    styleHref,
  })
  const path = pagePath(locale, type.statusPage.identifier, null)
  const form = {
    action: path,
    issue: '',
    key: '',
    verification: type.statusPage.verification,
    typeName: pickLocalText(type.name, [locale, settings.defaultLocale]),
    numberExample: exampleNumber(type.numberPattern, Number(dateIn(settings.timeZone, now).slice(0, 4))),
  }
  const ofNobody = (page: Rendered['page']): Rendered => ({ page, issueId: null })
  switch (input.show) {
    case 'form':
      return ofNobody((styleHref) => formPage(frame(styleHref), form))
    case 'refused':
      return ofNobody((styleHref) => refusedPage(frame(styleHref), { ...form, issue: form.numberExample }))
    case 'throttled': {
      const content = { formHref: path, retryAfterSeconds: RETRY_AFTER_SECONDS }
      return ofNobody((styleHref) => throttledPage(frame(styleHref), content))
    }
    case 'error': {
      const around = plainFrame(settings, locale, now, type.statusPage.identifier)
      return ofNobody((styleHref) => errorPage({ ...around, styleHref }))
    }
    case 'view': {
      const opened = await issueOf(ctx, configuration, type, input)
      const view = openView(ctx.db, settings)
      const shown = await view(opened, locale, now, (id) => `${path}/attachments/${id}`)
      return {
        page: (styleHref) =>
          viewPage(frame(styleHref, opened.issue), shown, { leaveAction: `${path}/leave` }).toString(),
        issueId: input.issue === null ? null : opened.issue.id,
      }
    }
  }
}

async function issueOf(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
  { issue, step, locale }: Shown,
): Promise<OpenIssue> {
  if (issue !== null) return readOpenIssue(ctx, configuration, type, issue)
  const shown = type.steps.filter(({ hidden }) => !hidden)
  const at = step === null ? (shown[2] ?? shown.at(-1) ?? type.steps[0]) : type.stepByKey.get(step)
  if (!at) throw invalid({ path: 'step', message: `the type has no step ${step}` })
  const { timeZone } = ctx.settings
  const sample = sampleIssue({ type, configuration, step: at, locale, timeZone, now: ctx.clock() })
  return { ...sample, type, configuration }
}

async function readOpenIssue(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
  number: string,
): Promise<OpenIssue> {
  const row = await ctx.db.read
    .selectFrom('issues as issue')
    .selectAll('issue')
    .select(lineColumns(ctx.db.traits, wantedBy(type)))
    .where('issue.number_key', '=', foldNumber(number) ?? '')
    .where('issue.issue_type_id', '=', type.id)
    .executeTakeFirst()
  if (!row) throw noSuchIssue()
  return { issue: issueFromRow(row), type, configuration, lines: linesFrom(row) }
}

function noSuchIssue() {
  return invalid({ path: 'issue', message: 'the type has no issue of this number' })
}

/** Whether the newest issues have what the page asks for and shows. */
async function lookAtNewest(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
): Promise<Omit<PageFacts, 'sendsLink'>> {
  const { verification } = type.statusPage
  const rows = await ctx.db.read
    .selectFrom('issues')
    .select(['email_key', 'phone_key', 'field_values'])
    .where('issue_type_id', '=', type.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute()
  const without = rows.filter(({ email_key, phone_key }) => {
    const email = verification !== 'phone' && email_key
    const phone = verification !== 'email' && phone_key
    return !email && !phone
  })
  // The column holds only what was checked when it was written.
  const filled = new Set(rows.flatMap((row) => Object.keys(JSON.parse(row.field_values) as StoredValues)))
  const emptyFields = type.views['status-page']
    .map(({ field }) => field)
    .filter((key) => {
      const own = configuration.fieldByKey.get(key)
      return own && own.type !== 'computed' && !filled.has(key)
    })
  return { issues: rows.length, withoutContact: without.length, emptyFields }
}

function hostsOf({ statusPage }: IssueType): Preview['outsideHosts'] {
  const { header, css, additionalCss, favicon } = statusPage
  const parts = [
    ['header', outsideHosts(Object.values(header).join('\n'), '', null)],
    ['css', outsideHosts('', css, null)],
    ['additionalCss', outsideHosts('', additionalCss, null)],
    ['favicon', outsideHosts('', '', favicon)],
  ] as const
  return parts.flatMap(([from, { images, fonts }]) =>
    [...new Set([...images, ...fonts])].map((host) => ({ host, from })),
  )
}

/** The page's own policy, but that the desk may frame it, and that its form leads nowhere. */
function framedPolicy(policy: string): string {
  return policy
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    .replace("form-action 'self'", "form-action 'none'")
}
