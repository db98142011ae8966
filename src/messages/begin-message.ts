import { languageOf, nearestPageLocale, type PageLocale } from '../base/index.ts'
import type { Configuration } from '../issue-types/index.ts'
import type { TextSize } from '../sms/index.ts'
import { variableError } from './check-template.ts'
import { parse, render, tooLarge, type Template, UnrenderableTemplate } from './liquid.ts'
import { STATUS_LINK } from './marks.ts'
import { namesIn } from './names.ts'
import type { Rendering } from './rendering.ts'
import type { TemplateTexts } from './template.ts'
import { type MessageContext, variablesOf } from './variables-of.ts'
import { writerFor } from './writer.ts'

/**
 * A message, ready to be sent: `subject` is one line, `text` and `html` say the same. A text message has `text` alone.
 */
export type Composed = {
  locale: PageLocale
  subject: string
  text: string
  html: string
  /** What the template itself says, as plain text: the message without its frame. */
  body: string
  /** Of a text message: what it counts as. */
  size: TextSize | null
  warnings: readonly MessageWarning[]
}

/** What somebody should look at, though the message can be sent; `at` is a part like `body.cs`, or a variable. */
export type MessageWarning = {
  kind:
    | 'missing-translation'
    | 'empty-variable'
    | 'unknown-variable'
    | 'shortened'
    | 'empty-subject'
    | 'page-off'
  at: string
  message: string
}

/** Different names that are looked at in one text. */
const MAX_UNKNOWN = 200

/** A message whose language is chosen, and whose parts can be rendered. */
export type Begun = {
  /** As the template names it, and as we write dates and money in it. */
  chosen: string
  locale: PageLocale
  warnings: MessageWarning[]
  /** With every value between marks. */
  renderPart: (part: 'subject' | 'body', source: string) => string
  /** Warns of what the rendering noticed, once all parts are rendered. */
  warnOfValues: (body: string) => void
}

/**
 * Chooses one language for subject and body together: the wanted one, its primary language, the installation's, any other.
 * @throws UnrenderableTemplate
 */
export function beginMessage(template: TemplateTexts, context: MessageContext): Begun {
  const { type, configuration, settings } = context
  const chosen = chooseLocale(template, [context.locale, settings.defaultLocale])
  const locale = nearestPageLocale(chosen, settings.defaultLocale)
  const warnings: MessageWarning[] = []
  if (languageOf(chosen) !== languageOf(context.locale)) {
    const message = `There is no text in ${context.locale}; the one in ${chosen} was taken.`
    warnings.push({ kind: 'missing-translation', at: `body.${chosen}`, message })
  }
  const writer = writerFor(locale, settings.timeZone)
  const variables = variablesOf(context, locale, writer)
  const rendering: Rendering = { writer, empty: new Set(), cut: new Set() }
  return {
    chosen,
    locale,
    warnings,
    renderPart: (part, source) => {
      const parsed = parsedOf(source)
      warnings.push(...unknownNames(parsed, configuration, `${part}.${chosen}`))
      return render(parsed, variables, rendering)
    },
    warnOfValues: (body) => {
      for (const name of rendering.empty)
        warnings.push({ kind: 'empty-variable', at: name, message: `${name} is empty here.` })
      for (const name of rendering.cut)
        warnings.push({ kind: 'shortened', at: name, message: `${name} was too long and was cut.` })
      if (!type.statusPage.enabled && body.includes(STATUS_LINK)) {
        const message = 'The status page is switched off, so the link in this message leads nowhere.'
        warnings.push({ kind: 'page-off', at: 'issue_status_url', message })
      }
    },
  }
}

/** The language of a template that comes first for a reader, among those that are complete. */
function chooseLocale({ channel, subject, body }: TemplateTexts, wanted: readonly string[]): string {
  const bodies = Object.keys(body).filter((locale) => body[locale]?.trim())
  const complete = channel === 'sms' ? bodies : bodies.filter((locale) => subject[locale]?.trim())
  const written = complete.length > 0 ? complete : bodies
  for (const locale of wanted) {
    const language = languageOf(locale)
    const like = [locale, language].find((tag) => written.includes(tag))
    const found = like ?? written.find((tag) => languageOf(tag) === language)
    if (found !== undefined) return found
  }
  const [any] = written
  if (any === undefined) throw new UnrenderableTemplate('The template has no text in any language.')
  return any
}

function parsedOf(source: string): Template[] {
  const large = tooLarge(source)
  if (large) throw new UnrenderableTemplate(`The template is too large: ${large}.`)
  try {
    return parse(source)
  } catch (error) {
    throw new UnrenderableTemplate('The template has an error in its syntax.', { cause: error })
  }
}

/** Names that went away after the template was saved, as a field that was deleted. */
function unknownNames(
  parsed: readonly Template[],
  { fieldByKey }: Configuration,
  at: string,
): MessageWarning[] {
  const paths = new Map(namesIn(parsed).variables.map(({ path }) => [path.join('.'), path]))
  return [...paths.values()]
    .slice(0, MAX_UNKNOWN)
    .map((path) => variableError(path, fieldByKey))
    .filter((error) => error !== null)
    .map((error) => ({ kind: 'unknown-variable', at, message: `In this text ${error}` }))
}
