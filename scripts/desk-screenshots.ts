/**
 * The pictures of the guides for handlers and administrators, from the real demo:
 *   node scripts/desk-screenshots.ts
 * writes docs/images/desk/*.png. With --all=FOLDER it takes every screen of the desk at two widths, light and dark, instead.
 */
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../test/support/browser.ts'
import { SCREENS } from '../test/journeys/desk-screens.ts'
import { type Demo, startDemo } from '../test/support/demo.ts'
import { buildDesk } from './build-desk.mjs'

const GUIDE = fileURLToPath(new URL('../docs/images/desk/', import.meta.url))
const DESKTOP = { width: 1280, height: 860 }
const PHONE = { width: 360, height: 780 }

const IN_GUIDE = ['home', 'steps', 'status-page', 'view', 'template', 'rules', 'history']
const IN_HANDLERS_GUIDE = ['issues', 'issue', 'new-issue', 'board', 'overview']

type Way = { screen: { width: number; height: number }; scheme: 'light' | 'dark' }

async function signedIn(browser: Browser, demo: Demo, { screen, scheme }: Way): Promise<Page> {
  const context = await browser.newContext({
    baseURL: demo.baseUrl,
    viewport: screen,
    colorScheme: scheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const { email, password } = demo.desk
  const headers = { 'sec-fetch-site': 'same-origin' }
  await page.request.post('/api/v1/session', { data: { email, password }, headers })
  return page
}

function pathOf(demo: Demo, name: string): string {
  const path = (SCREENS[name] ?? '/').replace('{issue}', demo.showcase('warranty').issue)
  return name === 'new-issue' ? `${path}?type=warranty` : path
}

/** A screen as it is once everything on it is there. */
async function show(page: Page, path: string): Promise<void> {
  await page.goto(`/desk${path}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction('!document.querySelector("[aria-busy=true]")')
}

async function takeGuide(browser: Browser, demo: Demo): Promise<void> {
  mkdirSync(GUIDE, { recursive: true })
  const page = await signedIn(browser, demo, { screen: DESKTOP, scheme: 'light' })
  for (const name of [...IN_HANDLERS_GUIDE, ...IN_GUIDE]) {
    await show(page, pathOf(demo, name))
    if (name === 'history') {
      await page.locator('main a[href*="/configuration/history/"]').first().click()
      await page.waitForLoadState('networkidle')
    }
    const small = await sharp(await page.screenshot())
      .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
      .toBuffer()
    await writeFile(join(GUIDE, `${name}.png`), small)
    console.error(`${name}.png, ${Math.ceil(small.length / 1024)} KiB`)
  }
}

async function takeAll(browser: Browser, demo: Demo, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const screen of [DESKTOP, PHONE])
    for (const scheme of ['light', 'dark'] as const) {
      const page = await signedIn(browser, demo, { screen, scheme })
      for (const name of Object.keys(SCREENS)) {
        await show(page, pathOf(demo, name))
        await page.screenshot({
          path: join(folder, `${name}-${screen.width}-${scheme}.png`),
          fullPage: true,
        })
      }
      await page.context().close()
    }
}

/** The owner of the demo reads Czech; the guide is English. There has to be a change in the history. */
async function prepare(demo: Demo): Promise<void> {
  const { items } = await demo.api<{ items: ({ id: string; email: string } & Record<string, unknown>)[] }>(
    'GET',
    '/users?limit=200',
  )
  const owner = items.find(({ email }) => email === demo.desk.email)
  if (owner) {
    const { email, name, publicName, role, active } = owner
    await demo.api('PUT', `/users/${owner.id}`, { email, name, publicName, role, active, locale: 'en' })
  }
  await demo.setPage('warranty', { css: ':root { --rk-accent: #7a2e4d }' })
  await demo.setPage('warranty', { css: '' })
}

const { values } = parseArgs({ options: { all: { type: 'string' } } })
await buildDesk()
const demo = await startDemo()
const browser = await launchBrowser()
try {
  await prepare(demo)
  if (values.all) await takeAll(browser, demo, values.all)
  else await takeGuide(browser, demo)
} finally {
  await browser.close()
  await demo.stop()
}
