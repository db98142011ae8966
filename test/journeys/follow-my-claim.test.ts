import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import {
  ALL_WAYS,
  DESKTOP,
  nameOf,
  PHONE,
  pathOf,
  SOME_WAYS,
  textsOf,
  titleOf,
  visit,
  type Way,
} from './visitor.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** What the demo shows first, by language. */
const SHOWN = {
  en: {
    page: 'warranty',
    title: 'We are testing your product',
    facts: ['Whose turn', 'Ours Nothing for you to do.', 'Settled by'],
    now: 'Now: In review',
    product: 'Kettle K200, cream',
    message: 'Your kettle is on the test bench.',
    messages: 3,
    internal: 'Hairline crack',
    files: ['leak-at-the-handle.jpg', 'claim-confirmation.pdf', 'receipt-2026-8841.pdf'],
    pdf: 'claim-confirmation.pdf',
  },
  cs: {
    page: 'return',
    title: 'Pošlete nám prosím výrobek zpět',
    facts: ['Kdo je na řadě', 'Vy', 'Termín'],
    now: 'Nyní: Přijato',
    product: 'Robotický vysavač R7',
    message: 'Ano, stačí jakákoli pevná krabice.',
    messages: 4,
    internal: 'Interní',
    files: ['potvrzeni-o-vraceni.pdf'],
    pdf: 'potvrzeni-o-vraceni.pdf',
  },
}

function shownTo({ locale }: Pick<Way, 'locale'>) {
  const { page } = SHOWN[locale]
  const { issue, email, phone } = demo.showcase(page)
  if (!email || !phone) throw new Error('the demo shows an issue without e-mail or phone')
  return { ...SHOWN[locale], issue, email, phone, form: pathOf(locale, page) }
}

describe('I enter my number and e-mail and see where my claim stands', () => {
  test.each(ALL_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const { issue, email, title, facts, form, ...shown } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, lookUp }) => {
      expect(await open(form)).toBe(200)
      expect(await lookUp({ issue, contact: email })).toBe(200)
      expect(page.url()).toBe(`${demo.baseUrl}${form}?issue=${issue}`)

      expect(await titleOf(page)).toBe(title)
      expect(await textsOf(page, '.rk-number')).toEqual([issue])
      const { due } = await demo.api<{ due: string }>('GET', `/issues/${issue}`)
      expect((await textsOf(page, '.rk-facts :is(dt, dd)')).slice(0, 3)).toEqual(facts)
      expect(await page.locator('.rk-facts time').getAttribute('datetime')).toBe(due)
      expect(await textsOf(page, '.rk-left')).toEqual([expect.stringMatching(/\d/)])
      expect(await textsOf(page, '.rk-stage')).toHaveLength(5)
      expect(await textsOf(page, '[aria-current=step] .rk-stage__name')).toEqual([shown.now])
      expect(await textsOf(page, '.rk-fields dd')).toContain(shown.product)

      const messages = await textsOf(page, '.rk-message__text')
      expect(messages).toHaveLength(shown.messages)
      expect(messages[0]).toContain(shown.message)
      expect(await page.content()).not.toContain(shown.internal)
      expect(await textsOf(page, '.rk-file__name')).toEqual(shown.files)

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: shown.pdf }).click(),
      ])
      expect(download.suggestedFilename()).toBe(shown.pdf)
      expect((await readFile(await download.path())).toString('latin1', 0, 5)).toBe('%PDF-')
    })
  })

  test('at once: state, turn, date and the whole line are inside the first screen of a phone', async () => {
    const way: Way = { locale: 'en', scripts: true, screen: PHONE }
    const { form, issue, email } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, lookUp }) => {
      await open(form)
      await lookUp({ issue, contact: email })
      const line = await page.locator('.rk-progress').boundingBox()
      expect(line && line.y + line.height).toBeLessThanOrEqual(PHONE.height)
    })
  })
})

