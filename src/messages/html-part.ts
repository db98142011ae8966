import { type Html, html, type HtmlPart } from '../base/index.ts'
import type { Accent } from './accent.ts'
import type { Block, Line } from './blocks.ts'
import { type Span, spansOf } from './spans.ts'

/** Ink, muted ink, and the sizes of a message. Mail clients read styles best where they stand on the element. */
export const INK = '#1a1c1e'
export const MUTED = '#565b61'
export const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif'

const TEXT = `font-size:17px;line-height:26px;color:${INK};`
const BREAK = html`<br>`
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A body as HTML. All text is escaped; elements come from the structure of the template alone. */
export function htmlOfBlocks(blocks: readonly Block[], accent: Accent, label: string): Html {
  return html`${blocks.map((block, index) => htmlOfBlock(block, blocks[index + 1], accent, label))}`
}

function htmlOfBlock(block: Block, next: Block | undefined, accent: Accent, label: string): Html {
  const color = accent.light.link
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="rm-ink" style="margin:0 0 ${next?.kind === 'list' && next.tight ? 8 : 18}px;${TEXT}">${withBreaks(block.lines, color)}</p>\n`
    case 'heading':
      return html`<h2 class="rm-ink" style="margin:0 0 14px;font-size:24px;line-height:30px;font-weight:700;color:${INK};">${htmlOfLine(block.line, color)}</h2>\n`
    case 'list':
      return html`<ul style="margin:0 0 18px;padding:0 0 0 22px;">
        ${block.lines.map((line) => html`<li class="rm-ink" style="margin:0 0 6px;${TEXT}">${htmlOfLine(line, color)}</li>\n`)}</ul>\n`
    case 'button':
      return button(block.url, label, accent)
  }
}

/** The padding stands on the cell for Outlook, which gives links none, and on the link for all others. */
function button(url: string, label: string, { light }: Accent): Html {
  return html`<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:6px 0 24px;">
    <tr><td class="rm-button" bgcolor="${light.ground}" style="border-radius:10px;background:${light.ground};mso-padding-alt:14px 26px;"><a class="rm-button" href="${url}" style="display:inline-block;padding:13px 26px;border:1px solid ${light.edge};border-radius:10px;background:${light.ground};font-size:17px;line-height:22px;font-weight:700;color:${light.on};text-decoration:none;">${label}</a></td></tr>
    </table>\n`
}

function withBreaks(lines: readonly Line[], color: string): HtmlPart {
  return lines.map((line, index) => html`${index > 0 && html`<br>\n`}${htmlOfLine(line, color)}`)
}

function htmlOfLine(line: Line, color: string): HtmlPart {
  return spansOf(line).map((span) => htmlOfSpan(span, color))
}

function htmlOfSpan(span: Span, color: string): HtmlPart {
  switch (span.kind) {
    case 'own':
      return span.text
    case 'link':
      return html`<a class="rm-link" href="${span.href}" style="color:${color};text-decoration:underline;word-break:break-word;">${span.label}</a>`
    case 'value': {
      const lines = span.text.split('\n').map((text, index) => [index > 0 && BREAK, text])
      // So that a name in another direction does not turn the words around it.
      return RIGHT_TO_LEFT.test(span.text) ? html`<bdi>${lines}</bdi>` : lines
    }
  }
}
