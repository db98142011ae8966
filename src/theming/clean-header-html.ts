import { httpsOrigin, isOwnAsset } from './addresses.ts'
import { collectRemovals, snippet, type Removal, type Removals } from './removal.ts'

/** The largest header, in UTF-8 bytes, as it is given and as it is kept. */
export const MAX_HTML_BYTES = 64 * 1024
export const MAX_HTML_DEPTH = 50
/** Text of 64 KiB as people write it has far fewer tags. */
export const MAX_HTML_TAGS = 5_000

export type CleanedHtml = { html: string; removed: Removal[] } | { error: string }

/** Tags that a header may hold. */
export const HEADER_TAGS = (
  'p br hr h1 h2 h3 h4 div span strong b em i u s small sub sup ul ol li a img ' +
  'table thead tbody tr th td blockquote pre code'
).split(' ')
/** Attributes that its tags may have. */
export const HEADER_ATTRIBUTES: ReadonlySet<string> = new Set(
  'class title alt lang dir width height colspan rowspan href src'.split(' '),
)
const LINK_REL = 'noopener noreferrer nofollow'

const TAG_REASONS: ReadonlyMap<string, string> = new Map([
  ['script', 'scripts are not allowed'],
  ['style', 'styles belong into the CSS setting'],
  ['link', 'other files cannot be loaded'],
  ['base', 'it would move every link of the page'],
  ['meta', 'the page sets these itself'],
  ['template', 'templates are not allowed'],
  ...['iframe', 'object', 'embed', 'frame', 'frameset', 'portal'].map(
    (tag) => [tag, 'other pages cannot be embedded'] as const,
  ),
  ...['form', 'input', 'button', 'select', 'option', 'textarea'].map(
    (tag) => [tag, 'forms are not allowed'] as const,
  ),
  ...['svg', 'math'].map((tag) => [tag, 'drawings are allowed only as image files'] as const),
  ...['html', 'head', 'body', 'title'].map((tag) => [tag, 'the page has its own'] as const),
])

/** Raised out of the parser, which has no other way to stop. */
class LimitPassed extends Error {}

/**
 * What may stay of a page header's HTML, balanced and escaped; and what was taken out and why. The text of removed
 * scripts and styles goes with them, that of other removed tags stays. The error names the limit (of size, depth
 * or number of tags).
 */
export async function cleanHeaderHtml(html: string): Promise<CleanedHtml> {
  if (Buffer.byteLength(html) > MAX_HTML_BYTES) return { error: 'HTML may have at most 64 KiB' }
  const { default: sanitizeHtml } = await import('sanitize-html')
  const removals = collectRemovals()
  const source = html.toWellFormed().replaceAll('\0', '')
  if (source.includes('<!--')) removals.add('<!-- … -->', 'comments are not kept')
  try {
    let cleaned = sanitizeHtml(source, makeOptions(removals))
    // Without a tag between them elements may close each other (<li><x><li> was written as a nested item), and what
    // browsers do then is written only by reading it again.
    if (removals.list().length > 0) cleaned = sanitizeHtml(cleaned, makeOptions(collectRemovals()))
    cleaned = withoutEmptyImages(cleaned).toWellFormed()
    if (Buffer.byteLength(cleaned) > MAX_HTML_BYTES) {
      return { error: 'HTML may have at most 64 KiB, and has more once it is cleaned' }
    }
    return { html: cleaned, removed: removals.list() }
  } catch (error) {
    if (error instanceof LimitPassed) return { error: error.message }
    throw error
  }
}

function makeOptions(removals: Removals) {
  let depth = 0
  let tags = 0
  return {
    allowedTags: HEADER_TAGS,
    allowedAttributes: { '*': [...HEADER_ATTRIBUTES, 'rel'] },
    allowedSchemes: ['https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style'],
    transformTags: {
      '*': (tagName: string, attribs: Record<string, string>) => cleanTag(tagName, attribs, removals),
    },
    onOpenTag: (name: string) => {
      depth += 1
      tags += 1
      if (depth > MAX_HTML_DEPTH) throw new LimitPassed(`HTML may nest tags at most ${MAX_HTML_DEPTH} deep`)
      if (tags > MAX_HTML_TAGS) throw new LimitPassed('HTML may have at most 5,000 tags')
      if (HEADER_TAGS.includes(name)) return
      removals.add(`<${snippet(name)}>`, TAG_REASONS.get(name) ?? 'this tag is not allowed')
    },
    onCloseTag: () => {
      depth -= 1
    },
  }
}

