import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo, DemoIssue } from '../support/demo.ts'
import { atTheDesk, startDesk } from './desk.ts'
import { axeFindings, overflow, PHONE } from './visitor.ts'

type Opened = DemoIssue & { opens: string }

let demo: Demo
let browser: Browser
let issue: Opened

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  issue = await demo.issueIn('warranty', 'assessing', 'en')
  await atTheDesk(browser, demo, async ({ page }) => readEnglish(page))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The demo's owner reads Czech; these journeys are told in English. */
async function readEnglish(page: Page): Promise<void> {
  const session: unknown = await (await page.request.get('/api/v1/session')).json()
  const { csrf } = session as { csrf: string }
  const headers = { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' }
  const answer = await page.request.patch('/api/v1/account', { data: { locale: 'en' }, headers })
  expect(answer.status(), await answer.text()).toBe(200)
}

const path = () => `/issues/${encodeURIComponent(issue.number)}`
const thread = (page: Page) => page.getByRole('list', { name: 'Conversation' })
const composer = (page: Page) => page.getByRole('region', { name: 'What you write' })
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const entry = (page: Page, text: string) => thread(page).getByRole('article').filter({ hasText: text })

/** What is wrong with the parts of the screen that these journeys are about. */
async function findingsIn(page: Page): Promise<string[]> {
  const parts = ['.talk', 'section[aria-label="Files"]', 'section[aria-label="Status page"]', '[role=dialog]']
  const found: string[] = []
  for (const one of parts)
    if (await page.locator(one).first().isVisible()) found.push(...(await axeFindings(page, one)))
  const wider = await overflow(page)
  return wider > 0 ? [...found, `${wider} px wider than the window`] : found
}

type Sent = { id: string; template: string | null; subject: string; to: string; state: string }

async function sent(): Promise<Sent[]> {
  const { items } = await demo.api<{ items: Sent[] }>('GET', `/deliveries?issue=${issue.number}`)
  return items
}

/** What the customer finds on the page, with the contact of the issue. */
async function asCustomer(look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`/en/status/warranty?issue=${issue.number}`)
  await page.getByLabel('E-mail or phone').fill(issue.opens)
  await page.getByRole('button', { name: 'Show the status' }).click()
  await page.getByRole('button', { name: /Leave/ }).waitFor()
  await look(page)
  await context.close()
}

test('by keyboard I write a note and a message, and the two never mix', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    await composer(page).waitFor()
    const before = (await sent()).length
    await page.keyboard.press('n')
    await page.keyboard.type('The seal has a hairline crack.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    const field = page.getByRole('textbox', { name: 'Message to the customer' })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await field.inputValue()).toBe('')
    await composer(page).getByText('Note (draft)').waitFor()
    await page.keyboard.type('We found the cause.')

    // Both drafts are still there when one comes back.
    await open('/issues')
    await open(path())
    expect(await field.inputValue()).toBe('We found the cause.')
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: 'Note for colleagues' })
    await expect.poll(() => note.inputValue()).toBe('The seal has a hairline crack.')
    await page.keyboard.press('Control+Enter')
    await entry(page, 'The seal has a hairline crack.').getByText('Only we see this').waitFor()
    expect(await note.inputValue()).toBe('')
    expect((await sent()).length).toBe(before)

    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.keyboard.press('Control+Enter')
    const told = entry(page, 'We found the cause.')
    await told.getByText('To the customer').waitFor()
    await told.getByText(`Sent by e-mail to ${issue.opens}`).waitFor()
    await told.getByRole('button', { name: 'Show the text' }).click()
    await told.locator('iframe').contentFrame().getByText('We found the cause.').last().waitFor()
    await told.getByRole('button', { name: 'Hide the text' }).click()
    expect(await field.inputValue()).toBe('')
    expect(await findingsIn(page)).toEqual([])
  })
  await asCustomer(async (page) => {
    await page.getByText('We found the cause.').waitFor()
    expect(await page.getByText('hairline crack').count()).toBe(0)
  })
})

test('a double click sends once', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    await page.getByRole('textbox', { name: 'Message to the customer' }).fill('Only once.')
    await page.getByRole('button', { name: 'Send to the customer' }).dblclick()
    await entry(page, 'Only once.').getByText('To the customer').waitFor()
    await page.reload()
    await entry(page, 'Only once.').getByText('To the customer').waitFor()
    expect(await entry(page, 'Only once.').count()).toBe(1)
  })
})

test('I choose a template with a slash, see it exactly as it leaves, and send it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    await page.getByRole('textbox', { name: 'Message to the customer' }).press('/')
    await page.getByRole('option').first().waitFor()
    const offered = await page.getByRole('option').allInnerTexts()
    const { templates } = await demo.api<{ templates: { name: string; forStaff: boolean }[] }>(
      'GET',
      '/workplace',
    )
    const staffs = templates.filter(({ forStaff }) => forStaff).map(({ name }) => name)
    expect(staffs.length).toBeGreaterThan(2)
    expect(offered.filter((name) => staffs.includes(name))).toEqual([])
    await page.keyboard.type('turn')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const preview = part(page, 'Exactly as it leaves')
    const subject = await preview
      .getByText(/^Subject/)
      .locator('..')
      .innerText()
    await preview.locator('iframe').contentFrame().getByText(issue.number).last().waitFor()
    await preview.getByText('Plain text').click()
    expect(await findingsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Send to the customer' }).click()
    await expect.poll(async () => (await sent())[0]?.template).toBe('action-needed')
    expect(subject).toContain((await sent())[0]?.subject)
    await page.getByRole('button', { name: 'Without the template' }).waitFor({ state: 'detached' })
  })
})

