import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'
import { DESKTOP } from './visitor.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  await speakEnglish()
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const PAGE = '/configuration/issue-types/warranty/status-page'

test('I see a greeting in the preview before I save it, and customers see it after', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open(PAGE)
    await preview(page).getByRole('heading', { level: 1 }).waitFor()
    await write(page, 'Page header (en)', '<p>Hello from the workshop</p><script>alert(1)</script>')
    await preview(page).getByText('Hello from the workshop').waitFor()
    await page.getByText('Taken out, because it is not allowed').waitFor()
    await expect
      .poll(() => page.locator('[data-path="header.en"] .cm-lintRange').allInnerTexts())
      .toEqual(['<script>', '</script>'])
    expect(await customersSee()).not.toContain('Hello from the workshop')
    await save()
    const seen = await customersSee()
    expect(seen).toContain('Hello from the workshop')
    expect(seen).not.toContain('alert(1)')
  })
})

test('what breaks links or ends visits is said before I save it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(PAGE)
    await page.getByLabel('Page identifier').fill('my-claim')
    await page.getByText('Links that were sent stop working').waitFor()
    await page.getByRole('radio', { name: 'Phone', exact: true }).first().check()
    await page.getByText('have to verify again').waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByText('Links that were sent stop working').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Page identifier').inputValue()).toBe('warranty')
  })
})

test('a width that is none is told at once, while the preview stays as it is stored', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(PAGE)
    await page.getByLabel('Own width').fill('wide')
    await page.getByText('Shown as stored, because it is not valid yet').waitFor()
    await preview(page).getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await page.getByLabel('Own width').inputValue()).toBe('')
  })
})

test('a field that I take from the status page is gone in the preview before customers miss it', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open('/configuration/fields/views/status-page?type=warranty')
    await preview(page).getByText('Order number').first().waitFor()
    await page.getByRole('button', { name: 'Remove: Order number' }).click()
    await preview(page).getByText('Order number').first().waitFor({ state: 'detached' })
    await save()
    const { fields } = await demo.api<{ fields: { field: string }[] }>(
      'GET',
      '/issue-types/warranty/views/status-page',
    )
    expect(fields.map(({ field }) => field)).not.toContain('order_number')
  })
})

test.for([
  { name: 'a desktop', screen: DESKTOP, scheme: 'light' },
  { name: 'a phone at night', screen: { width: 360, height: 740 }, scheme: 'dark' },
] as const)('the status page is set and read by everybody on $name', async ({ screen, scheme }) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open(PAGE)
      await page.getByLabel('Page identifier').waitFor()
      await page.locator('.cm-content').first().waitFor()
      // The page in the frame has landmarks of its own, as a page should.
      const found = (await findingsOf(page)).filter((finding) => !finding.startsWith('landmark-unique'))
      expect(found).toEqual([])
    },
    { screen, scheme },
  )
})

/** The page in the frame that is seen; another may be loading behind it. */
function preview(page: Page) {
  return page.frameLocator('iframe[title="Preview"]:not([aria-hidden])')
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).locator('visible=true').last().click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

async function customersSee(): Promise<string> {
  return (await fetch(`${demo.baseUrl}/en/status/warranty`)).text()
}

/** The demo's owner reads Czech. */
async function speakEnglish(): Promise<void> {
  const { items } = await demo.api<{ items: { id: string; email: string }[] }>('GET', '/users')
  const id = items.find(({ email }) => email === demo.desk.email)?.id
  const owner = await demo.api<object>('GET', `/users/${id}`)
  await demo.api('PUT', `/users/${id}`, { ...owner, locale: 'en' })
}
