import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('draws text, also Czech', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 100 } })
  const draw = async (text: string) => {
    await page.setContent(`<p style="font: 30px sans-serif">${text}</p>`)
    return page.screenshot()
  }
  const [blank, czech, box] = [await draw(' '), await draw('řřř'), await draw('\u{10FFFD}'.repeat(3))]
  expect(czech).not.toEqual(blank)
  expect(czech).not.toEqual(box)
  await page.context().close()
})