describe('I type my details the way I have them at hand', () => {
  test('my phone number in any writing', async () => {
    const way: Way = { locale: 'en', scripts: false, screen: PHONE }
    const { issue, phone, form, title } = shownTo(way)
    const [, a, b, c] = /^\+420(\d{3})(\d{3})(\d{3})$/.exec(phone) ?? []
    const writings = [
      phone,
      `${a}${b}${c}`,
      `${a} ${b} ${c}`,
      `+420 ${a}-${b}-${c}`,
      `00420 ${a} ${b} ${c}`,
      `(+420) ${a}.${b}.${c}`,
      `  ${a}\u00a0${b}\u00a0${c} `,
    ]
    await visit(browser, demo, way, async ({ page, open, lookUp }) => {
      for (const contact of writings) {
        await open(form)
        expect(await lookUp({ issue, contact }), contact).toBe(200)
        expect(await titleOf(page)).toBe(title)
      }
    })
  })

  test('my number in small letters and my e-mail in capitals, with spaces around', async () => {
    const way: Way = { locale: 'cs', scripts: true, screen: DESKTOP }
    const { issue, email, form, title } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, lookUp }) => {
      await open(form)
      const given = { issue: `  ${issue.toLowerCase()} `, contact: ` ${email.toUpperCase()}  ` }
      expect(await lookUp(given)).toBe(200)
      expect(await titleOf(page)).toBe(title)
      expect(page.url()).toBe(`${demo.baseUrl}${form}?issue=${issue}`)
    })
  })
})

describe('I mistype, and then I correct it', () => {
  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const { issue, email, form, title } = shownTo(way)
    const mistyped = `${issue.slice(0, -1)}U`
    await visit(browser, demo, way, async ({ page, open, lookUp, words }) => {
      await open(form)
      expect(await lookUp({ issue: mistyped, contact: email })).toBe(422)

      expect(await textsOf(page, '.rk-alert__title')).toEqual([words.refused])
      expect(await page.evaluate('document.activeElement.id')).toBe('problem')
      expect(await page.getByLabel(words.number).inputValue()).toBe(mistyped)
      expect(await page.getByLabel(words.contact).inputValue()).toBe('')
      expect(await page.content()).not.toContain(email)
      await page.getByRole('alert').getByRole('link').first().click()
      expect(await page.evaluate('document.activeElement.id')).toBe('issue')

      expect(await lookUp({ issue, contact: email })).toBe(200)
      expect(await titleOf(page)).toBe(title)
    })
  })

  test('an empty field stays with me and counts as no attempt', async () => {
    const way: Way = { locale: 'en', scripts: false, screen: PHONE }
    const { form } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, words, requests }) => {
      await open(form)
      const before = requests.length
      await page.getByRole('button', { name: words.show }).click()
      expect(await page.evaluate('document.activeElement.id')).toBe('issue')
      expect(requests.length).toBe(before)
    })
  })
})

describe('I try too often', () => {
  test.each([
    { name: 'en, scripts on', number: 'WC-00-00001-AAAA', title: /^Please try again in about a minute$/ },
    { name: 'cs, scripts off', number: 'WC-00-00002-AAAA', title: /^Zkuste to prosím asi za minutu$/ },
  ])('$name', async ({ name, number, title }) => {
    const way: Way = {
      locale: name.startsWith('en') ? 'en' : 'cs',
      scripts: name.endsWith('on'),
      screen: PHONE,
    }
    const { form, issue, email } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, lookUp, words }) => {
      await open(form)
      for (let attempt = 1; attempt <= 5; attempt++)
        expect(await lookUp({ issue: number, contact: 'jana@example.com' }), `try ${attempt}`).toBe(422)
      expect(await lookUp({ contact: 'jana@example.com' })).toBe(429)

      expect(await titleOf(page)).toMatch(title)
      expect(await page.content()).not.toContain(number)
      // Somebody who has the right details is not kept out by it.
      await page.getByRole('main').locator('a[href^="/"]').click()
      await page.waitForURL(`${demo.baseUrl}${form}`)
      expect(await page.getByLabel(words.number).inputValue()).toBe('')
      expect(await lookUp({ issue, contact: email })).toBe(200)
    })
  })
})

