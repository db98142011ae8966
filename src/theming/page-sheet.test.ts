import { transform } from 'lightningcss'
import { describe, expect, it } from 'vitest'
import { checkFont, checkWidth } from './appearance.ts'
import { cleanCss } from './clean-css.ts'
import { pageSheet } from './page-sheet.ts'

const defaults = '@layer rk.tokens,rk.base;@layer rk.tokens{:root{--rk-width:44rem}}'
const none = { defaults, font: null, width: null, css: '', additionalCss: '' }

describe('the sheet of a page', () => {
  it('is the defaults alone where nothing is set', () => expect(pageSheet(none)).toBe(defaults))

  it('puts settings, CSS and additional CSS after the defaults, in this order', () => {
    const sheet = pageSheet({
      ...none,
      font: 'Georgia, serif',
      width: '720px',
      css: 'a{b:c}',
      additionalCss: 'd{e:f}',
    })
    expect(sheet).toBe(`${defaults}\n:root{--rk-font:Georgia, serif;--rk-width:720px}\na{b:c}\nd{e:f}`)
  })

  it('loads an own font file and uses it before the system font', () => {
    expect(pageSheet({ ...none, font: '/assets/inter.ttf' })).toBe(
      `${defaults}\n@font-face{font-family:"Reklamator own font";src:url("/assets/inter.ttf") format("truetype");` +
        'font-display:swap}:root{--rk-font:"Reklamator own font",system-ui,sans-serif}',
    )
  })

  it('R40 every checked font and width is one declaration in it', () => {
    for (const font of ['"Open Sans", serif', 'Source Sans 3', '微软雅黑', '/assets/a.woff2']) {
      const checked = [checkFont(font), checkWidth('44.5rem')].map((value) =>
        'value' in value ? value.value : null,
      )
      const sheet = pageSheet({ ...none, font: checked[0] ?? null, width: checked[1] ?? null })
      expect(() => transform({ filename: 'page.css', code: Buffer.from(sheet) })).not.toThrow()
      expect(sheet).toContain('--rk-width:44.5rem}')
    }
  })

  it.each([
    '@layer rk.base,rk.tokens',
    '@layer mine',
    'a{b:c',
    'a{b:"c',
    '/* open',
    'a{b:url(/assets/c',
    '@media print{a{b:c}',
    '}}} a{b:c}',
    '\\',
    '<!--',
  ])('R39 what follows %j stays what it is', async (css) => {
    const cleaned = await cleanCss(css)
    if ('error' in cleaned) throw new Error(cleaned.error)
    const sheet = pageSheet({ ...none, css: cleaned.css, additionalCss: '.last{color:red}' })
    const classes: string[] = []
    const layers: string[] = []
    transform({
      filename: 'page.css',
      code: Buffer.from(sheet),
      visitor: {
        StyleSheet({ rules }) {
          for (const rule of rules) {
            if (rule.type === 'style') classes.push(JSON.stringify(rule.value.selectors))
            if (rule.type === 'layer-statement')
              layers.push(...rule.value.names.map((name) => name.join('.')))
          }
        },
      },
    })
    expect(classes.at(-1)).toContain('"last"')
    expect(layers.slice(0, 2)).toEqual(['rk.tokens', 'rk.base'])
  })
})
