import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  await demo.api('PATCH', '/account', { locale: 'en' }).catch(() => undefined)
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

test('placeholder', () => {
  expect(findingsOf).toBeDefined()
  expect(atTheDesk).toBeDefined()
})
