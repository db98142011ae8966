/**
 * The pictures of the README and the guides, from the real demo:
 *   node scripts/screenshots.ts [--only=PART,PART]
 * writes docs/images/*.png.
 */
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { simpleParser } from 'mailparser'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../test/support/browser.ts'
import { type Demo, type DemoIssue, startDemo } from '../test/support/demo.ts'

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url))
const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 800 }

type Picture = {
  name: string
  screen: { width: number; height: number }
  dark?: true
  /** The last thing in the picture; the whole screen where nothing is named. */
  until?: string
  /** Brings the page into the state that is shown. */
  show: (page: Page, demo: Demo) => Promise<unknown>
}

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 184 48" width="184" height="48">
<circle cx="24" cy="24" r="22" fill="#7a2e4d"/><path d="M13 30a11 11 0 0 1 22 0z" fill="#ffd9a0"/>
<path d="M24 12v7" stroke="#ffd9a0" stroke-width="3" stroke-linecap="round"/>
<text x="58" y="32" font-family="Georgia, serif" font-size="25" font-weight="700" fill="#7a2e4d">Northlight</text></svg>`

const THEME = {
  header: {
    en: `<p><a href="https://northlight.example"><img src="LOGO" alt="Northlight" width="184" height="48"></a></p>
      <p class="promise">Repairs, not waste, since 1987</p>`,
  },
  font: 'Georgia, "Noto Serif", "DejaVu Serif", serif',
  css: `:root { --rk-accent: #7a2e4d; --rk-radius: 1.25rem; --rk-page: #f7f1ea; --rk-sunken: #efe5da }
    .rk-top { background: #fff8ef; border-block-end: 3px solid #7a2e4d }
    .promise { font-style: italic; color: #6b5546 }`,
  additionalCss: '.rk-button { border-radius: 2rem }',
}

const PICTURES: readonly Picture[] = [
  {
    name: 'status-page',
    screen: DESKTOP,
    until: '.rk-thread',
    show: answer('warranty', 'assessing', 'en'),
  },
  { name: 'phone-shop', screen: PHONE, show: answer('warranty', 'assessing', 'en') },
  { name: 'phone-customer', screen: PHONE, show: answer('return', 'waiting-for-goods', 'cs') },
  { name: 'phone-done', screen: PHONE, dark: true, show: answer('warranty', 'closed', 'en') },
  { name: 'form', screen: DESKTOP, until: '.rk-foot p', show: (page) => page.goto('/en/status/warranty') },
  { name: 'error', screen: DESKTOP, until: '.rk-card', show: (page) => page.goto('/en/status/no-such-page') },
  { name: 'mail', screen: { width: 420, height: 700 }, show: mail },
  { name: 'themed', screen: DESKTOP, until: '.rk-fields', show: themed },
]

/** The issue that the demo shows first where it is one of these, else the newest. */
function answer(type: string, step: string, locale: 'en' | 'cs') {
  return async (page: Page, demo: Demo): Promise<void> => {
    const shown = demo.showcase(type)
    const { step: its, locale: of } = await demo.api<DemoIssue>('GET', `/issues/${shown.issue}`)
    const { number, opens } =
      its === step && of === locale
        ? { number: shown.issue, opens: shown.email ?? '' }
        : await demo.issueIn(type, step, locale)
    await page.goto(`/${locale}/status/${type}?issue=${number}`)
    await page.locator('#contact').fill(opens)
    await page.locator('#contact').press('Enter')
    await page.locator('.rk-number').waitFor()
  }
}

async function themed(page: Page, demo: Demo): Promise<void> {
  const logo = new FormData()
  logo.append('file', new Blob([LOGO], { type: 'image/svg+xml' }), 'logo.svg')
  const assets = '/issue-types/warranty/status-page/assets'
  const { path } = await demo.api<{ path: string }>('POST', assets, logo)
  const header = { en: THEME.header.en.replace('LOGO', path) }
  await demo.setPage('warranty', { ...THEME, header })
  await answer('warranty', 'repairing', 'en')(page, demo)
}

/** The mail that a move has sent. */
async function mail(page: Page, demo: Demo): Promise<void> {
  const { issue } = demo.showcase('warranty')
  await demo.api('POST', `/issues/${issue}/transitions`, { to: 'waiting-for-information' })
  for (;;) {
    const path = `/deliveries?issue=${issue}&state=sent`
    const [sent] = (await demo.api<{ items: { id: string }[] }>('GET', path)).items
    if (!sent) continue
    const captured = await fetch(`${demo.baseUrl}/api/v1/deliveries/${sent.id}/captured`, {
      headers: { authorization: `Bearer ${demo.token}` },
    })
    const { html } = await simpleParser(Buffer.from(await captured.arrayBuffer()))
    return page.setContent(html || '')
  }
}

async function take(browser: Browser, demo: Demo, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: demo.baseUrl,
    viewport: picture.screen,
    deviceScaleFactor: picture.screen === PHONE ? 2 : 1.5,
    colorScheme: picture.dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await picture.show(page, demo)
  const end = picture.until ? await page.locator(picture.until).first().boundingBox() : null
  const height = end ? Math.ceil(end.y + end.height) + 32 : picture.screen.height
  const shot = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width: picture.screen.width, height },
  })
  const small = await sharp(shot)
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
    .toBuffer()
  await writeFile(`${FOLDER}${picture.name}.png`, small)
  console.error(
    `${picture.name}.png ${picture.screen.width} × ${height}, ${Math.ceil(small.length / 1024)} KiB`,
  )
  await context.close()
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only?.split(',')
mkdirSync(FOLDER, { recursive: true })
const [demo, browser] = await Promise.all([startDemo(), launchBrowser()])
try {
  for (const picture of PICTURES) {
    if (!only || only.some((part) => picture.name.includes(part))) await take(browser, demo, picture)
  }
} finally {
  await browser.close()
  await demo.stop()
}
