import * as fc from 'fast-check'
import { transform } from 'lightningcss'
import { describe, expect, it } from 'vitest'
import { cssAddressProblem } from './addresses.ts'
import { cleanCss } from './clean-css.ts'

// biome-ignore format: a table of pieces
const MARKS = [
  '{', '}', '(', ')', '[', ']', ';', ':', ',', '"', "'", '/*', '*/', '\\', '\n', ' ', '@', '#', '.', '<!--', '-->', '&', '<', '</',
  '@import "x";', '@media ', '@layer ', '@charset', '@x', '!important', '*|', '|', 'url(', 'image-set(', 'expression(', ':is(',
]
// biome-ignore format: a table of pieces
const VALUES = [
  'red', '1px', ' ', ',', '/', '"', '"a"', "'\\'", '\\41', '\\3c ', '\\a ', '<', '</', '-', '+', '+1', '.5', '50%', '1e3', '1', 'e\\33', '\\65 3',
  'U+4??', '#\\31 2', '#1a', '#a', '(a)', '[value]', '!important', '/**/', '\\', '\u0000', '\r\n', '\u00d7', '\ufeff', '😀', 'var(--x)', '--x', '-->',
  'url(/assets/a.png)', 'u\\72l("https://e.example/a")', 'URL( https://e.example/\\61 )', 'url(data:image/png;base64,AA)',
  'src("/assets/a")', 'image-set("/assets/a" 1x type("x"))', 'url(http://evil.example)', 'image-set("http://evil.example" 1x)',
  'src(var(--x))', 'expression(1)', 'attr(x url)', 'url(x', 'calc(', 'rgb(0 0 0/', 'if(style(--x: 1): a; else: b)',
]
// biome-ignore format: a table of pieces
const SELECTORS = [
  'a', '.b', '#c', '*', '&', '>', '+', '~', ' ', ',', ':hover', '::before', '[a]', '[lang|=x]', '[*|a="b" i]', '.\\31', '.\\{', '.\\<\\/', '\\',
  '.\u00d7', ':is(a,b)', ':has(> a)', ':not([value])', '[VALUE=x]', '[v\\61 lue^="a"]', '[href$="x"]', '/**/', '50%', 'from', 'svg|a', '|',
]
const PROPERTIES = [
  'color',
  'background',
  '--x',
  '--X\\;',
  'x',
  'src',
  'behavior',
  '-moz-binding',
  'b\\65 havior',
  'w\\69 dth',
  '*x',
]
const AT_RULES = [
  '@media print',
  '@MEDIA (a<b)',
  '@supports (a:b)',
  '@container c (a>1px)',
  '@layer l',
  '@keyframes k',
  '@font-face',
]
const WRAPS = [
  ...AT_RULES,
  '@\\6dedia x',
  '@page',
  '@x y',
  '@supports (b:url(http://evil.example))',
  'a',
  '& b',
]

const noise = fc.oneof(
  fc.constantFrom(...MARKS),
  fc.string({ maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const some = (pieces: string[]) =>
  fc
    .array(fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...pieces) }, noise), {
      minLength: 1,
      maxLength: 4,
    })
    .map((chosen) => chosen.join(''))
const declaration = fc
  .tuple(fc.constantFrom(...PROPERTIES), some(VALUES))
  .map(([name, value]) => `${name}:${value};`)
const declarations = fc.array(fc.oneof({ weight: 30, arbitrary: declaration }, noise), { maxLength: 4 })
const rule = fc
  .tuple(some(SELECTORS), declarations)
  .map(([selector, inside]) => `${selector}{${inside.join('')}}`)
const block = fc
  .tuple(fc.constantFrom(...WRAPS), fc.array(fc.oneof(rule, declaration), { maxLength: 3 }))
  .map(([head, inside]) => `${head}{${inside.join('')}}`)
const statement = fc.constantFrom('@layer a,b;', '@import "x";', '@charset "x";', '/* c */', ';', '@layer c')
const text = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: rule },
      { weight: 12, arbitrary: block },
      { weight: 4, arbitrary: statement },
      { weight: 1, arbitrary: noise },
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''))

const ALLOWED = ['style', 'nested-declarations', 'media', 'supports', 'keyframes', 'font-face', 'container']
const ALLOWED_RULES = new Set([...ALLOWED, 'layer-statement', 'layer-block'])

describe('R39 whatever is written', () => {
  it('R39 cleaning what is clean takes nothing and changes nothing, in both layouts', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (css) => {
        const first = await cleanCss(css)
        if ('error' in first) return
        expect(await cleanCss(first.css)).toEqual({ css: first.css, removed: [] })
        const readable = await cleanCss(css, 'readable')
        if ('error' in readable) return
        expect(await cleanCss(readable.css)).toEqual({ css: first.css, removed: [] })
      }),
      { numRuns: 1500 },
    )
  })

  it('R39 most of what is tried keeps something, so that this tests what is kept', async () => {
    const kept = await Promise.all(fc.sample(text, 200).map(async (css) => cleanCss(css)))
    expect(kept.filter((result) => 'css' in result && result.css !== '').length).toBeGreaterThan(30)
  })

  it('R39 it stands alone: what is put after it, and before it, is read as ever', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const [a, b] = [await cleanCss(one), await cleanCss(other)]
        if ('error' in a || 'error' in b) return
        const both = await cleanCss(`${a.css}\n${b.css}`)
        expect(both).toEqual({ css: a.css + b.css, removed: [] })
      }),
      { numRuns: 800 },
    )
  })

  it('R39 another reader (lightningcss) finds nothing forbidden in it', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (css) => {
        const cleaned = await cleanCss(css)
        if ('error' in cleaned) return
        expect(cleaned.css).not.toContain('</')
        expectHarmless(cleaned.css)
      }),
      { numRuns: 1500 },
    )
  })

  it('R39 the other reader does find what is forbidden in what is not cleaned', () => {
    for (const css of [
      '@import "x";',
      'a{--x:url(http://e.example)}',
      'a:is([value]){b:c}',
      '@page{margin:0}',
    ]) {
      expect(() => expectHarmless(css)).toThrow(/expected/)
    }
  })
})

function expectHarmless(css: string) {
  let tree: unknown = null
  transform({
    filename: 'cleaned.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      StyleSheet(sheet) {
        tree = sheet.rules
      },
    },
  })
  walk(tree)
}

/** Every node of the other reader's tree; rules it takes for broken never reach it. */
function walk(node: unknown): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child)
  } else if (node !== null && typeof node === 'object') {
    const { type, name, url, loc, value } = node as Record<string, unknown>
    if (typeof url === 'string') expect(cssAddressProblem(url)).toBeNull()
    if (type === 'attribute') expect(String(name).toLowerCase()).not.toBe('value')
    if (type === 'function' && value !== null && typeof value === 'object') {
      expect(String((value as { name?: unknown }).name).toLowerCase()).not.toBe('expression')
    }
    const isRule =
      typeof type === 'string' &&
      value !== null &&
      typeof value === 'object' &&
      'loc' in value &&
      !('url' in value)
    if (isRule && loc === undefined) expect([...ALLOWED_RULES]).toContain(type)
    for (const child of Object.values(node)) walk(child)
  }
}
