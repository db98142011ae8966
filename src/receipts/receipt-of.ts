import { dateIn, nearestPageLocale, type PageLocale, pickText, type Texts } from '../base/index.ts'
import { type Configuration, type Ctx, type Field, type FieldType, statusUrl } from '../issue-types/index.ts'
import { formatPhone, type Issue, typeOf } from '../issues/index.ts'
import { contactText, fieldTexts, type MessageContext, writerFor } from '../messages/index.ts'
import type { Receipt, ReceiptLine } from './receipt.ts'
import { RECEIPT_WORDS } from './receipt-words.ts'

/** Of people and files the customer said nothing, and what is computed says nothing new. */
const NOT_SAID: ReadonlySet<FieldType> = new Set(['user', 'file', 'computed'])

/**
 * What a customer gets in writing when an issue is taken in: when, what it is about, the remedy they want, and where they
 * are told the result. Its content are the own fields of the type's form, in its order, in the issue's language.
 */
export function receiptOf(ctx: Ctx, configuration: Configuration, issue: Issue): Receipt {
  const { settings } = ctx
  const type = typeOf(configuration, issue)
  const locale = nearestPageLocale(issue.locale, settings.defaultLocale)
  const words = RECEIPT_WORDS[locale]
  const text = (texts: Texts | null | undefined) =>
    pickText(texts, [locale, issue.locale, settings.defaultLocale])
  const context: MessageContext = {
    issue,
    type,
    configuration,
    settings,
    audience: 'customer',
    statusUrl: '',
    message: null,
    locale,
    now: ctx.clock(),
  }
  const { company } = configuration
  return {
    locale,
    at: issue.createdAt,
    title: words.title,
    kind: text(type.name),
    number: { label: words.number, text: issue.number },
    facts: factsOf(issue, locale, settings.timeZone).filter(isSaid),
    content: { heading: words.content, lines: contentLines() },
    follow: type.statusPage.enabled
      ? {
          heading: words.follow,
          about: words.followAbout,
          url: statusUrl(settings, type, issue.locale, issue.number),
        }
      : null,
    signatures: [words.forShop, words.forCustomer],
    company: { name: company.name, imprint: company.imprint, contact: contactText(company, locale) },
  }

  function contentLines(): ReceiptLine[] {
    const textOf = fieldTexts(context, locale)
    return type.views.form
      .flatMap(({ field: key, label }) => {
        const field = configuration.fieldByKey.get(key)
        return field && !NOT_SAID.has(field.type) ? [lineOf(field, label, textOf(key))] : []
      })
      .filter(isSaid)
  }

  function lineOf(field: Field, label: Texts | undefined, value: string): ReceiptLine {
    return { label: text(label) || text(field.label) || field.key, text: value }
  }
}

function factsOf(issue: Issue, locale: PageLocale, timeZone: string): ReceiptLine[] {
  const words = RECEIPT_WORDS[locale]
  const writer = writerFor(locale, timeZone)
  const { name, email, phone } = issue.contact
  const reach = [email, phone && formatPhone(issue.phoneKey ?? phone)].filter(Boolean).join(', ')
  return [
    { label: words.received, text: writer.dateTime(issue.createdAt) },
    { label: words.customer, text: name },
    { label: words.result, text: reach },
    { label: words.deadline, text: issue.due ? (writer.date(issue.due, 'long') ?? '') : '' },
  ]
}

function isSaid({ text }: ReceiptLine): boolean {
  return text !== ''
}

/** The name of the file, like `WC-26-00039-2026-11-23.pdf`. */
export function fileNameOf(issue: Issue, timeZone: string): string {
  return `${issue.number}-${dateIn(timeZone, issue.createdAt)}.pdf`
}
