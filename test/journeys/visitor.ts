import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Demo } from '../support/demo.ts'

export const PHONE = { width: 360, height: 640 }
export const DESKTOP = { width: 1280, height: 800 }

/** How somebody comes: their language, their screen, whether their browser runs scripts. */
export type Way = { locale: 'en' | 'cs'; scripts: boolean; screen: { width: number; height: number } }

/** Every combination. */
export const ALL_WAYS: readonly Way[] = [true, false].flatMap((scripts) =>
  [DESKTOP, PHONE].flatMap((screen) =>
    (['en', 'cs'] as const).map((locale) => ({ locale, scripts, screen })),
  ),
)

/** Each language, screen and setting of scripts twice, each pair of them at least once. */
export const SOME_WAYS: readonly Way[] = [
  { locale: 'en', scripts: true, screen: DESKTOP },
  { locale: 'en', scripts: false, screen: PHONE },
  { locale: 'cs', scripts: true, screen: PHONE },
  { locale: 'cs', scripts: false, screen: DESKTOP },
]

/** For a test's name: `cs, 360 px, scripts off`. */
export function nameOf({ locale, scripts, screen }: Way): string {
  return `${locale}, ${screen.width} px, scripts ${scripts ? 'on' : 'off'}`
}

const WORDS = {
  en: {
    number: 'Number from your confirmation',
    contact: 'E-mail or phone',
    show: 'Show the status',
    leave: 'Leave and check another number',
    language: 'Language',
    refused: 'We can’t match these details',
    formTitle: 'See where it stands',
    errorTitle: 'This page is not available',
  },
  cs: {
    number: 'Číslo z potvrzení',
    contact: 'E-mail nebo telefon',
    show: 'Zobrazit stav',
    leave: 'Odejít a zadat jiné číslo',
    language: 'Jazyk',
    refused: 'Podle těchto údajů nemůžeme nic zobrazit',
    formTitle: 'Zjistěte aktuální stav',
    errorTitle: 'Tato stránka není dostupná',
  },
} as const

export type Visitor = {
  page: Page
  context: BrowserContext
  /** The texts by which the visitor finds their way. */
  words: (typeof WORDS)['en' | 'cs']
  /** Opens an address of the demo; answers the status. */
  open: (path: string) => Promise<number>
  /** Fills the form in and sends it; answers the status of the page that comes in the end. */
  lookUp: (given: { issue?: string; contact: string }) => Promise<number>
  /** What the browser requested, in order. */
  requests: string[]
  /** What the browser complained about, but for the status of pages that the visitor was refused. */
  complaints: string[]
}

/** Runs a visit in a context of its own and fails where the browser complained about anything. */
export async function visit(
  browser: Browser,
  demo: Demo,
  way: Way,
  act: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: demo.baseUrl,
    locale: way.locale === 'cs' ? 'cs-CZ' : 'en-GB',
    viewport: way.screen,
    javaScriptEnabled: way.scripts,
  })
  context.setDefaultTimeout(10_000)
  try {
    const page = await context.newPage()
    const visitor = visitorOf(page, context, way)
    await act(visitor)
    expect(visitor.complaints, 'the browser complained').toEqual([])
  } finally {
    await context.close()
  }
}

function visitorOf(page: Page, context: BrowserContext, way: Way): Visitor {
  const words = WORDS[way.locale]
  const requests: string[] = []
  const complaints: string[] = []
  const refusedPages = new Set<string>()
  context.on('request', (request) => requests.push(request.url()))
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400) refusedPages.add(response.url())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Browsers write the status of every refused page to the console; the journey looks at it itself.
    const ofPage = message.text().startsWith('Failed to load resource: the server responded with a status of')
    if (ofPage && refusedPages.has(message.location().url)) return
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  return {
    page,
    context,
    words,
    requests,
    complaints,
    open: async (path) => (await page.goto(path))?.status() ?? 0,
    lookUp: async ({ issue, contact }) => {
      if (issue !== undefined) await page.getByLabel(words.number).fill(issue)
      await page.getByLabel(words.contact).fill(contact)
      const answered = page.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.status() !== 303,
      )
      await page.getByRole('button', { name: words.show }).click()
      const status = (await answered).status()
      await page.waitForLoadState('load')
      return status
    },
  }
}

/** Where a status page lies, as path. */
export function pathOf(locale: string, page: string, issue?: string): string {
  return `/${locale}/status/${page}${issue ? `?issue=${encodeURIComponent(issue)}` : ''}`
}

/** The text of each element that a selector finds, as it is shown, white space folded. */
export async function textsOf(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

/** What the page says first. */
export async function titleOf(page: Page): Promise<string> {
  const [title = '', ...more] = await textsOf(page, 'h1')
  expect(more, 'a page has one h1').toEqual([])
  return title
}

/** What axe finds against WCAG 2.2 AA and its own good practice, one line each. Needs scripts. */
export async function axeFindings(page: Page, part = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

/** How many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** A computed style of the first element that a selector finds. */
export async function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const [element, name] = [JSON.stringify(selector), JSON.stringify(property)]
  return page.evaluate<string>(
    `getComputedStyle(document.querySelector(${element})).getPropertyValue(${name})`,
  )
}
