import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { buildDesk } from '../../scripts/build-desk.mjs'
import { type Demo, startDemo } from '../support/demo.ts'
import { axeFindings, DESKTOP, overflow } from './visitor.ts'

/** The demo with its desk, built as the program builds it. */
export async function startDesk(): Promise<Demo> {
  await buildDesk()
  return startDemo()
}

/** Has the demo's owner, who is Czech, read the desk in English. */
export async function speakEnglish(demo: Demo): Promise<void> {
  const { items } = await demo.api<{ items: { id: string; email: string }[] }>('GET', '/users')
  const id = items.find(({ email }) => email === demo.desk.email)?.id
  const owner = await demo.api<object>('GET', `/users/${id}`)
  await demo.api('PUT', `/users/${id}`, { ...owner, locale: 'en' })
}

export type Colleague = {
  page: Page
  context: BrowserContext
  /** Opens an address of the desk, like `/configuration/fields`, and waits for its heading. */
  open: (path: string) => Promise<void>
  /** The heading of the screen. */
  title: () => Promise<string>
  /** Saves what was changed, and waits until it is saved. */
  save: () => Promise<void>
  /** What the browser complained about. */
  complaints: string[]
}

export type SignIn = { email: string; password: string }

type How = {
  screen?: { width: number; height: number }
  scheme?: 'light' | 'dark'
  locale?: string
  /** Who comes without a sign-in, like somebody with a link. */
  stranger?: boolean
  /** Who it is, where not the demo's owner. */
  as?: SignIn
}

/** Somebody at the desk, signed in as the demo's owner; fails where the browser complained about anything. */
export async function atTheDesk(
  browser: Browser,
  demo: Demo,
  act: (colleague: Colleague) => Promise<void>,
  { screen = DESKTOP, scheme = 'light', locale = 'en-GB', stranger = false, as = demo.desk }: How = {},
): Promise<void> {
  const context = await browser.newContext({
    baseURL: demo.baseUrl,
    locale,
    viewport: screen,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isRefusal(message.text()))
        complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
    const colleague: Colleague = {
      page,
      context,
      complaints,
      open: async (path) => {
        await page.goto(`/desk${path}`)
        await page.locator('h1').first().waitFor()
      },
      title: () => page.locator('h1').first().innerText(),
      save: async () => {
        const saved = page.waitForResponse(
          (answer) => answer.request().method() !== 'GET' && answer.url().includes('/api/v1/'),
        )
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        const answer = await saved
        expect(answer.status(), await answer.text()).toBeLessThan(300)
        await page.getByText('You have unsaved changes.').waitFor({ state: 'detached' })
      },
    }
    if (!stranger) await signIn(page, as)
    await act(colleague)
    expect(complaints, 'the browser complained').toEqual([])
  } finally {
    await context.close()
  }
}

/** Browsers write every 4xx of a script's request to the console; the desk shows it to the person. */
function isRefusal(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d/.test(text)
}

/** By the API, so that only the journeys that are about it go through the form. */
async function signIn(page: Page, { email, password }: SignIn): Promise<void> {
  const answer = await page.request.post('/api/v1/session', {
    data: { email, password },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** The demo's owner reads Czech; these journeys are told in English. */
export async function readEnglish(page: Page): Promise<void> {
  const session: unknown = await (await page.request.get('/api/v1/session')).json()
  const { csrf } = session as { csrf: string }
  const answer = await page.request.patch('/api/v1/account', {
    data: { locale: 'en' },
    headers: { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

/**
 * Chooses one of a list that opens. The list hides while its field is out of sight, as it can be while what is above it still
 * opens.
 */
export async function choose(field: Locator, option: Locator): Promise<void> {
  await field.click()
  await vi.waitFor(
    async () => {
      await field.scrollIntoViewIfNeeded()
      await option.click({ timeout: 1_000 })
    },
    { timeout: 15_000 },
  )
}

/** What is wrong with a screen as it stands: axe's findings, and how much wider than the window it is. */
export async function findingsOf(page: Page): Promise<string[]> {
  const found = await axeFindings(page)
  const wider = await overflow(page)
  return wider > 0 ? [...found, `${wider} px wider than the window`] : found
}
