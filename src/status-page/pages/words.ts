import { escapeText, Html, html, type HtmlPart, type PageLocale } from '../../base/index.ts'
import type { PluralForms } from '../locales/index.ts'

type Words = Readonly<Record<string, HtmlPart>>

const segments = new Map<string, readonly string[]>()
const rules = new Map<PageLocale, Intl.PluralRules>()

/** A message with its `{placeholders}` filled by text, which is escaped, or by markup. */
export function fill(message: string, words: Words): Html {
  let markup = ''
  const parts = segmentsOf(message)
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string
    markup += index % 2 ? html`${words[part]}`.markup : escapeText(part)
  }
  return new Html(markup)
}

/** As {@link fill}, for places that hold text alone: the title of the document. */
export function fillText(message: string, words: Readonly<Record<string, string>>): string {
  return segmentsOf(message)
    .map((part, index) => (index % 2 ? (words[part] ?? '') : part))
    .join('')
}

/** The form of the message for the count, with `{n}` filled. Plain `Intl`: five times faster than an ICU message. */
export function plural(locale: PageLocale, forms: PluralForms, count: number): string {
  let rule = rules.get(locale)
  if (!rule) {
    rule = new Intl.PluralRules(locale)
    rules.set(locale, rule)
  }
  return (forms[rule.select(count)] ?? forms.other).replace('{n}', String(count))
}

/** Text at even places, names of placeholders at odd ones. Messages are constants, so the map stays small. */
function segmentsOf(message: string): readonly string[] {
  let parts = segments.get(message)
  if (!parts) {
    parts = message.split(/\{(\w+)\}/)
    segments.set(message, parts)
  }
  return parts
}
