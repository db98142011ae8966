import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cleanCss } from './clean-css.ts'
import { cleanHeaderHtml } from './clean-header-html.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = read('../../docs/theming.md')
const sheet = read('../status-page/style/default.css')
const pages = readdirSync(new URL('../status-page/pages/', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => read(`../status-page/pages/${name}`))
  .join('\n')

const CLASS = /(?<![-\w])rk-[a-z]+(?:__[a-z]+)?(?:--[a-z]+)?(?![-\w$])/g
const classesIn = (text: string) => new Set(text.match(CLASS))

describe('the theming guide', () => {
  it('lists exactly the classes that the pages have', () => {
    const listed = classesIn(guide.replace(/```[^]*?```/g, ''))
    // A variant like rk-stage--done is put together where the page is made.
    const made = (name: string) => pages.includes(`${name.replace(/--[a-z]+$/, '--')}\${`)
    expect([...listed].filter((name) => !classesIn(pages).has(name) && !made(name))).toEqual([])
    expect([...classesIn(pages)].filter((name) => !listed.has(name))).toEqual([])
  })

  it('lists custom properties that the default look has, with their defaults', () => {
    const listed = new Set(guide.match(/--rk-[a-z0-9-]+(?=`)/g))
    for (const name of listed) expect(sheet).toContain(`${name}:`)
    for (const [, name, value] of guide.matchAll(/^\| `(--rk-[a-z]+)` \| `([^`]+)`/gm)) {
      expect(sheet).toContain(`${name}: ${value};`)
    }
  })

  it('has recipes that the cleaner leaves alone', async () => {
    for (const [, css] of guide.matchAll(/```css\n([^]*?)```/g)) {
      expect(await cleanCss(css ?? '')).toMatchObject({ removed: [] })
    }
    for (const [, html] of guide.matchAll(/```html\n([^]*?)```/g)) {
      expect(await cleanHeaderHtml(html ?? '')).toMatchObject({ removed: [] })
    }
  })
})
