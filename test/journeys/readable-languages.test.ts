import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { expectReadable } from './readable.ts'
import { PHONE, pathOf, visit } from './visitor.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** One type's pages for each language that the other journeys do not speak; its words are the longest. */
const LANGUAGES = [
  ['de', 'repair'],
  ['pl', 'service'],
  ['sk', 'return'],
] as const

describe('I can read it in my language too', () => {
  test.each(LANGUAGES)('%s: the form, the refusal and the answer of %s', async (locale, type) => {
    const { issue, email } = demo.showcase(type)
    // The page is found by what does not depend on a language.
    await visit(browser, demo, { locale: 'en', scripts: true, screen: PHONE }, async (visitor) => {
      const { page } = visitor
      const send = async (contact: string) => {
        await page.fill('#issue', issue)
        await page.fill('#contact', contact)
        await page.press('#contact', 'Enter')
      }
      expect(await visitor.open(pathOf(locale, type))).toBe(200)
      expect(await page.getAttribute('html', 'lang')).toBe(locale)
      await expectReadable(visitor)

      await visitor.open(pathOf(locale, type))
      await send('nobody@example.com')
      await page.waitForSelector('.rk-alert')
      await expectReadable(visitor)

      await visitor.open(pathOf(locale, type))
      await send(email ?? '')
      await page.waitForSelector('.rk-issue')
      await expectReadable(visitor)
    })
  })
})
