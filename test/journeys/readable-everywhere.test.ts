import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escapeText, PAGE_LOCALES } from '../../src/base/index.ts'
import {
  defaultSheet,
  readThemes,
  renderedPages,
  themePages,
  themeSheet,
  withSheet,
} from '../../scripts/theme-gallery.ts'
import { launchBrowser } from '../support/browser.ts'

/** A style sheet, and the pages that are shown with it alone besides every state of the samples. */
type Look = { name: string; sheet: string; pages: ReadonlyMap<string, string>; enhanced: boolean }

const SCHEMES = ['light', 'dark'] as const
/** A small phone, a usual one, a window just wide enough for the lying line of stages, a tablet; text in percent. */
const SCREENS = [
  { width: 320, text: 100 },
  { width: 360, text: 100 },
  { width: 360, text: 200 },
  { width: 640, text: 100 },
  { width: 768, text: 200 },
]

const LOOKS: readonly Look[] = [
  { name: 'default', sheet: defaultSheet, pages: new Map(), enhanced: false },
  ...readThemes().map((theme) => ({
    name: theme.name,
    sheet: themeSheet(theme),
    pages: themePages(theme),
    // It promises a contrast of 7:1.
    enhanced: theme.name === 'public-body',
  })),
]

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
})

describe.each(LOOKS)('in the look $name', ({ sheet, pages, enhanced }) => {
  test.each(PAGE_LOCALES)('every page in $tag fits on every screen, with large text too', async ({ tag }) => {
    await show([...renderedPages(tag), ...(tag === 'en' ? pages : [])], sheet)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      for (const screen of SCREENS)
        expect(await tooWide(screen), `${colorScheme}, ${screen.width} px, ${screen.text} %`).toEqual([])
    }
  })

  test.each(SCHEMES)('axe finds nothing in any state, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const [name, html] of [...renderedPages('de'), ...pages]) {
      await page.setContent(withSheet(html, sheet))
      expect(await findings(enhanced), name).toEqual([])
    }
  })
})

test.each(PAGE_LOCALES)('axe finds nothing in any state in $tag', async ({ tag }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const [name, html] of renderedPages(tag)) {
    await page.setContent(withSheet(html, defaultSheet))
    expect(await findings(false), name).toEqual([])
  }
})

/** Every page in a frame of its own, so that one layout tells about all of them. */
async function show(pages: readonly (readonly [name: string, html: string])[], sheet: string): Promise<void> {
  const frames = pages.map(
    ([name, html]) =>
      `<iframe title="${name}" height="600" style="border: 0" srcdoc="${escapeText(withSheet(html, sheet))}"></iframe>`,
  )
  await page.setContent(`<!doctype html><title>Pages</title>${frames.join('')}`)
}

/** The pages that are wider than their frame. */
async function tooWide({ width, text }: { width: number; text: number }): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('iframe')].flatMap((frame) => {
    frame.width = ${width}
    const root = frame.contentDocument.documentElement
    root.style.fontSize = '${text}%'
    if (!root.lang || root.clientWidth !== ${width}) return [frame.title + ': not shown']
    return root.scrollWidth > ${width} ? [frame.title + ': ' + (root.scrollWidth - ${width}) + ' px too wide'] : []
  })`)
}

/** What axe finds in the page. It is loaded once and outlives the content: ten times as fast as anew for each page. */
async function findings(enhanced: boolean): Promise<string[]> {
  const loaded = await page.evaluate<boolean>("typeof axe === 'object'")
  if (!loaded) await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const rules = { 'color-contrast-enhanced': { enabled: enhanced } }
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify({ rules })}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
}
