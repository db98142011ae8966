import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { takeOn } from './colleague.ts'
import { atTheDesk, type SignIn, speakEnglish, startDesk } from './desk.ts'
import { sentAbout, sentWith } from './mails.ts'

let demo: Demo
let browser: Browser
let nela: SignIn
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
  await speakEnglish(demo)
  nela = await takeOn(browser, demo, 'nela@northlight.example', 'Nela Veselá')
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

type Issue = { number: string; step: string; values: Record<string, unknown> }
const read = (number: string) => demo.api<Issue>('GET', `/issues/${number}`)

/** Radka and Nela at one issue that is being assessed, each in a browser of their own; neither page is loaded anew. */
async function bothAtOne(act: (radka: Page, nela: Page, number: string) => Promise<void>): Promise<void> {
  const { number } = await demo.api<Issue>('POST', '/issues', {
    type: 'warranty',
    locale: 'cs',
    contact: { name: 'Jana Nováková', email: 'jana@example.com' },
    values: { product: 'Kettle K200', defect: 'It leaks' },
  })
  await demo.api('POST', `/issues/${number}/transitions`, { to: 'assessing' })
  await atTheDesk(browser, demo, async (mine) => {
    await atTheDesk(
      browser,
      demo,
      async (theirs) => {
        const pages = [mine.page, theirs.page]
        await Promise.all([mine, theirs].map(({ open }) => open(`/issues/${number}`)))
        await mine.page.getByRole('img', { name: 'Nela Veselá is looking at this issue, too' }).waitFor()
        await theirs.page.getByRole('img', { name: /^Radka .* is looking at this issue, too$/ }).waitFor()
        for (const page of pages) await page.evaluate(() => Object.assign(window, { isSamePage: true }))
        await act(mine.page, theirs.page, number)
        for (const page of pages) expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
      },
      { as: nela },
    )
  })
}

const entry = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
const written = (page: Page, name: string) => page.getByRole('textbox', { name })
const move = (page: Page, step: string) =>
  page.getByRole('group', { name: 'Next steps' }).getByRole('button', { name: step, exact: true }).click()
const product = (page: Page) => page.locator('[data-member="values.product"]')

async function beginProduct(page: Page, text: string): Promise<void> {
  await product(page).getByRole('button').click()
  await product(page).getByRole('textbox').fill(text)
}

test('what one of us does stands at once at the other, and so does what is taken back', async () => {
  await bothAtOne(async (radka, nelas) => {
    await written(nelas, 'Message to the customer').fill('We are looking at it.')
    await radka.getByText('Nela Veselá is writing', { exact: true }).waitFor()
    await nelas.keyboard.press('Control+Enter')
    await entry(radka, 'We are looking at it.').getByText('To the customer').waitFor()
    await entry(radka, 'We are looking at it.').getByText('Nela Veselá').waitFor()

    await nelas.keyboard.press('Escape')
    await nelas.keyboard.press('n')
    await nelas.keyboard.type('Ask the workshop first.')
    await nelas.keyboard.press('Control+Enter')
    await entry(radka, 'Ask the workshop first.').getByText('Only we see this').waitFor()

    await beginProduct(radka, 'Kettle K300')
    await radka.keyboard.press('Enter')
    await product(nelas).getByText('Kettle K300').waitFor()

    const steps = nelas.getByRole('group', { name: 'Next steps' })
    await move(radka, 'Waiting for information')
    await radka
      .getByRole('dialog')
      .getByRole('button', { name: /^Move to/ })
      .click()
    await steps.getByRole('button', { name: 'Assessing', exact: true }).waitFor()
    await radka.getByRole('button', { name: /^Undo/ }).click()
    await steps.getByRole('button', { name: 'Accepted', exact: true }).waitFor()
    await nelas
      .getByRole('region', { name: 'History' })
      .getByText(/Radka .* took back the move to “Waiting for information”/)
      .waitFor()
  })
})

test('we both change the same value: the second is asked, and nothing is overwritten', async () => {
  await bothAtOne(async (radka, nelas, number) => {
    await beginProduct(radka, 'Kettle of Radka')
    await beginProduct(nelas, 'Kettle of Nela')
    await nelas.keyboard.press('Enter')
    await expect.poll(async () => (await read(number)).values['product']).toBe('Kettle of Nela')
    await product(radka).getByRole('textbox').press('Enter')
    const asked = radka.getByRole('dialog')
    await asked.getByText('Kettle of Radka').waitFor()
    await asked.getByText('Kettle of Nela').waitFor()
    expect((await read(number)).values['product']).toBe('Kettle of Nela')
    await asked.getByRole('button', { name: 'Keep theirs' }).click()
    await product(radka).getByText('Kettle of Nela').waitFor()
    expect((await read(number)).values['product']).toBe('Kettle of Nela')
    await expect
      .poll(() =>
        product(radka)
          .getByRole('button')
          .evaluate((it) => it === document.activeElement),
      )
      .toBe(true)
  })
})

test('we both move it at once: it moves once, one mail leaves, and the second is told', async () => {
  await bothAtOne(async (radka, nelas, number) => {
    for (const page of [radka, nelas]) {
      await move(page, 'Waiting for information')
      await page.getByRole('dialog').getByLabel('Comment').fill('The serial number is missing.')
    }
    await Promise.all([radka, nelas].map((page) => page.keyboard.press('Control+Enter')))
    const told = 'Meanwhile it was moved to “Waiting for information”.'
    const isTold = async (page: Page) =>
      (await page.getByRole('alert').filter({ hasText: told }).count()) === 1
    await expect
      .poll(async () => (await Promise.all([radka, nelas].map(isTold))).toSorted())
      .toEqual([false, true])
    const [second = radka] = (await isTold(radka)) ? [radka] : [nelas]
    const go = second.getByRole('dialog').getByRole('button', { name: /^Move to/ })
    expect(await go.isDisabled()).toBe(true)
    expect(await second.getByLabel('Comment').inputValue()).toBe('The serial number is missing.')
    await second.keyboard.press('Escape')
    await second.getByRole('dialog').waitFor({ state: 'detached' })

    const { items } = await demo.api<{ items: { kind: string; data: { to?: string } }[] }>(
      'GET',
      `/issues/${number}/events?limit=100`,
    )
    expect(items.filter(({ data }) => data.to === 'waiting-for-information')).toHaveLength(1)
    await sentWith(demo, number, 'action-needed')
    const asked = (await sentAbout(demo, number, 1)).filter(({ template }) => template === 'action-needed')
    expect(asked).toHaveLength(1)
  })
})

test('one of us writes while the other sends: the draft stays, and its writer is told', async () => {
  await bothAtOne(async (radka, nelas) => {
    const draft = written(radka, 'Message to the customer')
    await draft.fill('I am just about to say')
    await written(nelas, 'Message to the customer').fill('Your kettle is ready.')
    await nelas.keyboard.press('Control+Enter')
    const told = radka
      .getByRole('status')
      .filter({ hasText: 'While you write, a message has gone to the customer.' })
    await told.getByText('Nela Veselá: Your kettle is ready.').waitFor()
    expect(await draft.inputValue()).toBe('I am just about to say')
    expect(await nelas.getByText('While you write').count()).toBe(0)
    await told.getByRole('button', { name: 'I have read it' }).click()
    await told.waitFor({ state: 'detached' })

    await draft.press('Control+Enter')
    await entry(nelas, 'I am just about to say').getByText('To the customer').waitFor()
    await entry(radka, 'I am just about to say').getByText('To the customer').waitFor()
    expect(await radka.getByText('While you write').count()).toBe(0)
  })
})
