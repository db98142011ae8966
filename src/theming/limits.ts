import { MAX_CSS_BYTES } from './clean-css.ts'
import { MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS } from './clean-header-html.ts'
import { MAX_CSS_TOKENS } from './css-tokens.ts'
import { MAX_CSS_DEPTH, MAX_CSS_ITEMS } from './css-tree.ts'

/** How much a header and a style sheet may hold; sizes in UTF-8 bytes. */
export const THEMING_LIMITS = {
  header: { bytes: MAX_HTML_BYTES, depth: MAX_HTML_DEPTH, tags: MAX_HTML_TAGS },
  css: { bytes: MAX_CSS_BYTES, depth: MAX_CSS_DEPTH, items: MAX_CSS_ITEMS, tokens: MAX_CSS_TOKENS },
}
