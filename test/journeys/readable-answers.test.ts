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

/** `shows` is what such an answer has; `of` is the language of the issue where only one has such an issue. */
const STATES: readonly { state: string; shows: string; step: string; of?: 'en' | 'cs' }[] = [
  { state: 'our turn', shows: '.rk-issue--shop', step: 'assessing' },
  { state: 'late', shows: '.rk-issue--shop .rk-left--late', step: 'at-partner', of: 'en' },
  { state: 'my turn', shows: '.rk-issue--customer', step: 'waiting-for-goods' },
  { state: 'rejected', shows: '.rk-issue--rejected', step: 'rejected', of: 'en' },
  { state: 'done', shows: '.rk-issue--done', step: 'closed', of: 'en' },
  { state: 'cancelled', shows: '.rk-issue--done', step: 'cancelled', of: 'en' },
]

describe('I can read the answer, whatever my screen, my eyes and my browser', () => {
  const cases = STATES.flatMap((state) => (['en', 'cs'] as const).map((locale) => ({ ...state, locale })))

  test.each(cases)('$state, $locale', async ({ shows, step, of, locale }) => {
    const issue = await demo.issueIn('warranty', step, of ?? locale)
    await visit(browser, demo, { locale, scripts: true, screen: PHONE }, async (visitor) => {
      await visitor.open(pathOf(locale, 'warranty'))
      expect(await visitor.lookUp({ issue: issue.number, contact: issue.opens })).toBe(200)
      expect(await visitor.page.locator(shows).count(), shows).toBe(1)
      await expectReadable(visitor)
    })
  })
})
