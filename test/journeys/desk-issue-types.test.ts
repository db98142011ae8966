import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'
import { PHONE } from './visitor.ts'

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

const TYPE = '/configuration/issue-types/warranty'

test('I make a kind of issue, and give it a step between its first and its last', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open('/configuration/issue-types')
    await page.getByRole('button', { name: 'New issue type' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Lost parcel')
    expect(await page.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('lost-parcel')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Lost parcel' }).waitFor()
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.getByRole('textbox', { name: 'Name for handlers' }).fill('Asking the carrier')
    await page.getByText('No way out').waitFor()
    await page.getByText('Cannot be reached').waitFor()
    await page.getByRole('textbox', { name: 'Public name' }).fill('We are looking for your parcel')
    const seen = page.getByRole('group', { name: 'As the customer sees it' })
    await seen.getByText('We are looking for your parcel').waitFor()
    await page.getByRole('combobox', { name: 'Next steps' }).fill('Done')
    await page.getByRole('option', { name: 'Done' }).click()
    await page.getByText('No way out').waitFor({ state: 'detached' })
    expect(await page.getByText('Cannot be reached').count()).toBe(1)
    await save()
  })
})

test('I find a step in the graph by the keyboard, and change it there', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open(`${TYPE}/steps`)
    await page.getByText('Graph', { exact: true }).click()
    const step = page.getByRole('button', { name: /^Assessing .*Open In review$/ })
    await step.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name for handlers' }).fill('On the bench')
    await page.getByRole('button', { name: /^On the bench .*Open In review$/ }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await save()
  })
})

test('I see when a deadline ends, and which holidays lie on the way, before I save its rule', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`${TYPE}/deadlines`)
    await page.locator('[data-path="rules.2"] > button').click()
    await page.getByLabel('The clock starts on').fill('2026-11-24')
    await page.getByText('Thursday, December 24, 2026', { exact: true }).waitFor()
    await page.getByLabel('Move the last day to a working day').check()
    await page.getByText('Monday, December 28, 2026', { exact: true }).waitFor()
    await page.getByText('Moved on from Thursday, December 24, 2026, which is a day off.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Discard' }).click()
  })
})

test('numbers that can be guessed are told before I save them', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`${TYPE}/numbers`)
    await page.getByLabel('Pattern').fill('WC-{seq:5}')
    await page.getByText('WC-00124').waitFor()
    await page.getByText('Who has one number can guess others.').waitFor()
    await page.getByRole('button', { name: '{rand:4}' }).click()
    await page.getByText('Who has one number can guess others.').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Pattern').inputValue()).toBe('WC-{seq:5}{rand:4}')
    await page.getByRole('button', { name: 'Discard' }).click()
  })
})

test('a kind of issue that has issues is not deleted, and I read why', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(TYPE)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('warranty')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    expect(await dialog.getByRole('alert').innerText()).toContain('There are issues of this type, like ')
  })
})

test('the order of kinds is changed from the list', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/issue-types')
    const names = () => page.locator('tbody tr td:first-child').allInnerTexts()
    const [first = '', second = ''] = await names()
    await page.getByRole('button', { name: `Move ${second} up` }).click()
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual([second, first])
  })
})

test('a calendar of ours is made from that of a country', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open('/configuration/calendars/workshop')
    await page.getByLabel('Name').fill('Workshop')
    await page.getByRole('button', { name: 'Add a day' }).click()
    await page.getByLabel('Date').fill(`${new Date().getFullYear()}-12-31`)
    await save()
    await open('/configuration/calendars')
    await page.getByRole('link', { name: 'Workshop' }).click()
    await page.getByText('Days off this year').waitFor()
    expect(await page.getByLabel('Date').inputValue()).toMatch(/-12-31$/)
  })
})

test.each(['', '/steps', '/fields', '/numbers', '/deadlines'])(
  'the screen %s of a kind fits a phone in the dark',
  async (part) => {
    await atTheDesk(
      browser,
      demo,
      async ({ page, open }) => {
        await open(`${TYPE}${part}`)
        expect(await findingsOf(page)).toEqual([])
      },
      { screen: PHONE, scheme: 'dark' },
    )
  },
)

async function speakEnglish(): Promise<void> {
  const { items } = await demo.api<{ items: { id: string; email: string }[] }>('GET', '/users')
  const id = items.find(({ email }) => email === demo.desk.email)?.id
  const owner = await demo.api<object>('GET', `/users/${id}`)
  await demo.api('PUT', `/users/${id}`, { ...owner, locale: 'en' })
}
