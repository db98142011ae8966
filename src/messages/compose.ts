import { languageOf, pickText } from '../base/index.ts'
import { accentOf } from './accent.ts'
import { beginMessage, type Composed } from './begin-message.ts'
import { type Block, blocksOf, linesOf, withoutTagLines } from './blocks.ts'
import { oneLine } from './clean.ts'
import { composeText } from './compose-text.ts'
import { type Frame, htmlMessage, textMessage } from './frame.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { htmlOfBlocks } from './html-part.ts'
import { UnrenderableTemplate } from './liquid.ts'
import { withoutMarks } from './marks.ts'
import { MAX_LINES, MAX_MESSAGE_BYTES, MAX_SUBJECT, type TemplateTexts } from './template.ts'
import { plainLine, textOfBlocks } from './text-part.ts'
import type { MessageContext } from './variables-of.ts'

const MAX_PREHEADER = 120

/**
 * Makes a message of a template for one reader. Throws {@link UnrenderableTemplate} where the template is broken or goes
 * beyond the limits, which a template that was checked does only in loops that grow with the values, and in text messages.
 */
export function compose(template: TemplateTexts, context: MessageContext): Composed {
  return template.channel === 'sms' ? composeText(template, context) : composeMail(template, context)
}

function composeMail(template: TemplateTexts, context: MessageContext): Composed {
  const { issue, type, configuration, settings } = context
  const { chosen, locale, warnings, renderPart, warnOfValues } = beginMessage(template, context)
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
  warnOfValues(body)
  return { locale, subject, text, html, body: said, size: null, warnings }
}

/** The beginning of the message without its heading, which says what the subject says. */
function preheaderOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => ('lines' in block ? block.lines : []))
  return oneLine(lines.slice(0, 10).map(plainLine).join(' '), MAX_PREHEADER)
}
