import { type Texts, tieShortWords } from '../../base/index.ts'
import { STARTER_LOCALES, type StarterLocale, type Words } from '../starter-type.ts'

/** A message template as a new installation gets it. */
export type StarterTemplate = {
  key: string
  channel: 'email' | 'sms'
  /** For administrators. */
  name: string
  /** None for a text message. */
  subject: Texts
  body: Words
}

/** A text in every language, or one that is the same in all. */
type Part = Words | string

/** A template whose body is made of paragraphs, lists and headings, in their order. */
export function template(
  key: string,
  name: string,
  subject: Words,
  ...parts: readonly Part[]
): StarterTemplate {
  const body = inEveryLanguage((locale) => parts.map((part) => textOf(part, locale)).join('\n\n'))
  return { key, channel: 'email', name, subject: tied(subject), body: tied(body) }
}

/** A template of a text message, which begins with whose it is. */
export function textMessage(key: string, name: string, text: Words): StarterTemplate {
  const from = '{% if company_name %}{{ company_name }}: {% endif %}'
  return {
    key,
    channel: 'sms',
    name,
    subject: {},
    body: inEveryLanguage((locale) => `${from}${text[locale]}`),
  }
}

/** A line of a list: a label, and what stands for its value. Without a value there is no line. */
export type Fact = { label: Words; value: string; given?: string }

/** A fact that may be missing: the name of its variable. */
export function fact(value: string, label: Words): Fact {
  return { label, value: `{{ ${value} }}`, given: value }
}

/** A fact that every issue has, as Liquid. */
export function always(value: string, label: Words): Fact {
  return { label, value }
}

export function list(...facts: readonly Fact[]): Words {
  return inEveryLanguage((locale) =>
    facts
      .map(({ label, value, given }) => {
        const line = `- ${label[locale]}: ${value}`
        return given === undefined ? line : onlyIf(given, line)
      })
      .join('\n'),
  )
}

/** A part for one step, or another part for all others. */
export function atStep(step: string, part: Part, otherwise?: Part): Words {
  return inEveryLanguage((locale) => {
    const last = otherwise === undefined ? [] : ['{% else %}', textOf(otherwise, locale)]
    return [`{% if step == "${step}" %}`, textOf(part, locale), ...last, '{% endif %}'].join('\n')
  })
}

/** Lines that hold nothing but tags leave no line in the message. */
export function onlyIf(variable: string, text: string): string {
  return `{% if ${variable} %}\n${text}\n{% endif %}`
}

function inEveryLanguage(make: (locale: StarterLocale) => string): Words {
  return Object.fromEntries(STARTER_LOCALES.map((locale) => [locale, make(locale)])) as Words
}

function textOf(part: Part, locale: StarterLocale): string {
  return typeof part === 'string' ? part : part[locale]
}

const TIED: readonly StarterLocale[] = ['cs', 'sk', 'pl']

function tied(words: Words): Words {
  return inEveryLanguage((locale) => (TIED.includes(locale) ? tieShortWords(words[locale]) : words[locale]))
}
