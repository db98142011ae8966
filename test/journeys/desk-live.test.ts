import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo, DemoIssue } from '../support/demo.ts'
import { invite } from './colleague.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'
import { DESKTOP } from './visitor.ts'

let demo: Demo
let browser: Browser
let owner: { id: string; name: string }
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  const { items } = await demo.api<{ items: { id: string; name: string; email: string }[] }>('GET', '/users')
  const found = items.find(({ email }) => email === demo.desk.email)
  if (!found) throw new Error('the demo has no owner')
  owner = found
  await demo.api('PUT', `/users/${owner.id}`, { ...(await userOf(owner.id)), locale: 'en' })
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

async function userOf(id: string): Promise<object> {
  const { id: _id, ...user } = await demo.api<{ id: string }>('GET', `/users/${id}`)
  return user
}

/** An open issue that is not the owner's. */
async function othersIssue(skip = 0): Promise<DemoIssue> {
  const { items } = await demo.api<{
    items: (DemoIssue & { category: string; handler: { id: string } | null })[]
  }>('GET', '/issues?limit=100')
  const open = items.filter(({ category, handler }) => category !== 'done' && handler?.id !== owner.id)
  const issue = open[skip]
  if (!issue) throw new Error('the demo has no open issue of others')
  return issue
}

const bellOf = (page: Page) => page.getByRole('button', { name: /^Notices/ })

test('I am given an issue: the bell says so at once, and is quiet when I have seen it', async () => {
  const { number } = await othersIssue()
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/notices')
    await page.getByText('Nothing has happened to your issues yet').waitFor()
    await demo.api('PATCH', `/issues/${number}`, { handler: owner.id })
    await page.getByRole('button', { name: 'Notices, 1 unread' }).waitFor()
    expect(await page.title()).toBe('(1) Notices · Reklamator')
    await page.getByRole('listitem').filter({ hasText: number }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await bellOf(page).click()
    const dialog = page.getByRole('dialog', { name: 'Notices' })
    await dialog.getByText('It is yours now').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await bellOf(page).evaluate((bell) => bell === document.activeElement)).toBe(true)
    await page.getByRole('main').getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor()
    expect(await page.title()).toBe('Notices · Reklamator')
    await page.getByText('Unread only').click()
    await page.getByText('You have read everything.').waitFor()
  })
})

test('two windows of mine hear the same, also when one is closed', async () => {
  await atTheDesk(browser, demo, async ({ page, context, open }) => {
    await open('/notices')
    const second = await context.newPage()
    await second.goto('/desk/notices')
    await second.locator('h1').waitFor()
    const streams = await Promise.all([page, second].map(countStreams))
    expect(streams.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(1)
    await demo.api('PATCH', `/issues/${(await othersIssue()).number}`, { handler: owner.id })
    for (const window of [page, second])
      await window.getByRole('button', { name: 'Notices, 1 unread' }).waitFor()
    await page.close()
    await demo.api('PATCH', `/issues/${(await othersIssue()).number}`, { handler: owner.id })
    await second.getByRole('button', { name: 'Notices, 2 unread' }).waitFor()
    await second.getByRole('main').getByRole('button', { name: 'Mark all as read' }).click()
    await second.getByRole('button', { name: 'Notices', exact: true }).waitFor()
  })
})

/** Streams that a window has opened and that are still open. */
async function countStreams(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/live')).length,
  )
}

test('what somebody else changes appears in my list without a reload', async () => {
  const { number } = await othersIssue(1)
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`/issues?q=${number}`)
    await page.getByText(number).first().waitFor()
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await demo.api('PATCH', `/issues/${number}`, { contact: { name: 'Quite Another Name' } })
    await page.getByText('Quite Another Name').first().waitFor()
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })
})

test('a colleague and I are at one issue: we see each other, who writes, and what the other does', async () => {
  const { number } = await othersIssue(2)
  const link = await invite(demo, 'nela@northlight.example', 'Nela Veselá')
  await atTheDesk(browser, demo, async (mine) => {
    await mine.open(`/issues/${number}`)
    await atTheDesk(
      browser,
      demo,
      async ({ page, open }) => {
        await page.goto(link)
        await page.getByLabel('Password', { exact: true }).fill('seven lamps by the river')
        await page.getByRole('button', { name: 'Start' }).click()
        await page.getByRole('navigation').waitFor()
        await open(`/issues/${number}`)
        await page.getByRole('img', { name: `${owner.name} is looking at this issue, too` }).waitFor()
        await mine.page.getByRole('img', { name: 'Nela Veselá is looking at this issue, too' }).waitFor()
        await page.getByRole('textbox', { name: 'Message to the customer' }).fill('I am about to say')
        await mine.page.getByText('Nela Veselá is writing', { exact: true }).waitFor()
        // What else there is on the page others look at.
        expect((await findingsOf(mine.page)).filter((finding) => finding.includes('Avatar'))).toEqual([])
        await demo.api('PATCH', `/issues/${number}`, { contact: { name: 'Both See This' } })
        for (const window of [page, mine.page]) await window.getByText('Both See This').first().waitFor()
        await open('/notices')
        await mine.page.getByText('Nela Veselá is writing', { exact: true }).waitFor({ state: 'detached' })
      },
      { stranger: true },
    )
  })
})

test('I choose what I am told of: by mail too, or not at all', async () => {
  await atTheDesk(browser, demo, async ({ page, open, save }) => {
    await open('/account')
    await page.getByRole('checkbox', { name: 'Somebody gives you an issue: By mail' }).check()
    await page.getByRole('checkbox', { name: 'Somebody gives you an issue: In the desk' }).uncheck()
    expect(await findingsOf(page)).toEqual([])
    await save()
    await demo.api('PATCH', `/issues/${(await othersIssue()).number}`, { handler: owner.id })
    await open('/notices')
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor()
  })
})

test('while the server is away it says so quietly, and goes on by itself', async () => {
  await atTheDesk(browser, demo, async ({ page, context, open, complaints }) => {
    await context.route('**/api/v1/live*', (route) => route.abort())
    await open('/notices')
    await page.getByText('Offline, trying again').waitFor()
    expect(await page.getByRole('heading', { name: 'Notices' }).isVisible()).toBe(true)
    await context.unroute('**/api/v1/live*')
    await page.getByText('Offline, trying again').waitFor({ state: 'detached' })
    complaints.splice(0)
  })
})

test.each([
  ['on a phone, dark', { width: 360, height: 640 }, 'dark'],
  ['on a desktop, light', DESKTOP, 'light'],
] as const)('notices read well %s', async (_, screen, scheme) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open('/notices')
      await page.getByRole('listitem').first().waitFor()
      expect(await findingsOf(page)).toEqual([])
      await bellOf(page).click()
      await page.getByRole('dialog', { name: 'Notices' }).getByRole('listitem').first().waitFor()
      expect(await findingsOf(page)).toEqual([])
    },
    { screen, scheme },
  )
})