/** In cleaned HTML `<`, `>` and `"` are marks wherever they stand. */
function withoutEmptyImages(html: string): string {
  return html.replace(/<img[^<>]*>/g, (tag) => (tag.includes(' src="') ? tag : ''))
}

function cleanTag(tagName: string, attribs: Record<string, string>, removals: Removals) {
  if (!HEADER_TAGS.includes(tagName)) return { tagName, attribs: {} }
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(attribs)) {
    const clean = cleanAttribute(tagName, name, value)
    if ('value' in clean) kept[name] = clean.value
    else if (clean.why) removals.add(`${snippet(name)}${clean.shown} on <${tagName}>`, clean.why)
  }
  if (kept.href !== undefined) kept.rel = LINK_REL
  if (tagName === 'img' && !attribs.src) removals.add('<img>', 'an image needs a source')
  return { tagName, attribs: kept }
}

type CleanAttribute = { value: string } | { why: string; shown: string }

function cleanAttribute(tag: string, name: string, value: string): CleanAttribute {
  const no = (why: string, shown = '') => ({ why, shown })
  if (name.startsWith('on')) return no('scripts are not allowed')
  if (name === 'style') return no('styles belong into the CSS setting')
  // Links get theirs from the cleaner.
  if (name === 'rel' && value === LINK_REL) return no('')
  if (!HEADER_ATTRIBUTES.has(name)) return no('this attribute is not allowed')
  if (value === '' && name !== 'alt') return no('')
  const shown = `="${snippet(value)}"`
  switch (name) {
    case 'href':
      if (tag !== 'a') return no('only <a> may have an address to go to')
      return cleanLink(value.trim()) ?? no('links go to https, mailto or tel', shown)
    case 'src':
      if (tag !== 'img') return no('only <img> may have a source')
      return isImage(value.trim())
        ? { value: value.trim() }
        : no('images come from https or own assets (/assets/…)', shown)
    case 'class':
      return cleanClasses(value)
    case 'lang':
      return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}$/.test(value)
        ? { value }
        : no('this is no language tag', shown)
    case 'dir':
      return /^(?:ltr|rtl|auto)$/i.test(value) ? { value } : no('a direction is ltr, rtl or auto', shown)
    case 'width':
    case 'height':
      return /^\d{1,4}%?$/.test(value) ? { value } : no('a size is a number of pixels or a percentage', shown)
    case 'colspan':
    case 'rowspan':
      return /^\d{1,3}$/.test(value) ? { value } : no('a span is a number up to 999', shown)
    default:
      return { value }
  }
}

function cleanLink(value: string): { value: string } | null {
  if (httpsOrigin(value) !== null) return { value }
  if (value.length > 2048) return null
  if (/^mailto:[^\s\p{Cc}"'<>\\`]+$/iu.test(value)) return { value }
  // Spaces between the digits are how people write numbers; an address has none.
  const tel = value.replace(/[ \u00a0]/g, '')
  return /^tel:[+\d().;=a-z-]+$/i.test(tel) ? { value: tel } : null
}

function isImage(value: string): boolean {
  return isOwnAsset(value) || httpsOrigin(value) !== null
}

function cleanClasses(value: string): CleanAttribute {
  const classes = value.split(/[\t\n\f\r ]+/).filter((name) => name !== '')
  const kept = classes.filter((name) => /^[\p{L}\p{N}_:./-]{1,100}$/u.test(name))
  if (kept.length < classes.length)
    return { why: 'a class name has letters, digits, - and _', shown: `="${snippet(value)}"` }
  return { value: kept.join(' ') }
}
