import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  await speakEnglish()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The demo's owner reads Czech; these journeys are told in English. */
async function speakEnglish(): Promise<void> {
  await atTheDesk(browser, demo, async ({ page }) => {
    const { csrf } = (await (await page.request.get('/api/v1/session')).json()) as { csrf: string }
    const headers = { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' }
    await page.request.patch('/api/v1/account', { data: { locale: 'en' }, headers })
  })
}

const BOARD = '/board?type=warranty'
const PHONE = { width: 360, height: 640 }
const cards = (page: Page, step: string) => page.locator(`[data-step="${step}"] [data-card]`)
const stepOf = async (number: string) =>
  (await demo.api<{ step: string }>('GET', `/issues/${encodeURIComponent(number)}`)).step

/** Carries the first card of a column over another column, and holds it there. */
async function carry(page: Page, from: string, to: string): Promise<string> {
  const card = cards(page, from).first()
  const number = (await card.getAttribute('data-card')) ?? ''
  const start = await card.boundingBox()
  if (!start) throw new Error('the card is not on the screen')
  await page.mouse.move(start.x + 60, start.y + 40)
  await page.mouse.down()
  await page.mouse.move(start.x + 90, start.y + 60, { steps: 3 })
  await page.locator('[data-carrying]').waitFor()
  const end = await page.locator(`[data-step="${to}"]`).boundingBox()
  if (!end) throw new Error('the column is not on the screen')
  await page.mouse.move(end.x + 80, end.y + 200, { steps: 6 })
  return number
}

test('I drag a card to the next step, and take that back', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(BOARD)
    const number = await carry(page, 'received', 'accepted-for-handling')
    await page.locator('[data-step="accepted-for-handling"][data-over]').waitFor()
    await page.mouse.up()
    await page.locator(`[data-step="accepted-for-handling"] [data-card="${number}"]`).waitFor()
    await page.getByText(`${number} is in “Accepted for handling” now.`).waitFor()
    expect(await stepOf(number)).toBe('accepted-for-handling')

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator(`[data-step="received"] [data-card="${number}"]`).waitFor()
    await expect.poll(() => stepOf(number)).toBe('received')
  })
})

test('a column that no move leads to says so, and the card stays', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(BOARD)
    const number = await carry(page, 'accepted-for-handling', 'received')
    const column = page.locator('[data-step="received"]')
    await column.getByText('No move leads here from “Accepted for handling”.').waitFor()
    await page.mouse.up()
    await page.getByText(`${number} stays where it is`).waitFor()
    expect(await cards(page, 'accepted-for-handling').first().getAttribute('data-card')).toBe(number)
    expect(await stepOf(number)).toBe('accepted-for-handling')
  })
})

test('I move a card by keyboard alone, and take that back', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(BOARD)
    await cards(page, 'received').first().focus()
    await page.keyboard.press('ArrowDown')
    const number = await page.locator('[data-card]:focus').getAttribute('data-card')
    expect(number).toBe(await cards(page, 'received').nth(1).getAttribute('data-card'))
    await page.keyboard.press('Space')
    await page.locator('[data-carrying]').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-step="accepted-for-handling"][data-over]').waitFor()
    await page.getByText(`${number} is over Accepted for handling.`).waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    const moved = page.locator(`[data-step="accepted-for-handling"] [data-card="${number}"]`)
    await moved.waitFor()
    await expect.poll(() => stepOf(String(number))).toBe('accepted-for-handling')
    // It has the focus, so that one goes on from there.
    await expect.poll(() => moved.evaluate((card) => card === document.activeElement)).toBe(true)

    await page.getByText(`${number} is in “Accepted for handling” now.`).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator(`[data-step="received"] [data-card="${number}"]`).waitFor()
    await expect.poll(() => stepOf(String(number))).toBe('received')
  })
})

test('a menu says where a card may go, asks for what the step needs, and who shall have it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/board?type=service')
    const card = cards(page, 'investigating').first()
    const number = String(await card.getAttribute('data-card'))
    await card.focus()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: `Who handles ${number}?` })
    await dialog.waitFor()
    await page.getByRole('option', { name: 'Katrin Vogel' }).click()
    await page.getByText(`Katrin Vogel handles ${number} now.`).waitFor()

    await card.focus()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: /^Justified/ }).click()
    const needs = page.getByRole('dialog', { name: '“Justified” needs a little more' })
    await needs.waitFor()
    expect(await findingsOf(page)).toEqual([])
    await needs.getByRole('button', { name: 'Cancel' }).click()
    await needs.waitFor({ state: 'detached' })
    expect(await stepOf(number)).toBe('investigating')
  })
})

test('from an issue I come back to its card', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`${BOARD}&q=a`)
    const card = cards(page, 'assessing').nth(1)
    const number = await card.getAttribute('data-card')
    await card.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/issues\//)
    await page.goBack()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-card')))
      .toBe(number)
  })
})

test('on a phone a column fills the screen, and I choose another by its name', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open(BOARD)
      await cards(page, 'received').first().waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.getByLabel('Step', { exact: true }).selectOption({ label: 'Assessing' })
      await expect
        .poll(async () => (await page.locator('[data-step="assessing"]').boundingBox())?.x ?? 999)
        .toBeLessThan(60)
      await page.getByRole('button', { name: 'Unfold Closed' }).waitFor({ state: 'attached' })
    },
    { screen: PHONE, scheme: 'dark' },
  )
})
