import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PAGE_LOCALES } from '../../src/base/index.ts'
import { checkFont, checkMetaTitle, checkWidth, cleanCss, cleanHeaderHtml } from '../../src/theming/index.ts'
import { defaultSheet, readThemes, renderedPages, themePages } from '../../scripts/theme-gallery.ts'

const guide = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8')
const prose = guide.replace(/```[^]*?```/g, '')
const documentedClasses = new Set(prose.match(/(?<![-\w])rk-[a-z]+(?:__[a-z]+)?(?:--[a-z]+)?(?![-\w$])/g))
const documentedTokens = new Set([...(prose.match(/--rk-[a-z0-9-]+(?=`)/g) ?? []), ...steps('--rk-', 1, 7)])

const standing = classesOf(PAGE_LOCALES.flatMap(({ tag }) => [...renderedPages(tag).values()]))
const themes = readThemes()

describe.each(themes)('the theme $name', (theme) => {
  const { settings, css } = theme
  const bare = css.replace(/\/\*[^]*?\*\//g, '')
  const selectors = selectorsOf(bare)
  const usedClasses = new Set(selectors.flatMap((selector) => selector.match(/(?<=\.)[\w-]+/g) ?? []))
  const ownClasses = classesOf(Object.values(settings.header))

  it('has the styles of theme.css in settings.json', () => {
    expect(settings.css).toBe(css)
    expect(settings.additionalCss).toBe('')
  })

  it('sets what a status page takes, in English and Czech', () => {
    const members = ['additionalCss', 'css', 'favicon', 'font', 'header', 'metaTitle', 'width']
    expect(Object.keys(settings).toSorted()).toEqual(members)
    expect(Object.keys(settings.header)).toEqual(['en', 'cs'])
    expect(Object.keys(settings.metaTitle)).toEqual(['en', 'cs'])
    expect(settings.favicon).toBeNull()
  })

  it('is kept as it is: nothing is taken out', async () => {
    const cleaned = await cleanCss(css)
    expect(cleaned).toMatchObject({ removed: [] })
    for (const html of Object.values(settings.header)) {
      expect(await cleanHeaderHtml(html)).toEqual({ html, removed: [] })
    }
    for (const title of Object.values(settings.metaTitle)) {
      expect(checkMetaTitle(title)).toEqual({ value: title })
    }
    expect(checkFont(settings.font ?? '')).toEqual({ value: settings.font })
    expect(checkWidth(settings.width ?? '')).toEqual({ value: settings.width })
  })

  it('loads nothing', () => {
    expect(bare).not.toMatch(/url\(|src\(|image-set\(|@import|@font-face|!important/)
  })

  it('leaves paper alone: every rule stands in @media screen', () => {
    expect(
      topLevelPreludes(bare).filter((prelude) => !/^@media screen( and \(.*\))?$/.test(prelude)),
    ).toEqual([])
  })

  it('sets its colours for dark too', () => {
    const dark = bare.split('@media').find((block) => block.includes('prefers-color-scheme: dark')) ?? ''
    for (const token of ['page', 'surface', 'sunken', 'ink', 'muted', 'line', 'edge']) {
      expect(dark).toContain(`--rk-${token}:`)
    }
  })

  it('selects by documented classes and those of its own header, and by nothing else', () => {
    const known = new Set([...documentedClasses, ...ownClasses])
    expect([...usedClasses].filter((name) => !known.has(name))).toEqual([])
    const rest = selectors.map((selector) => selector.replace(/\.[\w-]+|::?[\w-]+|[(),*>+~\s]/g, '').trim())
    expect(rest.filter(Boolean)).toEqual([])
  })

  it('uses documented custom properties and its own', () => {
    const own = new Set(bare.match(/--(?!rk-)[a-z0-9-]+(?=:)/g))
    const used = new Set(bare.match(/(?<![\w-])--[a-z][a-z0-9-]*/g))
    expect([...used].filter((name) => !documentedTokens.has(name) && !own.has(name))).toEqual([])
    expect([...documentedTokens].filter((name) => !defaultSheet.includes(`${name}:`))).toEqual([])
  })

  it('matches the real pages: every class that it uses stands in one', () => {
    const shown = new Set([...standing, ...classesOf([...themePages(theme).values()])])
    expect([...usedClasses].filter((name) => !shown.has(name))).toEqual([])
  })
})

it('every documented class stands in a rendered page, so that a rename is noticed', () => {
  expect([...documentedClasses].filter((name) => !standing.has(name))).toEqual([])
})

it('the guide shows each theme', () => {
  for (const { name } of themes) {
    expect(guide).toContain(`(themes/${name}/README.md)`)
    for (const [, image = ''] of guide.matchAll(/\((images\/themes\/[^)]+)\)/g)) {
      expect(readFileSync(new URL(`../../docs/${image}`, import.meta.url)).length).toBeLessThan(150_000)
    }
  }
})

function steps(prefix: string, from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`)
}

function classesOf(pages: readonly string[]): ReadonlySet<string> {
  const lists = pages.flatMap((html) => [...html.matchAll(/ class="([^"]*)"/g)].map(([, list]) => list ?? ''))
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter(Boolean))
}

/** Selectors of all rules, whatever they stand in. The themes neither nest rules nor hold braces in strings. */
function selectorsOf(css: string): readonly string[] {
  const preludes = [...css.matchAll(/([^{};]+)\{/g)].map(([, prelude]) => (prelude ?? '').trim())
  return preludes.filter((prelude) => !prelude.startsWith('@'))
}

function topLevelPreludes(css: string): readonly string[] {
  let depth = 0
  let prelude = ''
  const found: string[] = []
  for (const mark of css) {
    if (mark === '{' && depth++ === 0) found.push(prelude.trim())
    else if (mark === '}') depth -= 1
    else if (depth === 0) prelude += mark
    if (depth > 0) prelude = ''
  }
  return prelude.trim() ? [...found, prelude.trim()] : found
}
