import type { ChildProcess } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDesk } from '../../scripts/build-desk.mjs'
import { launchBrowser } from '../support/browser.ts'
import { program, untilEnd } from '../support/program.ts'
import { choose, findingsOf } from './desk.ts'

const PASSWORD = 'three calm herons at noon'

const installation = program()
let browser: Browser
let server: ChildProcess
let ended: ReturnType<typeof untilEnd>
let url = ''
let firstLink = ''
beforeAll(async () => {
  await buildDesk()
  browser = await launchBrowser()
  server = installation.start(['serve'])
  ended = untilEnd(server)
  ;[url, firstLink] = await Promise.all([
    said(server.stdout, /ready at (http:\/\/\S+)/),
    said(server.stderr, /(http:\/\/\S+\/desk\/welcome#\S+)/),
  ])
})
afterAll(async () => {
  server?.kill('SIGTERM')
  const { code } = await ended
  if (code !== 0) throw new Error(`the program ended with ${code}`)
  await browser?.close()
  installation.remove()
})

function said(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stream?.on('data', (piece: string) => {
      text += piece
      const found = pattern.exec(text)?.[1]
      if (found) resolve(found)
    })
    stream?.on('end', () => reject(new Error(`${pattern} was not said, but ${text}`)))
  })
}

async function newPage(): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isRefusal = message
      .text()
      .startsWith('Failed to load resource: the server responded with a status of 4')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) complaints.push(message.text())
  })
  return { page, complaints }
}

async function saved(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse(
    (answer) => ['PUT', 'POST'].includes(answer.request().method()) && !answer.url().includes('preview'),
  )
  await act()
  const answer = await answered
  expect(answer.status(), `${answer.url()} ${await answer.text()}`).toBeLessThan(300)
}

const save = (page: Page) =>
  saved(page, () => page.getByRole('button', { name: 'Save', exact: true }).click())

test('from the link of the first start to a customer who sees where their claim stands', async () => {
  const { page, complaints } = await newPage()

  // The link, once.
  await page.goto(firstLink)
  await page.getByLabel('Your name').fill('Eva Malá')
  await page.getByLabel('E-mail').fill('eva@shop.example')
  await page.getByLabel('Password', { exact: true }).fill('password')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByText(/12/).first().waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('link', { name: 'Issue types' }).click()
  const again = await newPage()
  await again.page.goto(firstLink)
  await again.page.getByText('does not hold any more').waitFor()

  // A new type, with a step between its two.
  await page.getByRole('button', { name: 'New issue type' }).click()
  await page.getByRole('dialog').getByLabel('Name (en)').fill('Bicycle repair')
  expect(await page.getByRole('dialog').getByLabel('Key').inputValue()).toBe('bicycle-repair')
  await saved(page, () => page.getByRole('dialog').getByRole('button', { name: 'Create' }).click())
  await page.waitForURL(/issue-types\/bicycle-repair\/steps$/)
  await page.getByRole('button', { name: 'Add a step' }).click()
  const step = page.locator('[data-path="steps.2"]')
  await step.getByText('Cannot be reached').waitFor()
  await step.getByLabel('Name for handlers (en)').fill('In the workshop')
  await step.getByLabel('Key').fill('workshop')
  await page
    .locator('[data-path="steps.2"]')
    .getByLabel('Public name (en)')
    .fill('Your bicycle is on the stand')
  await choose(
    page.locator('[data-path="steps.2"]').getByRole('combobox', { name: 'Next steps' }),
    page.getByRole('option').nth(1),
  )
  await page.keyboard.press('Escape')
  await page.locator('[data-path="steps.0"]').getByRole('button').first().click()
  await choose(
    page.locator('[data-path="steps.0"]').getByRole('combobox', { name: 'Next steps' }),
    page.getByRole('option', { name: 'In the workshop' }),
  )
  await page.keyboard.press('Escape')
  await page.getByText('Cannot be reached').waitFor({ state: 'detached' })
  await save(page)

  // What customers see.
  await page.goto('/desk/configuration/fields/views/status-page?type=bicycle-repair')
  for (const field of ['Progress', 'What happens next', 'Messages']) {
    await page.getByRole('combobox', { name: 'Add a field' }).click()
    await page.getByRole('option', { name: field, exact: true }).click()
  }
  await save(page)

  // The page, live.
  await page.goto('/desk/configuration/issue-types/bicycle-repair/status-page')
  await page.getByRole('switch', { name: 'Public status view' }).click()
  await page.getByLabel('Meta title (en)').fill('Your bicycle')
  await save(page)

  // An issue, as the shop's own system opens it.
  const token = (
    await installation.run(['token', 'create', '--name', 'Shop', '--scope', 'issues:write'])
  ).out.trim()
  const call = async (method: 'POST', path: string, body: object) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.ok, await answer.clone().text()).toBe(true)
    return (await answer.json()) as { number: string }
  }
  const contact = { name: 'Jan Kolář', email: 'jan@example.com', phone: '' }
  const { number } = await call('POST', '/issues', { type: 'bicycle-repair', locale: 'en', contact })
  await call('POST', `/issues/${encodeURIComponent(number)}/transitions`, { to: 'workshop' })

  // The customer.
  const customer = await newPage()
  const look = async () => {
    await customer.page.goto(`/en/status/bicycle-repair?issue=${encodeURIComponent(number)}`)
    await customer.page.locator('input[name=contact]').fill('jan@example.com')
    await customer.page.getByRole('button', { name: 'Show the status' }).click()
    await customer.page.getByRole('heading', { level: 1, name: 'Your bicycle is on the stand' }).waitFor()
  }
  await look()
  expect(await customer.page.title()).toContain('Your bicycle')

  // Off: an error for customers; on again: as it was.
  await page.getByRole('switch', { name: 'Public status view' }).click()
  await page.getByText('goes off for everybody').waitFor()
  await save(page)
  expect((await customer.page.goto('/en/status/bicycle-repair'))?.status()).toBe(404)
  await page.getByRole('switch', { name: 'Public status view' }).click()
  await save(page)
  expect(await page.getByLabel('Meta title (en)').inputValue()).toBe('Your bicycle')
  await look()

  // A field moved up and one taken away: the customer sees it at once.
  await page.goto('/desk/configuration/fields/views/status-page?type=bicycle-repair')
  await page.getByRole('button', { name: 'Move Messages' }).focus()
  for (const [key, told] of [
    ['Space', 'Messages is at place 3.'],
    ['ArrowUp', 'Messages is at place 2.'],
    ['ArrowUp', 'Messages is at place 1.'],
  ] as const) {
    await page.keyboard.press(key)
    await page.getByText(told).waitFor({ state: 'attached' })
  }
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Remove: What happens next' }).click()
  await save(page)
  const view = await page.request.get('/api/v1/issue-types/bicycle-repair/views/status-page')
  expect(((await view.json()) as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
    'messages',
    'progress',
  ])
  await customer.page.reload()
  expect(await customer.page.locator('.rk-next').count()).toBe(0)
  for (const who of [page, customer.page]) expect(await who.locator('h1').count()).toBe(1)
  expect([...complaints, ...customer.complaints]).toEqual([])
})
