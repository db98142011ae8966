import type { PageLocale } from '../base/index.ts'
import type { Company } from '../company/index.ts'
import { accentOf } from './accent.ts'
import type { Block } from './blocks.ts'
import { type Frame, htmlMessage, textMessage } from './frame.ts'
import { htmlOfBlocks } from './html-part.ts'
import { textOfBlocks } from './text-part.ts'

/** A mail to somebody of the staff that is about no issue: a few sentences around one link. */
export type Letter = {
  locale: PageLocale
  subject: string
  paragraphs: readonly string[]
  link: { url: string; words: string }
  /** What stands after the link. */
  after: readonly string[]
}

/** The letter as the installation's other mails look. */
export function composeLetter(
  letter: Letter,
  company: Company,
): { subject: string; text: string; html: string } {
  const { locale, subject, link } = letter
  const blocks: Block[] = [
    ...letter.paragraphs.map(paragraph),
    { kind: 'button', url: link.url },
    ...letter.after.map(paragraph),
  ]
  const frame: Frame = {
    locale,
    bodyLang: null,
    company,
    audience: 'staff',
    accent: accentOf('', ''),
    subject,
    preheader: letter.paragraphs.join(' '),
    about: subject,
    number: '',
  }
  return {
    subject,
    text: textMessage(frame, textOfBlocks(blocks, link.words)),
    html: htmlMessage(frame, htmlOfBlocks(blocks, frame.accent, link.words)),
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', lines: [[{ kind: 'own', text }]] }
}
