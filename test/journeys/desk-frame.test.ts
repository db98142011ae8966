import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const LEAST_ON_A_PHONE = { width: 360, height: 640 }
const MOST_SCRIPT = 250_000

test('I sign in, and come where I wanted to go', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, title }) => {
      await page.goto('/desk/configuration/company')
      await page.waitForURL(/\/desk\/sign-in\?to=/)
      await page.getByLabel('E-mail').fill(demo.desk.email)
      await page.getByLabel('Password', { exact: true }).fill('not my password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').getByText('These details do not match').waitFor()
      await page.getByLabel('Password', { exact: true }).fill(demo.desk.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL(/\/desk\/configuration\/company$/)
      await page.getByLabel('E-mail').waitFor()
      expect(await title()).not.toBe('')
    },
    { stranger: true },
  )
})

test('the desk comes with less than 250 kB of script, and asks nobody else', async () => {
  await atTheDesk(browser, demo, async ({ page }) => {
    const hosts = new Set<string>()
    const sizes: Promise<string | null>[] = []
    page.on('response', (answer) => {
      hosts.add(new URL(answer.url()).origin)
      if (answer.url().endsWith('.js')) sizes.push(answer.headerValue('content-length'))
    })
    await page.goto('/desk')
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    const script = (await Promise.all(sizes)).reduce((sum, size) => sum + Number(size), 0)
    expect(script).toBeGreaterThan(50_000)
    expect(script).toBeLessThan(MOST_SCRIPT)
    expect([...hosts]).toEqual([demo.baseUrl])
  })
})

test('what I wrote is not lost when I go elsewhere by mistake', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/company')
    const name = page.locator('[data-path=name]')
    await name.fill('Northlight Home and Garden')
    await page.getByRole('navigation').getByRole('link').first().click()
    await page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /Stay|Zůstat/ })
      .click()
    expect(await name.inputValue()).toBe('Northlight Home and Garden')
    expect(page.url()).toContain('/configuration/company')
  })
})

test('two of us change the same: nothing is overwritten unseen', async () => {
  const path = '/company'
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/company')
    await page.locator('[data-path=name]').fill('Mine')
    const stored = await demo.api<Record<string, unknown>>('GET', path)
    await demo.api('PUT', path, { ...stored, name: 'Theirs', phone: '+420555999999' })
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Theirs')
    expect(await dialog.innerText()).toContain('Mine')
    await dialog.getByRole('radio').first().check()
    const saved = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.status() === 200,
    )
    await dialog.getByRole('button').last().click()
    await saved
    expect(await demo.api('GET', path)).toMatchObject({ name: 'Mine', phone: '+420555999999' })
    await demo.api('PUT', path, stored)
  })
})

test('a wrong member is told where it stands, and what I wrote stays', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/company')
    const website = page.locator('[data-path=website]')
    await website.fill('www.northlight')
    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByRole('button').first().click()
    await expect.poll(() => website.getAttribute('aria-invalid')).toBe('true')
    expect(await website.inputValue()).toBe('www.northlight')
    expect(await page.evaluate('document.activeElement.getAttribute("data-path")')).toBe('website')
    await website.fill('')
    await page.reload()
  })
})

test('my session ends amid work: I sign in again and go on', async () => {
  await atTheDesk(browser, demo, async ({ page, open, context }) => {
    await open('/configuration/company')
    await page.locator('[data-path=imprint]').fill('Northlight Home s.r.o., Krátká 1, Brno')
    await context.clearCookies()
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=password]').fill(demo.desk.password)
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
    await dialog.locator('button[type=submit]').click()
    await saved
    const { imprint } = await demo.api<{ imprint: string }>('GET', '/company')
    expect(imprint).toBe('Northlight Home s.r.o., Krátká 1, Brno')
  })
})

test('I sign out, and the way back shows nothing', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/company')
    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('menuitem').last().click()
    await page.waitForURL(/\/desk\/sign-in/)
    await page.goBack()
    await page.locator('input[type=password]').waitFor()
    expect(await page.content()).not.toContain('Northlight')
  })
})

test.each(['light', 'dark'] as const)('sign-in and a form read well on a phone, %s', async (scheme) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open('/configuration/company')
      await page.locator('[data-path=name]').waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.getByRole('button', { name: /Menu|Nabídka/ }).click()
      await page.getByRole('navigation').waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.context().clearCookies()
      await page.goto('/desk/sign-in')
      await page.locator('input[type=password]').waitFor()
      expect(await findingsOf(page)).toEqual([])
    },
    { screen: LEAST_ON_A_PHONE, scheme },
  )
})