describe('I switch the language', () => {
  const toOther = async (page: Page, from: Way['locale']) => {
    const [language, other] = from === 'en' ? ['Language', 'Čeština'] : ['Jazyk', 'English']
    const nav = page.getByRole('navigation', { name: language })
    await nav.locator('summary').click()
    const answered = page.waitForResponse((response) => response.request().isNavigationRequest())
    await nav.getByRole('link', { name: other }).click()
    const status = (await answered).status()
    await page.waitForLoadState('load')
    return status
  }

  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const { locale } = way
    const other = locale === 'en' ? 'cs' : 'en'
    const { page: name, issue, email, title } = shownTo(way)
    const inOther = await demo.api<{ steps: { key: string; publicName: Record<string, string> }[] }>(
      'GET',
      `/issue-types/${name}/steps`,
    )
    await visit(browser, demo, way, async ({ page, open, lookUp, words }) => {
      const expectPage = async (in_: Way['locale'], path: string, heading: string) => {
        expect(page.url()).toBe(`${demo.baseUrl}${path}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(in_)
        expect(await titleOf(page)).toBe(heading)
      }
      const titles = { en: 'See where it stands', cs: 'Zjistěte aktuální stav' }
      await open(pathOf(locale, name))
      await toOther(page, locale)
      await expectPage(other, pathOf(other, name), titles[other])

      await toOther(page, other)
      await expectPage(locale, pathOf(locale, name), titles[locale])
      expect(await lookUp({ issue, contact: 'someone@else.example' })).toBe(422)
      await toOther(page, locale)
      await expectPage(other, pathOf(other, name), titles[other])

      // The issue stays open in the other language, and so does the way back.
      await toOther(page, other)
      expect(await lookUp({ issue, contact: email })).toBe(200)
      await toOther(page, locale)
      const { step } = await demo.api<{ step: string }>('GET', `/issues/${issue}`)
      const otherTitle = inOther.steps.find(({ key }) => key === step)?.publicName[other] ?? ''
      await expectPage(other, pathOf(other, name, issue), otherTitle)
      expect(await page.locator('.rk-number').innerText()).toBe(issue)
      await toOther(page, other)
      await expectPage(locale, pathOf(locale, name, issue), title)

      const missing = { en: 'This page is not available', cs: 'Tato stránka není dostupná' }
      expect(await open(pathOf(locale, 'no-such-page'))).toBe(404)
      await expectPage(locale, pathOf(locale, 'no-such-page'), words.errorTitle)
      expect(await toOther(page, locale)).toBe(404)
      await expectPage(other, pathOf(other, 'no-such-page'), missing[other])
    })
  })

  test('an address without a language brings me to mine', async () => {
    const way: Way = { locale: 'cs', scripts: true, screen: PHONE }
    const { issue, page: name } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open }) => {
      expect(await open(`/status/${name}?issue=${issue}`)).toBe(200)
      expect(page.url()).toBe(`${demo.baseUrl}${pathOf('cs', name, issue)}`)
    })
  })
})

describe('I leave, and nobody after me sees my claim', () => {
  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const { issue, email, form, pdf, product } = shownTo(way)
    await visit(browser, demo, way, async ({ page, context, open, lookUp, words }) => {
      await open(form)
      await lookUp({ issue, contact: email })
      const address = page.url()
      const fileAddress = await page.getByRole('link', { name: pdf }).getAttribute('href')
      await page.reload()
      expect(await page.getByText(product).count(), 'a reload keeps it open').toBe(1)

      await page.getByRole('button', { name: words.leave }).click()
      await page.waitForURL(`${demo.baseUrl}${form}`)
      expect(await page.getByLabel(words.number).inputValue()).toBe('')
      expect(await context.cookies()).toEqual([])

      await page.goBack()
      expect(await titleOf(page)).toBe(words.formTitle)
      expect(await page.content()).not.toContain(product)
      expect(await open(address)).toBe(200)
      expect(await titleOf(page)).toBe(words.formTitle)
      expect(await page.content()).not.toContain(product)
      expect((await context.request.get(fileAddress ?? '')).status()).toBe(404)
    })
  })
})

describe('I open the link from a message', () => {
  test.each(SOME_WAYS.map((way) => ({ name: nameOf(way), way })))('$name', async ({ way }) => {
    const { issue, phone, title } = shownTo(way)
    await visit(browser, demo, way, async ({ page, open, lookUp, words }) => {
      const { statusUrl } = await demo.api<{ statusUrl: string }>('GET', `/issues/${issue}`)
      expect(await open(statusUrl)).toBe(200)
      expect(await page.getByLabel(words.number).inputValue()).toBe(issue)
      expect(await page.getByLabel(words.contact).inputValue()).toBe('')
      expect(await lookUp({ contact: phone })).toBe(200)
      expect(await titleOf(page)).toBe(title)

      // Once it is open, the same link opens it at once, until I leave.
      expect(await open(statusUrl)).toBe(200)
      expect(await titleOf(page)).toBe(title)
    })
  })
})
