import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, readEnglish, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

test('at the start I see what needs me, and come from there to the place', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/')
    await page.getByRole('link', { name: /Mail is kept here/ }).click()
    await page.getByRole('heading', { name: 'System', level: 1 }).waitFor()
    await page.getByText('none; messages are kept here instead of being sent').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })
})

test('I change the company, look at the change in the history, and put it back', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await readEnglish(page)
    await open('/configuration/company')
    const name = page.getByLabel('Name', { exact: true })
    const before = await name.inputValue()
    await name.fill('Another name')
    await save()

    await open('/configuration/history?target=company')
    await page.getByRole('link', { name: 'Look at the change' }).first().click()
    await page.getByText('Another name').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Put back as it was before' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Put back as it was before' }).click()

    await page.getByRole('heading', { name: 'Company', level: 1 }).waitFor()
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(before)
  })
})

test('I see on a phone what was sent, and which texts are missing', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      for (const path of ['deliveries', 'languages', 'webhooks/new']) {
        await open(`/configuration/${path}`)
        expect(await findingsOf(page)).toEqual([])
      }
    },
    { screen: { width: 360, height: 740 }, scheme: 'dark' },
  )
})
