import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { DESKTOP, nameOf, PHONE, pathOf, SOME_WAYS, textsOf, titleOf, visit, type Way } from './visitor.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

describe('The page is there at once, and it tells nobody that I came', () => {
  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const form = pathOf(way.locale, 'warranty')
    const { issue, email } = demo.showcase('warranty')
    await visit(browser, demo, way, async ({ page, context, open, lookUp, requests, complaints }) => {
      await open(form)
      // The document and its sheet; an icon that nobody named answers with nothing.
      expect(requests.map((url) => url.replace(demo.baseUrl, '').replace(/[0-9a-f]{20}/, 'HASH'))).toEqual([
        form,
        '/assets/HASH.css',
      ])
      expect((await context.request.get('/favicon.ico')).status()).toBe(204)
      expect(await context.cookies()).toEqual([])
      expect(complaints).toEqual([])

      await lookUp({ issue, contact: email ?? '' })
      const cookies = await context.cookies()
      expect(cookies).toMatchObject([{ name: 'rk_claim', httpOnly: true, sameSite: 'Lax', expires: -1 }])
      expect(requests.filter((url) => !url.startsWith(demo.baseUrl))).toEqual([])
      const sheets = 'performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".css"))'
      expect(await page.evaluate(`${sheets}.map((sheet) => sheet.transferSize)`), 'it is kept').toEqual([0])
      expect(await page.title()).not.toContain(issue)
      expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    })
  })
})

/** What has the focus: its name for people who do not see it, and whether it can be seen that it has it. */
async function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(`(() => {
    const element = document.activeElement
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const label = element.labels?.[0] ?? element
    const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
    return {
      name: label.textContent.replace(/\\s+/g, ' ').trim(),
      visible: inside && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    }
  })()`)
}

describe('I use the keyboard alone', () => {
  const ways: Way[] = [
    { locale: 'en', scripts: true, screen: DESKTOP },
    { locale: 'cs', scripts: false, screen: PHONE },
  ]
  test.each(ways.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const en = way.locale === 'en'
    const { issue, email } = demo.showcase('warranty')
    const order = en
      ? [
          'Skip to the content',
          'Northlight Home',
          '+420 555 010 203',
          'Language: English',
          'Number from your confirmation',
          'Where do I find the number?',
          'E-mail or phone',
          'Show the status',
        ]
      : [
          'Přejít k obsahu',
          'Northlight Home',
          '+420 555 010 203',
          'Jazyk: Čeština',
          'Číslo z potvrzení',
          'Kde číslo najdu?',
          'E-mail nebo telefon',
          'Zobrazit stav',
        ]
    await visit(browser, demo, way, async ({ page, open }) => {
      await open(pathOf(way.locale, 'warranty'))
      for (const name of order) {
        await page.keyboard.press('Tab')
        expect(await focused(page)).toEqual({ name, visible: true })
      }

      // The language switch opens, and closes, with a key.
      await page.locator('.rk-lang summary').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toEqual({ name: 'Čeština', visible: true })

      await open(pathOf(way.locale, 'warranty'))
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/#main$/)
      await page.keyboard.press('Tab')
      expect((await focused(page)).name, 'the skip link leads past the header').toBe(order[4])
      await page.keyboard.type(issue)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.type(email ?? '')
      await page.keyboard.press('Enter')
      await page.waitForURL(/issue=/)
      expect(await titleOf(page)).toBe(en ? 'We are testing your product' : 'Váš výrobek právě testujeme')

      // Everything that can be used on the answer is reached, in the order in which it stands.
      const files = await textsOf(page, '.rk-file__name')
      const reached: string[] = []
      for (
        let presses = 0;
        presses < 20 && !reached.includes(en ? 'Privacy' : 'Ochrana osobních údajů');
        presses++
      ) {
        await page.keyboard.press('Tab')
        const { name, visible } = await focused(page)
        expect(visible, name).toBe(true)
        reached.push(name)
      }
      expect(reached).toEqual([
        ...order.slice(0, 4),
        ...files,
        '+420 555 010 203',
        'care@northlight.example',
        en ? 'Leave and check another number' : 'Odejít a zadat jiné číslo',
        en ? 'Privacy' : 'Ochrana osobních údajů',
      ])
    })
  })
})
