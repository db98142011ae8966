import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import {
  axeFindings,
  DESKTOP,
  nameOf,
  overflow,
  pathOf,
  SOME_WAYS,
  styleOf,
  textsOf,
  titleOf,
  visit,
  type Way,
} from './visitor.ts'

const SETTINGS = '/issue-types/warranty/status-page'

let demo: Demo
let browser: Browser
let before: object

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
beforeEach(async () => {
  before = await demo.api<object>('GET', SETTINGS)
})
afterEach(async () => {
  await demo.api('PUT', SETTINGS, before)
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const shown = () => {
  const { issue, email } = demo.showcase('warranty')
  return { issue, contact: email ?? '' }
}

describe('The shop switches its page off, and on again', () => {
  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const form = pathOf(way.locale, 'warranty')
    await demo.setPage('warranty', { header: { [way.locale]: '<p class="ours">Our header</p>' } })
    await visit(browser, demo, way, async ({ page, open, lookUp, words }) => {
      await open(form)
      await lookUp(shown())
      const answer = page.url()
      const file = (await page.locator('.rk-file__name').first().getAttribute('href')) ?? ''
      const title = await titleOf(page)

      await demo.setPage('warranty', { enabled: false })
      for (const address of [form, answer, file]) {
        expect(await open(address)).toBe(404)
        expect(await titleOf(page)).toBe(words.errorTitle)
        expect(await page.content()).not.toMatch(/Our header|Northlight/)
      }

      await demo.setPage('warranty', { enabled: true })
      expect(await open(form)).toBe(200)
      expect(await textsOf(page, '.rk-header')).toEqual(['Our header'])
      expect(await lookUp(shown())).toBe(200)
      expect(await titleOf(page)).toBe(title)
    })
  })
})

describe('The shop allows no downloads', () => {
  test.each(SOME_WAYS.slice(1, 3).map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    await visit(browser, demo, way, async ({ page, context, open, lookUp }) => {
      await open(pathOf(way.locale, 'warranty'))
      await lookUp(shown())
      const names = await textsOf(page, '.rk-file__name')
      const file = (await page.locator('.rk-file__name').first().getAttribute('href')) ?? ''
      expect((await context.request.get(file)).status()).toBe(200)

      await demo.setPage('warranty', { attachmentDownloads: false })
      await page.reload()
      expect(await textsOf(page, '.rk-file__name')).toEqual(names)
      expect(await page.locator('.rk-files a, [href*=attachments]').count()).toBe(0)
      expect(await textsOf(page, '.rk-files__off')).toHaveLength(1)
      expect((await context.request.get(file)).status()).toBe(404)

      await demo.setPage('warranty', { attachmentDownloads: true })
      await page.reload()
      expect(await page.locator('.rk-files a').count()).toBe(names.length)
      expect((await context.request.get(file)).status()).toBe(200)
    })
  })
})

describe('The shop gives the page its look', () => {
  const HEADER = `<div class="brand"><a href="https://shop.example/"><img src="LOGO" alt="Shop of lamps" width="120" height="40"></a>
    <script>document.title = 'taken over'</script><style>h1 { display: none }</style></div>
    <p class="brand-call" onclick="alert(1)" style="position: fixed">Call <a href="tel:+420555010203">555 010 203</a>
    <a href="javascript:alert(2)" class="bad">here</a><img src="x" onerror="document.title = 'taken over'"></p>
    <form action="https://elsewhere.example"><input name="contact"></form>`

  const dress = async () => {
    const logo = new FormData()
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="4"><rect width="12" height="4"/></svg>'
    logo.append('file', new Blob([drawing], { type: 'image/svg+xml' }), 'logo.svg')
    const { path } = await demo.api<{ path: string }>('POST', `${SETTINGS}/assets`, logo)
    await demo.setPage('warranty', {
      header: { en: HEADER.replace('LOGO', path), cs: '<p class="brand">Obchod s lampami</p>' },
      metaTitle: { en: 'Lamps & claims', cs: 'Lampy a reklamace' },
      font: 'Georgia, "DejaVu Serif", serif',
      width: '50rem',
      favicon: path,
      css: ':root { --rk-accent: #b3261e } .rk-title { color: rgb(1, 2, 3); letter-spacing: 1px } .brand { padding: 3px }',
      additionalCss: '.rk-title { color: rgb(4, 5, 6) } @import url(https://elsewhere.example/x.css);',
    })
    return path
  }

  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const path = await dress()
    await visit(browser, demo, way, async ({ page, open, lookUp, requests }) => {
      const en = way.locale === 'en'
      expect(await open(pathOf(way.locale, 'warranty'))).toBe(200)
      expect(await page.title()).toBe(en ? 'Lamps & claims' : 'Lampy a reklamace')
      expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe(path)
      await lookUp(shown())
      const suffix = en ? ' – Lamps & claims' : ' – Lampy a reklamace'
      expect(await page.title()).toBe(`${await titleOf(page)}${suffix}`)

      // Defaults, then the settings, then CSS, then additional CSS.
      expect(await styleOf(page, '.rk-title', 'font-weight')).toBe('700')
      expect(await styleOf(page, '.rk-title', 'letter-spacing')).toBe('1px')
      expect(await styleOf(page, '.rk-title', 'color')).toBe('rgb(4, 5, 6)')
      expect(await styleOf(page, 'html', '--rk-accent')).toBe('#b3261e')
      expect(await styleOf(page, 'body', 'font-family')).toMatch(/^Georgia, "?DejaVu Serif"?, serif$/)
      expect(await styleOf(page, '.brand', 'padding-top')).toBe('3px')
      expect(await styleOf(page, 'html', '--rk-width')).toBe('50rem')
      const column = (await page.locator('.rk-fields').boundingBox())?.width
      expect(column === 800, `${column} px`).toBe(way.screen === DESKTOP)
      expect(await overflow(page)).toBe(0)

      const header = en ? 'Call 555 010 203 here' : 'Obchod s lampami'
      expect(await textsOf(page, '.rk-header')).toEqual([header])
      const logos = '[...document.querySelectorAll(".rk-header img")].map((logo) => logo.naturalWidth > 0)'
      expect(await page.evaluate(logos)).toEqual(en ? [true] : [])
      const foreign =
        '.rk-header :is(script, style, form, input, [style], [onclick], [onerror], [href^="javascript:"])'
      expect(await page.locator(foreign).count()).toBe(0)
      expect(await page.locator('script').count()).toBe(0)
      expect(requests.filter((url) => !url.startsWith(demo.baseUrl))).toEqual([])
    })
  })

  test('and it stays readable, in the dark too', async () => {
    await dress()
    await demo.setPage('warranty', { css: ':root { --rk-accent: #ffe94d }', additionalCss: '' })
    const way: Way = { locale: 'en', scripts: true, screen: DESKTOP }
    await visit(browser, demo, way, async ({ page, open, lookUp }) => {
      await open(pathOf('en', 'warranty'))
      expect(await axeFindings(page)).toEqual([])
      await lookUp(shown())
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await axeFindings(page), colorScheme).toEqual([])
      }
    })
  })
})
