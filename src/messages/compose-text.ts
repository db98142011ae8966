import { plainCharacters, sizeOf, type TextSize, tidyLines } from '../sms/index.ts'
import { beginMessage, type Composed } from './begin-message.ts'
import { type Line, linesOf, withoutTagLines } from './blocks.ts'
import { UnrenderableTemplate } from './liquid.ts'
import { spansOf } from './spans.ts'
import { MAX_LINES, MAX_SEGMENTS, type TemplateTexts } from './template.ts'
import type { MessageContext } from './variables-of.ts'

/** Makes a text message of a template for one reader, or throws {@link UnrenderableTemplate}. */
export function composeText(template: TemplateTexts, context: MessageContext): Composed {
  const composed = renderText(template, context)
  const { segments } = composed.size
  if (segments > MAX_SEGMENTS)
    throw new UnrenderableTemplate(
      `The text takes ${segments} segments; at most ${MAX_SEGMENTS} are allowed.`,
    )
  if (segments === 0) throw new UnrenderableTemplate('The text came out empty.')
  return composed
}

/** What a text would count as for a reader of each language, be it too long or not; empty for mail. */
export function sizesByLocale(
  template: TemplateTexts,
  contextOf: (locale: string) => MessageContext,
): Record<string, TextSize> {
  if (template.channel !== 'sms') return {}
  const written = Object.keys(template.body).filter((locale) => template.body[locale]?.trim())
  return Object.fromEntries(written.map((locale) => [locale, renderText(template, contextOf(locale)).size]))
}

function renderText(template: TemplateTexts, context: MessageContext): Composed & { size: TextSize } {
  const { chosen, locale, warnings, renderPart, warnOfValues } = beginMessage(template, context)
  const body = renderPart('body', withoutTagLines(template.body[chosen] ?? ''))
  const lines = linesOf(body)
  if (lines.length > MAX_LINES) throw new UnrenderableTemplate(`The body has more than ${MAX_LINES} lines.`)
  // As in mail: a line of nothing but empty variables leaves none.
  const kept = lines.filter(
    (line) => line.length === 0 || line.some(({ kind, text }) => kind === 'own' || text !== ''),
  )
  const text = tidyLines(kept.map(textOfLine).join('\n'))
  warnOfValues(body)
  return { locale, subject: '', text, html: '', body: text, size: sizeOf(text), warnings }
}

/** As in mail an address is the template's own, with the values right behind it percent-encoded. */
function textOfLine(line: Line): string {
  return spansOf(line)
    .map((span) => (span.kind === 'link' ? asciiAddress(span.href) : plainCharacters(span.text)))
    .join('')
}

/** An address keeps where it leads: what is not ASCII in it is encoded and not replaced. */
function asciiAddress(href: string): string {
  return /^[\u0021-\u007E]*$/.test(href) ? href : (URL.parse(href)?.href ?? href)
}
