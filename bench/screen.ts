import { execFileSync } from 'node:child_process'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { buildDesk } from '../scripts/build-desk.mjs'
import { launchBrowser } from '../test/support/browser.ts'
import { median, percentile, type Row } from './figures.ts'
import { serveInstallation } from './installation.ts'
import { makeManyIssues, type ManyIssues } from './many-issues.ts'

const ROWS = 10_000
const FRAMES = 240
/** Pixels a second: a wheel turned fast, and a list flung. */
const SPEEDS = [3000, 12_000]
const FRAME_MS = 1000 / 60
const AIM_ROUTE_MS = 100
const LIST = '/desk/issues?category=all'
const ROUTES = 30

/** What a handler's browser does, drawn in software without a graphics card: frames of a long list, and changes of screens. */
export async function measureScreen(): Promise<Row[]> {
  await buildDesk()
  // As many as are loaded, and some that are not.
  const made = await makeManyIssues(ROWS + 2000, 'sqlite', 1)
  const server = await serveInstallation(made.dataDir, made.env)
  const browser = await launchBrowser()
  try {
    const page = await signedIn(browser, made, server.port)
    return [...(await framesOf(page)), ...(await routesOf(page))]
  } finally {
    await browser.close()
    await server.stop()
    await made.remove()
  }
}

/** One of the handlers, by a link that sets a password. */
async function signedIn(browser: Browser, { env }: ManyIssues, port: number): Promise<Page> {
  const args = ['src/cli/main.ts', 'user', 'link', '--email', 'handler0@shop.example']
  const link = execFileSync(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
  })
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  })
  const answer = await context.request.post('/api/v1/passwords', {
    data: { token: link.trim().split('#')[1], password: 'kettle-and-toaster-8841' },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`)
  return context.newPage()
}

async function framesOf(page: Page): Promise<Row[]> {
  await page.goto(LIST)
  await page.locator('.list-row[data-number]').first().waitFor()
  await loadAll(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const rows: Row[] = []
  for (const speed of SPEEDS) {
    await scroll(page, -speed, FRAMES / 4)
    const before = await busySoFar(session)
    const frames = await scroll(page, -speed, FRAMES)
    const each = ((await busySoFar(session)) - before) / frames.length
    const p95 = percentile(frames, 0.95)
    rows.push({
      what: `a frame of a list with ${ROWS} rows loaded, scrolled by ${speed} pixels a second`,
      figure: `${each.toFixed(1)} ms of work in the page, frames ${median(frames).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms apart`,
      aim: `work ≤ ${FRAME_MS.toFixed(1)} ms`,
      met: each <= FRAME_MS,
    })
  }
  return rows
}

/** Scrolls down until so many rows were loaded in turn. */
async function loadAll(page: Page): Promise<void> {
  for (let looks = 0; looks < 1200; looks++) {
    const loaded = await page.locator('.list-scroll').evaluate((box) => {
      box.scrollTop = box.scrollHeight
      return box.scrollHeight / (box.querySelector('[data-number]')?.clientHeight ?? box.scrollHeight)
    })
    if (loaded >= ROWS) return
    await page.waitForTimeout(50)
  }
  throw new Error(`the list did not come to ${ROWS} rows within a minute`)
}

/** Scrolls a frame at a time; answers the milliseconds between frames. */
function scroll(page: Page, speed: number, frames: number): Promise<number[]> {
  return page.locator('.list-scroll').evaluate(
    async (box, [speed, frames]) => {
      const times: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let frame = 0; frame < frames; frame++) {
        const now = await new Promise<number>(requestAnimationFrame)
        box.scrollTop += speed / 60
        times.push(now - last)
        last = now
      }
      return times
    },
    [speed, frames] as const,
  )
}

/** Milliseconds that the page's own thread was busy so far. */
async function busySoFar(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** From the key to the next screen with what it is about, painted; each screen was there before. */
async function routesOf(page: Page): Promise<Row[]> {
  const rows: Row[] = []
  const ways: readonly [what: string, keys: readonly string[], there: string][] = [
    ['the board', ['g', 'b'], '.board-item'],
    ['the overview', ['g', 'o'], '.overview h2, main h2'],
    ['the list', ['g', 'i'], '.list-row[data-number]'],
    ['an issue, from the list', ['j', 'Enter'], '.issue-head h1'],
    ['the list, from an issue', ['u'], '.list-row[data-number]'],
  ]
  await page.goto('/desk/issues')
  await page.locator('.list-row[data-number]').first().waitFor()
  const times = new Map<string, number[]>(ways.map(([what]) => [what, []]))
  for (let round = 0; round <= ROUTES; round++) {
    for (const [what, keys, there] of ways) {
      const took = await change(page, keys, there)
      // The first round warms.
      if (round > 0) times.get(what)?.push(took)
    }
  }
  for (const [what, took] of times) {
    const p95 = percentile(took, 0.95)
    rows.push({
      what: `to ${what}`,
      figure: `median ${median(took).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      aim: `p95 ≤ ${AIM_ROUTE_MS} ms`,
      met: p95 <= AIM_ROUTE_MS,
    })
  }
  return rows
}

async function change(page: Page, keys: readonly string[], there: string): Promise<number> {
  await page.evaluate((selector) => {
    const old = new Set(document.querySelectorAll(selector))
    const told = window as unknown as { pressed: number; painted: Promise<number> }
    told.painted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${selector} did not come within 20 s`)), 20_000)
      addEventListener('keydown', () => (told.pressed = performance.now()), true)
      // Each look is the last thing before a frame is painted, and this task the first after it.
      const look = () => {
        const found = document.querySelector(selector)
        if (found && !old.has(found))
          void scheduler.postTask(() => resolve(performance.now() - told.pressed), {
            priority: 'user-blocking',
          })
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, there)
  for (const key of keys) await page.keyboard.press(key)
  const took = await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
  // What the screen still loads is not part of the next change.
  await page.waitForLoadState('networkidle')
  return took
}
