import { printItems, type CssLayout } from './css-print.ts'
import { ALLOWED_AT_RULES, attributeProblem, propertyProblem, tokensProblem } from './css-policy.ts'
import { MAX_CSS_TOKENS } from './css-tokens.ts'
import {
  MAX_CSS_DEPTH,
  MAX_CSS_ITEMS,
  parseCss,
  placeOf,
  sourceOf,
  type AtRule,
  type Item,
  type Sheet,
} from './css-tree.ts'
import { collectRemovals, snippet, type Removal, type Removals } from './removal.ts'

/** The largest style sheet, in UTF-8 bytes, as it is given and as it is kept. */
export const MAX_CSS_BYTES = 128 * 1024

export type CleanedCss = { css: string; removed: Removal[] } | { error: string }

/**
 * What may stay of an administrator's style sheet, written anew from what was read of it, so that it means the same to
 * every reader wherever it is put; and what was taken out and why. The error names the limit (of size, nesting, or
 * number of tokens or rules).
 *
 * `readable` is for a form where it is edited further, `minified` (the default) for a customer's browser.
 */
export async function cleanCss(css: string, layout: CssLayout = 'minified'): Promise<CleanedCss> {
  if (tooLarge(css)) return { error: 'CSS may have at most 128 KiB' }
  const sheet = parseCss(css)
  if (sheet.tokens.length > MAX_CSS_TOKENS) return { error: 'CSS may have at most 65,536 words and marks' }
  if (sheet.depth > MAX_CSS_DEPTH) return { error: `CSS may nest brackets at most ${MAX_CSS_DEPTH} deep` }
  if (sheet.count > MAX_CSS_ITEMS) return { error: 'CSS may have at most 12,000 rules and declarations' }
  const removals = collectRemovals()
  const cleaned = printItems(sheet, cleanItems(sheet, sheet.items, removals), layout)
  if (tooLarge(cleaned)) return { error: 'CSS may have at most 128 KiB, and has more once it is cleaned' }
  return { css: cleaned, removed: removals.list() }
}

function tooLarge(css: string): boolean {
  return Buffer.byteLength(css) > MAX_CSS_BYTES
}

function cleanItems(sheet: Sheet, items: readonly Item[], removals: Removals): Item[] {
  const kept: Item[] = []
  for (const item of items) {
    const problem = problemOf(sheet, item)
    if (problem) removals.add(nameOf(sheet, item), problem, () => placeOf(sheet, item.start))
    else if (item.kind === 'declaration' || item.kind === 'broken' || !item.items) kept.push(item)
    else {
      const inside = cleanItems(sheet, item.items, removals)
      if (inside.length > 0 || !mayGoWhenEmpty(item)) kept.push({ ...item, items: inside })
    }
  }
  return kept
}

function problemOf(sheet: Sheet, item: Item): string | null {
  if (item.kind === 'broken') return 'this is neither a rule nor a declaration'
  if (item.kind === 'declaration') return propertyProblem(item.name) ?? tokensProblem(sheet, item.value)
  if (item.kind === 'at') {
    const misplaced = atRuleProblem(item)
    if (misplaced) return misplaced
  } else if (item.prelude.to === item.prelude.from) return 'the rule has no selector'
  return tokensProblem(sheet, item.prelude) ?? attributeProblem(sheet, item.prelude)
}

function atRuleProblem(item: AtRule): string | null {
  if (item.name === 'import') return 'other style sheets cannot be loaded; copy their rules here'
  if (!ALLOWED_AT_RULES.has(item.name))
    return `of at-rules only @${[...ALLOWED_AT_RULES].join(', @')} are allowed`
  return item.items === null && item.name !== 'layer' ? 'the rule has no block' : null
}

/** An empty layer still takes its place in the order, and empty keyframes still hide others of that name. */
function mayGoWhenEmpty(item: Item): boolean {
  return item.kind !== 'at' || (item.name !== 'layer' && item.name !== 'keyframes')
}

function nameOf(sheet: Sheet, item: Item): string {
  if (item.kind === 'at') return `@${snippet(item.name)}`
  if (item.kind === 'rule') return snippet(sourceOf(sheet, item.prelude)) || '{}'
  return snippet(
    sourceOf(sheet, item.kind === 'broken' ? item.span : { from: item.start, to: item.value.to }),
  )
}