test('I paste a photo, look at it, and show it to the customer', async () => {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b3261e' } })
    .jpeg()
    .toBuffer()
  const atFirst = async (page: Page) => expect(await page.getByText('crack.jpg').count()).toBe(0)
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    await composer(page).waitFor()
    await paste(page, 'crack.jpg', photo.toString('base64'))
    const file = part(page, 'Files').getByRole('listitem').filter({ hasText: 'crack.jpg' })
    await file.waitFor()
    await asCustomer(atFirst)

    await file.getByRole('button', { name: 'Look at crack.jpg' }).click()
    const picture = page.getByRole('dialog').getByRole('img', { name: 'crack.jpg' })
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640)
    await page.keyboard.press('ArrowRight')
    expect(await findingsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await file.getByRole('switch', { name: 'Show to the customer' }).press('Space')
    await page.getByText('The customer now sees crack.jpg.').waitFor()
    await asCustomer((seen) => seen.getByText('crack.jpg').first().waitFor())

    await page.setInputFiles('input[type=file]', {
      name: 'program.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ'),
    })
    await page.getByText('program.exe: only JPG').waitFor()
    await page.setInputFiles('input[type=file]', {
      name: 'liar.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<script>'),
    })
    await composer(page).getByRole('alert').filter({ hasText: 'liar.jpg: ' }).waitFor()
    await page.getByRole('button', { name: 'Dismiss liar.jpg' }).first().click()

    await file.getByRole('button', { name: 'Delete crack.jpg' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await file.waitFor({ state: 'detached' })
  })
  await asCustomer(atFirst)
})

test('I send the link, the customer opens it, and I end it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    const box = part(page, 'Status page')
    await box.getByRole('button', { name: 'As the customer sees it' }).click()
    const shown = page.getByRole('dialog', { name: 'As the customer sees it' })
    await shown.locator('iframe').contentFrame().getByText(issue.number).first().waitFor()
    await page.keyboard.press('Escape')
    await shown.waitFor({ state: 'detached' })

    await box.getByRole('button', { name: 'Send the link' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send the link to the customer' })
    await dialog.getByText(issue.opens).waitFor()
    await dialog.getByText('Plain text').click()
    expect(await findingsIn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })

    const key = await keyInTheMail()
    await asCustomer(() => Promise.resolve())
    await page.reload()
    await box.getByText(/^Last opened/).waitFor()

    await box.getByRole('button', { name: /links? given out/ }).click()
    await box
      .getByRole('button', { name: `End the link of ${issue.opens}` })
      .last()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the link' }).click()
    await page.getByText('The link has ended.').waitFor()
    await box.getByText(/ended/).first().waitFor()
    expect(key).toMatch(/^[\w-]{24}$/)

    await box.getByRole('button', { name: 'Make a link to pass on' }).click()
    await box.getByText(/key=[\w-]{24}/).waitFor()
  })
})

test('where the page is off it is said, and nothing pretends that it works', async () => {
  await demo.setPage('warranty', { enabled: false })
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(path())
    await part(page, 'Status page')
      .getByText(/The status page of this type is off/)
      .waitFor()
    expect(await findingsIn(page)).toEqual([])
  })
  await demo.setPage('warranty', { enabled: true })
})

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const)('in %s at %i px everything can be read and reached', async (scheme, width) => {
  const screen = width === 360 ? PHONE : { width, height: 900 }
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open(path())
      await composer(page).waitFor()
      expect(await findingsIn(page)).toEqual([])
      await composer(page).getByText('Note', { exact: true }).click()
      expect(await findingsIn(page)).toEqual([])
      if (width === 360)
        await page.getByRole('radiogroup', { name: 'Part of the issue' }).getByText('Facts').click()
      await part(page, 'Files').waitFor()
      await part(page, 'Status page')
        .getByText(/Last opened|not opened/)
        .waitFor()
      expect(await findingsIn(page)).toEqual([])
    },
    { screen, scheme },
  )
})

/** As a browser does with what lies in the clipboard. */
async function paste(page: Page, name: string, base64: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message to the customer' }).evaluate(
    (field, [fileName, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ''), (char) => char.codePointAt(0) ?? 0)
      const data = new DataTransfer()
      data.items.add(new File([bytes], fileName ?? '', { type: 'image/jpeg' }))
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [name, base64],
  )
}

/** The key of the link in the newest captured mail. */
async function keyInTheMail(): Promise<string> {
  await expect.poll(async () => (await sent())[0]).toMatchObject({ template: 'status-link', state: 'sent' })
  const [mail] = await sent()
  const answer = await fetch(`${demo.baseUrl}/api/v1/deliveries/${mail?.id}/captured`, {
    headers: { authorization: `Bearer ${demo.token}` },
  })
  const text = (await answer.text()).replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return /key=([\w-]{24})/.exec(text)?.[1] ?? ''
}
