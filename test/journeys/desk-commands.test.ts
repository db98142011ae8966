import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, speakEnglish, startDesk } from './desk.ts'
import { DESKTOP } from './visitor.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  await speakEnglish(demo)
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

test('I find an issue by the name of its customer and am there, by keyboard alone', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    const [issue] = (
      await demo.api<{ items: { number: string; contact: { name: string } }[] }>('GET', '/issues?q=carter')
    ).items
    await open('/')
    await page.keyboard.press('Control+k')
    const search = page.getByRole('combobox', { name: 'Search or jump to…' })
    await search.waitFor()
    await page.keyboard.type('carter')
    const option = page.getByRole('option', { name: String(issue?.number) })
    await option.waitFor()
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true')
    expect(await search.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/issues/${issue?.number}`)
    await open('/')
    await page.getByRole('button', { name: 'Search or jump to…' }).click()
    await page.getByRole('group', { name: 'Opened lately' }).getByText(String(issue?.number)).waitFor()
  })
})

test('places and actions are found by a bit of their name; nothing that is not there', async () => {
  await atTheDesk(browser, demo, async ({ page, open, complaints }) => {
    await open('/')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('business')
    await page.getByRole('option', { name: 'Business rules' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk/configuration/rules')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dark')
    await page.getByRole('option', { name: 'Colours: Dark' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('qqqxyz')
    await page.getByText('Nothing is called “qqqxyz”.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.route('**/api/v1/issues?*', (route) => route.abort())
    await page.keyboard.type('anything')
    await page.getByRole('dialog').getByRole('alert').waitFor()
    // That a request did not come through is what the browser complains about.
    expect(complaints.splice(0).every((complaint) => complaint.includes('ERR_FAILED'))).toBe(true)
  })
})

test('keys bring me around, are listed, and can be switched off', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.waitForURL(/\/desk\/issues(\?|$)/)
    await page.locator('h1').waitFor()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Go to Overview').waitFor()
    // Nothing is heard behind a dialog.
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await dialog.getByRole('switch').click()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/\/desk\/issues(\?|$)/)
    await page.keyboard.press('?')
    await page.keyboard.press('c')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or jump to…' }).waitFor()
    expect(page.url()).toMatch(/\/desk\/issues(\?|$)/)
    await page.keyboard.type('keyboard')
    await page.keyboard.press('Enter')
    await dialog.getByRole('switch').click()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('c')
    await page.waitForURL('**/desk/issues/new')
    await page.locator('[data-path="contact.name"]').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.dataset.path')).toBe('contact.name')
    // Whoever writes, writes.
    await page.keyboard.type('g i ?')
    expect(await page.locator('[data-path="contact.name"]').inputValue()).toBe('g i ?')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or jump to…' }).waitFor()
    await page.keyboard.type('keyboard')
    await page.keyboard.press('Enter')
    await dialog.getByRole('region', { name: 'On this screen' }).getByText('Create issue').waitFor()
  })
})

test.each([
  [{ width: 360, height: 640 }, 'light'],
  [{ width: 360, height: 640 }, 'dark'],
  [DESKTOP, 'light'],
  [DESKTOP, 'dark'],
] as const)('palette and list of keys read well at %o, %s', async (screen, scheme) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open('/')
      await page.getByRole('button', { name: 'Search or jump to…' }).click()
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type('carter')
      await page
        .getByRole('option', { name: /Carter/ })
        .first()
        .waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await page.getByText('Keys of single characters').waitFor()
      expect(await findingsOf(page)).toEqual([])
    },
    { screen, scheme },
  )
})
