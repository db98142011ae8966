import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { pdfText } from '../support/pdf-text.ts'
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

type Stored = {
  number: string
  type: string
  contact: object
  values: Record<string, unknown>
  handler: { email: string } | null
}

const madeNumber = async (page: Page): Promise<string> => {
  await page.waitForURL('**/desk/issues/new/made*')
  await page.getByRole('heading', { name: 'The issue is there' }).waitFor()
  return page.locator('.new-issue-big').innerText()
}

/** Somebody who has a claim already. */
function customer(): { email: string; issue: string } {
  const { email, issue } = demo.showcase('warranty')
  return { email: email ?? '', issue }
}

/** Goes on with Tab until the control of a member has the focus. */
async function tabTo(page: Page, path: string): Promise<void> {
  const focused = `document.activeElement.closest('[data-path]')?.dataset.path ?? ''`
  for (let presses = 0; presses < 40; presses++) {
    if ((await page.evaluate(focused)) === path) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${path} is not reached by Tab`)
}

test('I take a claim in by keyboard alone; a receipt holds its number and the remedy', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/')
    await page.keyboard.press('c')
    await page.locator('[data-path="contact.name"]').waitFor()
    await tabTo(page, 'contact.name')
    await page.keyboard.type('Božena Nová')
    await tabTo(page, 'contact.email')
    await page.keyboard.type('bozena@example.com')
    await tabTo(page, 'values.product')
    await page.keyboard.type('Toaster T40')
    await tabTo(page, 'values.defect')
    await page.keyboard.type('It does not heat')
    await tabTo(page, 'values.remedy_requested')
    await page.keyboard.type('Rep')
    await page.getByRole('option', { name: 'Repair' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    const number = await madeNumber(page)
    const issue = await demo.api<Stored>('GET', `/issues/${number}`)
    expect(issue).toMatchObject({
      type: 'warranty',
      contact: { name: 'Božena Nová', email: 'bozena@example.com', phone: '' },
      values: { product: 'Toaster T40', defect: 'It does not heat', remedy_requested: 'repair' },
      handler: { email: demo.desk.email },
    })
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as PDF' }).click()
    const stream = await (await saved).createReadStream()
    const pdf = Buffer.concat(await Array.fromAsync(stream, (chunk) => Buffer.from(chunk as Uint8Array)))
    for (const said of [number, 'Repair', 'BoženaNová', 'Itdoesnotheat', 'bozena@example.com'])
      expect(pdfText(pdf)).toContain(said)
    await page.getByRole('button', { name: 'Print' }).click()
    const paper = page.frameLocator('.new-issue-print')
    await paper.getByText(number).first().waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('On its way to bozena@example.com.').waitFor()
    await page.getByRole('link', { name: 'Another one' }).click()
    await page.waitForURL('**/desk/issues/new?type=warranty')
    expect(await page.locator('[data-path="contact.name"]').inputValue()).toBe('')
  })
})

test('I am told of the same customer while I write, and link the new issue as a duplicate', async () => {
  const { email, issue: before } = customer()
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/issues/new?type=warranty')
    await page.locator('[data-path="contact.email"]').fill(email)
    const similar = page.getByRole('region', { name: /similar issue/ })
    await similar.getByRole('link', { name: before }).waitFor()
    await similar.getByText('Same: E-mail').first().waitFor()
    await similar
      .getByRole('radiogroup', { name: `Link to ${before}` })
      .getByText('Duplicate')
      .click()
    await page.getByRole('button', { name: 'Create issue' }).click()
    const number = await madeNumber(page)
    await page.getByText(`Link to ${before}`).waitFor()
    await page.getByLabel('Done').first().waitFor()
    const { items } = await demo.api<{ items: object[] }>('GET', `/issues/${number}/links`)
    expect(items).toMatchObject([{ number: before, as: 'duplicate-of' }])
    await open('/issues/new?type=warranty')
    await page.locator('[data-path="contact.email"]').fill(email)
    await similar.getByRole('link', { name: number }).waitFor()
    await similar.getByRole('button', { name: 'Go on with this one instead' }).first().click()
    await page.waitForURL(`**/desk/issues/${number}`)
  })
})

test('what I wrote is there after a reload, wrong details are told where they stand, and two clicks make one', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/issues/new?type=return')
    const name = page.locator('[data-path="contact.name"]')
    await name.fill('Twice Only')
    await page.locator('[data-path="contact.email"]').fill('twice@')
    await page.reload()
    await page.getByText('We kept what you wrote').waitFor()
    expect(await name.inputValue()).toBe('Twice Only')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText('an e-mail address like jana@example.com').first().waitFor()
    await expect
      .poll(() => page.locator('[data-path="contact.email"]').getAttribute('aria-invalid'))
      .toBe('true')
    await page.locator('[data-path="contact.email"]').fill('twice@example.com')
    await page.getByRole('button', { name: 'Create issue' }).dblclick()
    await madeNumber(page)
    const { items } = await demo.api<{ items: Stored[] }>('GET', '/issues?contact=twice@example.com')
    expect(items.map(({ type }) => type)).toEqual(['return'])
  })
})

test('files follow the issue; one that is refused is told, and the issue stays', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/issues/new')
    await page.locator('[data-path="contact.name"]').fill('Files Given')
    await page.locator('input[type=file]').setInputFiles([
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('It was wet.') },
      { name: 'no.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a document') },
      { name: 'program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    ])
    await page.getByText('program.exe is not a picture').waitFor()
    await page.getByRole('button', { name: 'Create issue' }).click()
    const number = await madeNumber(page)
    await page.getByRole('alert').getByText('The issue is saved').waitFor()
    const { items } = await demo.api<{ items: { name: string }[] }>('GET', `/issues/${number}/attachments`)
    expect(items.map((file) => file.name)).toEqual(['note.txt'])
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('with the content that its name says').waitFor()
  })
})

test.each([
  [{ width: 360, height: 640 }, 'light'],
  [{ width: 360, height: 640 }, 'dark'],
  [DESKTOP, 'light'],
  [DESKTOP, 'dark'],
] as const)('the form and what comes after it read well at %o, %s', async (screen, scheme) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open('/issues/new')
      await page.locator('[data-path="contact.email"]').fill(customer().email)
      await page.getByText('Same: E-mail').first().waitFor()
      await page.locator('[data-path="contact.phone"]').fill('12')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('alert').first().waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.locator('[data-path="contact.phone"]').fill('')
      await page.keyboard.press('Control+Enter')
      await madeNumber(page)
      expect(await findingsOf(page)).toEqual([])
    },
    { screen, scheme },
  )
})
