import { languageOf, nearestPageLocale, type PageLocale, pickText } from '../base/index.ts'
import type { Configuration } from '../issue-types/index.ts'
import { accentOf } from './accent.ts'
import { type Block, blocksOf, linesOf, withoutTagLines } from './blocks.ts'
import { variableError } from './check-template.ts'
import { oneLine } from './clean.ts'
import { type Frame, htmlMessage, textMessage } from './frame.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { htmlOfBlocks } from './html-part.ts'
import { parse, render, tooLarge, type Template, UnrenderableTemplate } from './liquid.ts'
import { STATUS_LINK, withoutMarks } from './marks.ts'
import { namesIn } from './names.ts'
import type { Rendering } from './rendering.ts'
import { MAX_LINES, MAX_MESSAGE_BYTES, MAX_SUBJECT, type TemplateTexts } from './template.ts'
import { plainLine, textOfBlocks } from './text-part.ts'
import { type MessageContext, variablesOf } from './variables-of.ts'
import { writerFor } from './writer.ts'

/** A message, ready to be sent: `subject` is one line, `text` and `html` say the same. */
export type Composed = {
  locale: PageLocale
  subject: string
  text: string
  html: string
  /** What the template itself says, as plain text: the message without its frame. */
  body: string
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

const MAX_PREHEADER = 120
/** Different names that are looked at in one text. */
const MAX_UNKNOWN = 200

/**
 * Makes a message of a template for one reader. One language is chosen for subject and body together: the wanted one,
 * its primary language, the installation's, any other. Throws {@link UnrenderableTemplate} where the template is broken
 * or goes beyond the limits, which a template that was checked does only in loops that grow with the values.
 */
export function compose(template: TemplateTexts, context: MessageContext): Composed {
  const { issue, type, configuration, settings } = context
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
  const renderPart = (part: 'subject' | 'body', source: string): string => {
    const parsed = parsedOf(source)
    warnings.push(...unknownNames(parsed, configuration, `${part}.${chosen}`))
    return render(parsed, variables, rendering)
  }
  const body = renderPart('body', withoutTagLines(template.body[chosen] ?? ''))
  const lines = linesOf(body)
  if (lines.length > MAX_LINES) throw new UnrenderableTemplate(`The body has more than ${MAX_LINES} lines.`)
  const blocks = blocksOf(lines)
  const about = pickText(type.name, [locale, issue.locale, settings.defaultLocale])
  let subject = oneLine(withoutMarks(renderPart('subject', template.subject[chosen] ?? '')), MAX_SUBJECT)
  if (subject === '') {
    subject = oneLine(`${about} ${issue.number}`, MAX_SUBJECT)
    warnings.push({
      kind: 'empty-subject',
      at: `subject.${chosen}`,
      message: `The subject came out empty; it is now "${subject}".`,
    })
  }

  const frame: Frame = {
    locale,
    bodyLang: languageOf(chosen) === locale ? null : chosen,
    company: configuration.company,
    audience: context.audience,
    accent: accentOf(type.statusPage.css, type.statusPage.additionalCss),
    subject,
    preheader: preheaderOf(blocks),
    about,
    number: issue.number,
  }
  const said = textOfBlocks(blocks, FRAME_WORDS[locale].seeStatus)
  const text = textMessage(frame, said)
  const html = htmlMessage(frame, htmlOfBlocks(blocks, frame.accent, FRAME_WORDS[locale].seeStatus))
  for (const part of [text, html]) {
    if (Buffer.byteLength(part) > MAX_MESSAGE_BYTES)
      throw new UnrenderableTemplate(`The message has more than ${MAX_MESSAGE_BYTES} bytes.`)
  }
  for (const name of rendering.empty)
    warnings.push({ kind: 'empty-variable', at: name, message: `${name} is empty here.` })
  for (const name of rendering.cut)
    warnings.push({ kind: 'shortened', at: name, message: `${name} was too long and was cut.` })
  if (!type.statusPage.enabled && body.includes(STATUS_LINK)) {
    const message = 'The status page is switched off, so the link in this message leads nowhere.'
    warnings.push({ kind: 'page-off', at: 'issue_status_url', message })
  }
  return { locale, subject, text, html, body: said, warnings }
}

/** The language of a template that comes first for a reader, among those that have both texts. */
function chooseLocale({ subject, body }: TemplateTexts, wanted: readonly string[]): string {
  const complete = Object.keys(body).filter((locale) => body[locale]?.trim() && subject[locale]?.trim())
  const written = complete.length > 0 ? complete : Object.keys(body).filter((locale) => body[locale]?.trim())
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

/** The beginning of the message without its heading, which says what the subject says. */
function preheaderOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => ('lines' in block ? block.lines : []))
  return oneLine(lines.slice(0, 10).map(plainLine).join(' '), MAX_PREHEADER)
}
