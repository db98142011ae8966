/** Markup that is safe to stand in a page as it is. A class, so that no value from outside can pass for one. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[]

export const nothing = new Html('')

/** A template whose values are escaped, for element content and for attribute values in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const text = compact(strings)
  let markup = text[0] as string
  for (let index = 0; index < parts.length; index++) markup += markupOf(parts[index]) + text[index + 1]
  return new Html(markup)
}

/** Markup made elsewhere and trusted: the cleaned header of the page, nothing a customer ever wrote. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

const special = /[&<>"']/

/** A loop from the first special character on: about a third faster than a replace with a callback. */
export function escapeText(text: string): string {
  const first = text.search(special)
  if (first < 0) return text
  let escaped = ''
  let done = 0
  for (let index = first; index < text.length; index++) {
    const entity = entityOf(text.charCodeAt(index))
    if (!entity) continue
    escaped += text.slice(done, index) + entity
    done = index + 1
  }
  return escaped + text.slice(done)
}

function entityOf(code: number): string {
  switch (code) {
    case 38:
      return '&amp;'
    case 60:
      return '&lt;'
    case 62:
      return '&gt;'
    case 34:
      return '&quot;'
    case 39:
      return '&#39;'
    default:
      return ''
  }
}

function markupOf(part: HtmlPart): string {
  if (typeof part === 'string') return escapeText(part)
  if (part instanceof Html) return part.markup
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'number') return String(part)
  let markup = ''
  for (const item of part) markup += markupOf(item)
  return markup
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>()

/** The source is indented for its reader; the page, which leaves uncompressed, is not. */
function compact(strings: TemplateStringsArray): readonly string[] {
  let text = compacted.get(strings)
  if (!text) {
    text = strings.map((part) => part.replace(/\n\s*/g, '\n'))
    compacted.set(strings, text)
  }
  return text
}
