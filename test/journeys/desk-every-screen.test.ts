import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, type Colleague, findingsOf, startDesk } from './desk.ts'
import { SCREENS } from './desk-screens.ts'
import { DESKTOP, PHONE } from './visitor.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/**
 * A page within the page has landmarks of its own, which axe counts as ours; and an editor is scrolled by the text in it, which
 * takes the focus.
 */
const NOT_OURS = /^landmark-|^scrollable-region-focusable: <div tabindex="-1" class="cm-scroller">$/

async function look({ page, complaints }: Colleague, path: string): Promise<string[]> {
  await page.goto(`/desk${path}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction('!document.querySelector("[aria-busy=true]")')
  const before = complaints.length
  const findings = await findingsOf(page)
  // The browser complains of axe itself, where it goes into a frame in which no script may run.
  complaints.splice(before)
  return findings.filter((finding) => !NOT_OURS.test(finding))
}

const WAYS = [
  ['on a phone, dark', PHONE, 'dark'],
  ['on a desktop, light', DESKTOP, 'light'],
] as const
/** Each takes a minute: `EVERY_WAY=1` for scheduled runs. */
const MORE_WAYS = process.env['EVERY_WAY']
  ? ([
      ['on a phone, light', PHONE, 'light'],
      ['on a desktop, dark', DESKTOP, 'dark'],
    ] as const)
  : []

test.each([...WAYS, ...MORE_WAYS])(
  'every screen reads well %s',
  { timeout: 300_000 },
  async (_how, screen, scheme) => {
    await atTheDesk(
      browser,
      demo,
      async (colleague) => {
        const found: Record<string, string[]> = {}
        for (const [name, path] of Object.entries(SCREENS)) {
          const findings = await look(colleague, path.replace('{issue}', demo.showcase('warranty').issue))
          if (findings.length > 0) found[name] = findings
        }
        expect(found).toEqual({})
      },
      { screen, scheme },
    )
  },
)
