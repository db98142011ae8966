import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The demo's owner reads Czech; these journeys are told in English. */
async function readEnglish(page: Page): Promise<void> {
  const { csrf } = (await (await page.request.get('/api/v1/session')).json()) as { csrf: string }
  const headers = { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' }
  await page.request.patch('/api/v1/account', { data: { locale: 'en' }, headers })
}

/** How many the API finds for the list that an address of the desk shows. */
async function listed(page: Page): Promise<number> {
  const { due, category = 'open,waiting', ...search } = Object.fromEntries(new URL(page.url()).searchParams)
  const query = new URLSearchParams({
    ...search,
    ...(category === 'all' ? {} : { category }),
    ...(due === 'late' ? { late: 'true' } : {}),
    limit: '1',
    count: 'true',
  })
  return (await demo.api<{ count: number }>('GET', `/issues?${query}`)).count
}

test('each figure of the overview is that of the list behind it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    const part = (name: string) => page.getByRole('region', { name })
    const figures = [
      () => page.getByRole('link', { name: /^\d+ Late$/ }),
      () => page.getByRole('link', { name: /^\d+ Due in 7 days$/ }),
      () => part('What is waiting on us?').getByRole('link').first(),
      () => part('Who needs help?').getByRole('link', { name: /^Nobody/ }),
      () => part('How old is what is open?').getByRole('link').nth(1),
    ]
    for (const figure of figures) {
      await open('/overview?type=warranty')
      await figure().waitFor()
      const words = (await figure().innerText()).split(/\n+/)
      const shown = words.map((word) => /^\d+$/.exec(word.trim())?.[0]).find((count) => count !== undefined)
      await figure().click()
      await page.waitForURL(/\/desk\/issues\?/)
      expect(await listed(page), page.url()).toBe(Number(shown))
    }
  })
})

test('what went over time is a chart, and a table for whoever wants the figures', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/overview?period=year')
    const flow = page.getByRole('region', { name: 'Are we keeping up?' })
    await flow.locator('.recharts-bar').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    await flow.getByText('Table', { exact: true }).click()
    const opened = await flow.locator('tbody tr td:nth-child(2)').allInnerTexts()
    const { count } = await demo.api<{ count: number }>('GET', '/issues?limit=1&count=true')
    expect(opened.reduce((sum, one) => sum + Number(one), 0)).toBe(count)
    const speed = page.getByRole('region', { name: 'Are we getting faster?' })
    await speed.getByText('Table', { exact: true }).click()
    await speed.getByRole('columnheader', { name: 'Nine of ten within' }).waitFor()
    const lists = [
      { part: flow, cell: 3, chip: 'Closed:' },
      { part: speed, cell: 2, chip: 'Decided:' },
    ]
    for (const { part, cell, chip } of lists) {
      await open('/overview?period=year&type=warranty')
      await part.getByText('Table', { exact: true }).click()
      const figure = part.locator(`tbody tr td:nth-child(${cell}) a`).last()
      const shown = Number(await figure.innerText())
      await figure.click()
      await page.waitForURL(/\/desk\/issues\?/)
      await page.getByText(chip).waitFor()
      expect(await listed(page), page.url()).toBe(shown)
    }
    await open('/overview?period=year&type=warranty')
    const bars = flow.locator('.recharts-bar').nth(1).locator('.recharts-bar-rectangle path')
    await bars.last().click()
    await page.waitForURL(/closedFrom=/)
    await open('/overview?period=year&type=warranty')
    const line = speed.locator('.recharts-line-curve').first()
    await line.waitFor()
    await speed.locator('.recharts-wrapper').hover()
    await speed.locator('.recharts-active-dot').first().click()
    await page.waitForURL(/decidedFrom=/)
  })
})

test('my day begins with what is mine and late, and with what nobody has', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/')
    const nobody = page.getByRole('region', { name: 'Nobody handles these' })
    await nobody.getByRole('link', { name: /^Show all/ }).click()
    await page.waitForURL(/\/desk\/issues\?handler=none/)
    expect(await listed(page)).toBeGreaterThan(5)
  })
})

test('figures and start read well on a phone in the dark', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      for (const path of ['/overview', '/']) {
        await open(path)
        await page.locator('.figure, .today-line').first().waitFor()
        expect(await findingsOf(page), path).toEqual([])
      }
    },
    { screen: { width: 360, height: 640 }, scheme: 'dark' },
  )
})
