import { dateIn, DAY, invalid, newId } from '../base/index.ts'
import {
  type Configuration,
  type Ctx,
  exampleNumber,
  type IssueType,
  statusUrl,
} from '../issue-types/index.ts'
import { type Issue, readIssue, typeOf } from '../issues/index.ts'
import type { TextSize } from '../sms/index.ts'
import type { Composed } from './begin-message.ts'
import { openComposer, openComposing } from './open-composer.ts'
import { sampleValues } from './sample-values.ts'
import { contextOf } from './send-template.ts'
import type { TemplateTexts } from './template.ts'

export type PreviewWish = {
  /** Number of an issue; a made-up one where none is named. */
  issue?: string | undefined
  type?: string | undefined
  locale?: string | undefined
  audience: 'customer' | 'staff'
  message?: string | undefined
}

/** `segmentsByLocale`: of a text message, in each language that it is written in; empty for mail. */
export type Preview = Composed & { segmentsByLocale: Record<string, TextSize> }

/** As long as a key of a link: it counts in a text message. */
const NO_KEY = 'x'.repeat(24)

/**
 * A template as it would leave, for a real issue or a made-up one. The link of a mail has no key, and that of a text
 * message one that opens nothing: nobody gets them.
 * @throws Refusal `not-found` for an issue, `invalid-input` for a type
 */
export async function previewTemplate(
  ctx: Ctx,
  template: TemplateTexts,
  wish: PreviewWish,
): Promise<Preview> {
  const compose = await openComposing('body')
  const configuration = await ctx.configuration.current()
  const issue =
    wish.issue === undefined ? sampleIssue(ctx, configuration, wish) : await readIssue(ctx.db, wish.issue)
  const addressee = { kind: 'customer', to: issue.contact.email } as const
  const context = contextOf(ctx, { issue, configuration, message: wish.message ?? null, addressee })
  const key = template.channel === 'sms' && wish.audience === 'customer' ? NO_KEY : undefined
  const inLocale = (locale: string) => ({
    ...context,
    audience: wish.audience,
    locale,
    statusUrl: statusUrl(ctx.settings, typeOf(configuration, issue), locale, issue.number, key),
  })
  const composed = compose(template, inLocale(wish.locale ?? issue.locale))
  const { sizesByLocale } = await openComposer()
  return { ...composed, segmentsByLocale: sizesByLocale(template, inLocale) }
}

function sampleIssue(ctx: Ctx, configuration: Configuration, wish: PreviewWish): Issue {
  const type = wish.type === undefined ? configuration.types[0] : configuration.typeByKey.get(wish.type)
  const step = type?.steps[0]
  if (!type || !step) {
    const known = configuration.types.map(({ key }) => key).join(', ') || 'none'
    throw invalid({ path: 'type', message: `there is no such issue type; known are ${known}` })
  }
  const at = ctx.clock() - 2 * DAY
  return {
    id: newId(at),
    number: numberLike(ctx, type, at),
    typeId: type.id,
    step: step.key,
    category: step.category,
    locale: wish.locale ?? ctx.settings.defaultLocale,
    contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '+420601123456' },
    emailKey: 'jana@example.com',
    phoneKey: '+420601123456',
    contactVersion: 1,
    handlerId: configuration.users.find((user) => user.active)?.id ?? null,
    values: sampleValues(configuration.fields),
    due: dateIn(ctx.settings.timeZone, ctx.clock() + 28 * DAY),
    deadline: null,
    waitingSince: null,
    unansweredSince: null,
    trail: [[step.key, at]],
    version: 1,
    searchId: 0,
    createdAt: at,
    changedAt: at,
    publicChangedAt: at,
  }
}

function numberLike(ctx: Ctx, type: IssueType, at: number): string {
  return (
    exampleNumber(type.numberPattern, Number(dateIn(ctx.settings.timeZone, at).slice(0, 4))) ?? 'EXAMPLE-1'
  )
}
