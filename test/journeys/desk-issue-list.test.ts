import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo, DemoIssue } from '../support/demo.ts'
import { atTheDesk, choose, findingsOf, readEnglish, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const PHONE = { width: 360, height: 740 }
const rows = (page: Page) => page.locator('.list-row[data-number]')
const row = (page: Page, number: string) => page.locator(`.list-row[data-number="${number}"]`)
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search issues' })
async function issues(query: string): Promise<(DemoIssue & { handler: { name: string } | null })[]> {
  const { items } = await demo.api<{ items: (DemoIssue & { handler: { name: string } | null })[] }>(
    'GET',
    `/issues?limit=50&${query}`,
  )
  return items
}

test('I find an issue by number, by name without accents and by phone', async () => {
  const [issue] = (await issues('type=warranty&step=received')).filter(({ contact }) => contact.phone)
  if (!issue) throw new Error('the demo has no such issue')
  const surname = issue.contact.name.split(' ').at(-1) ?? ''
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues')
    await rows(page).first().waitFor()
    await page.keyboard.press('/')
    for (const words of [
      issue.number.slice(0, -2),
      surname.normalize('NFD').replaceAll(/\p{M}/gu, ''),
      issue.contact.phone.slice(-9),
    ]) {
      await search(page).fill(words)
      await page.waitForURL((url) => url.searchParams.get('q')?.replaceAll('"', '') === words)
      await row(page, issue.number).waitFor()
    }
    await search(page).fill('nothing is called that')
    await page.getByText('Nothing found for “nothing is called that”.').waitFor()
    expect(await findingsOf(page)).toEqual([])
  })
})

test('what I filter and sort by stays in the address', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues')
    await page.getByRole('button', { name: 'Type', exact: true }).click()
    await page.getByRole('option', { name: 'Warranty claim' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^State/ }).click()
    await page.getByRole('option', { name: 'Done', exact: true }).click()
    await page.getByRole('button', { name: 'Changed' }).click()
    await expect
      .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
      .toEqual({ type: 'warranty', category: 'done', sort: '-changed' })
    await page.reload()
    await rows(page).first().waitFor()
    const head = page.getByRole('columnheader', { name: 'Changed' })
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    const first = await rows(page).first().getAttribute('data-number')
    const [expected] = await issues('type=warranty&category=done&sort=-changed')
    expect(first).toBe(expected?.number)

    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.waitForURL((url) => !url.searchParams.has('type'))
    await page.getByRole('link', { name: 'Late', exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('due') === 'late')
    // What was there before stays until what is late has come.
    await rows(page).first().filter({ hasText: 'late' }).waitFor()
  })
})

test('I save a list as a view, share it, rename it and delete it', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues?type=warranty&turn=us')
    await page.getByRole('button', { name: 'Save view' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name of the view').fill('Claims for us')
    await dialog.getByLabel('Everybody may see it').check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    const tab = page.getByRole('link', { name: 'Claims for us' })
    await expect.poll(() => tab.getAttribute('aria-current')).toBe('page')

    await page.getByRole('link', { name: 'All open' }).click()
    await page.waitForURL((url) => !url.searchParams.has('type'))
    await tab.click()
    await page.waitForURL((url) => url.searchParams.get('turn') === 'us')
    await page.getByRole('button', { name: 'Remove the filter Whose turn' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' })
    // That it was saved at first may still be told.
    await page.getByText('The view Claims for us is saved.').last().waitFor()

    await page.getByRole('button', { name: 'View Claims for us' }).click()
    await page.getByRole('menuitem', { name: 'Rename or share' }).click()
    await dialog.getByLabel('Name of the view').fill('All claims')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'All claims' }).waitFor()
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('button', { name: 'View All claims' }).click()
    await page.getByRole('menuitem', { name: 'Delete the view' }).click()
    await dialog.getByRole('button', { name: 'Delete the view' }).click()
    await page.getByRole('link', { name: 'All claims' }).waitFor({ state: 'detached' })
  })
})

test('I assign several issues with the mouse, see first what that does, and take it back', async () => {
  const [first, second, third] = await issues('category=open,waiting&handler=none&sort=due')
  if (!first || !second || !third) throw new Error('the demo has no three issues of nobody')
  const handlerOf = async ({ number }: DemoIssue) =>
    (await demo.api<{ handler: { name: string } | null }>('GET', `/issues/${encodeURIComponent(number)}`))
      .handler?.name ?? null
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues?handler=none')
    await page.getByLabel(`Select ${first.number}`).click()
    await page.getByLabel(`Select ${third.number}`).click({ modifiers: ['Shift'] })
    await page.getByText('3 selected').waitFor()
    expect(await row(page, second.number).getAttribute('aria-selected')).toBe('true')
    await page.getByRole('button', { name: 'Assign…' }).click()
    const dialog = page.getByRole('dialog')
    await choose(dialog.getByRole('combobox'), page.getByRole('option', { name: 'Lucy Harper' }))
    await dialog.getByText('3 issues will change.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Change 3 issues' }).click()
    await page.getByText('3 issues are with Lucy Harper.').waitFor()
    for (const issue of [first, second, third]) expect(await handlerOf(issue)).toBe('Lucy Harper')
    await row(page, first.number).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('3 issues are as they were.').waitFor()
    for (const issue of [first, second, third]) expect(await handlerOf(issue)).toBeNull()
    await row(page, first.number).waitFor()
  })
})

test('I move issues with the keyboard alone, and am told what rules will send', async () => {
  const [one, two] = await issues('type=warranty&step=received&sort=due')
  if (!one || !two) throw new Error('the demo has no two new claims')
  const stepOf = async ({ number }: DemoIssue) =>
    (await demo.api<DemoIssue>('GET', `/issues/${encodeURIComponent(number)}`)).step
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues?type=warranty&step=received')
    await rows(page).first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('2 selected').waitFor()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').waitFor()
    await page.keyboard.type('Accepted for')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog.getByText('2 issues will change.').waitFor()
    await dialog.getByRole('button', { name: 'Change 2 issues' }).press('Enter')
    await page.getByText('2 issues moved to Accepted for handling.').waitFor()
    for (const issue of [one, two]) expect(await stepOf(issue)).toBe('accepted-for-handling')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText('2 issues are as they were.').waitFor()
    for (const issue of [one, two]) expect(await stepOf(issue)).toBe('received')
  })
})

test('I give once what a step needs, for all issues that lack it', async () => {
  const made = async (values: object) => {
    const contact = { name: 'Mary Stone', email: 'mary.stone@example.com' }
    const all = { product: 'Lamp', defect: 'Flickers', ...values }
    const { number } = await demo.api<DemoIssue>('POST', '/issues', {
      type: 'warranty',
      contact,
      values: all,
    })
    await demo.api('POST', `/issues/${encodeURIComponent(number)}/transitions`, { to: 'assessing' })
    return number
  }
  const [inspected, bare] = [await made({ inspection: 'Seen by us' }), await made({})]
  const read = (number: string) =>
    demo.api<DemoIssue & { values: object }>('GET', `/issues/${encodeURIComponent(number)}`)
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues?q=Mary+Stone')
    await page.getByLabel(`Select ${inspected}`).click()
    await page.getByLabel(`Select ${bare}`).click()
    await page.getByRole('button', { name: 'Move to step…' }).click()
    const dialog = page.getByRole('dialog')
    const step = dialog.getByRole('combobox', { name: 'To which step' })
    await choose(step, page.getByRole('option', { name: 'Rejected' }))
    await dialog.getByText('2 issues cannot be changed:').waitFor()
    const inspection = dialog.getByLabel('Inspection result')
    await inspection.fill('Nothing to see')
    await dialog.getByText('1 issue lacks it.').waitFor()
    await dialog.getByLabel('Reason for the decision').fill('Wear and tear')
    await choose(
      dialog.getByRole('combobox', { name: 'Decision' }),
      page.getByRole('option', { name: 'Not accepted' }),
    )
    await dialog.getByText('2 issues will change.').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Change 2 issues' }).click()
    await page.getByText('2 issues moved to Rejected.').waitFor()
    const told = { step: 'rejected', values: { decision_reason: 'Wear and tear' } }
    expect(await read(inspected)).toMatchObject({ ...told, values: { inspection: 'Seen by us' } })
    expect(await read(bare)).toMatchObject({ ...told, values: { inspection: 'Nothing to see' } })
  })
})

test('I see whom I owe an answer, until I gave it', async () => {
  const [issue] = await issues('category=open&sort=due')
  if (!issue) throw new Error('the demo has nothing open')
  const say = (from: string) =>
    demo.api('POST', `/issues/${encodeURIComponent(issue.number)}/messages`, { body: 'Well?', from })
  await say('customer')
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues')
    await page.getByRole('link', { name: 'To answer' }).click()
    await page.waitForURL(/answer=awaited/)
    await row(page, issue.number).waitFor()
    await page.getByRole('button', { name: 'Remove the filter Answer' }).waitFor()
    await say('shop')
    await page.reload()
    await page.getByText('To answer').first().waitFor()
    await row(page, issue.number).waitFor({ state: 'detached' })
    const filters = page.getByRole('group', { name: 'Filters' })
    await filters.getByRole('button', { name: 'Deadline' }).click()
    await page.getByRole('option', { name: 'No deadline' }).click()
    await page.waitForURL(/due=none/)
    expect(await findingsOf(page)).toEqual([])
  })
})

test('I open issues with the keyboard, and find the list at its place', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await readEnglish(page)
    await open('/issues?type=warranty')
    await rows(page).first().waitFor()
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    const pointed = await page.locator('.list-row[data-pointed]').getAttribute('data-number')
    expect(pointed).toBe(await rows(page).nth(1).getAttribute('data-number'))
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname.endsWith(`/issues/${pointed}`))
    await page.goBack()
    await rows(page).first().waitFor()
    expect(await page.locator('.list-row[data-pointed]').getAttribute('data-number')).toBe(pointed)
  })
})

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('it reads well on a desk', async () => {
    await atTheDesk(
      browser,
      demo,
      async ({ page, open }) => {
        await readEnglish(page)
        await open('/issues')
        await rows(page).first().waitFor()
        expect(await findingsOf(page)).toEqual([])
      },
      { scheme },
    )
  })

  test('it reads well on a phone, with its filters in a drawer', async () => {
    await atTheDesk(
      browser,
      demo,
      async ({ page, open }) => {
        await readEnglish(page)
        await open('/issues')
        await page.locator('.list-card').first().waitFor()
        expect(await findingsOf(page)).toEqual([])
        await page.getByRole('button', { name: 'Filters' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Step', exact: true }).waitFor()
        expect(await findingsOf(page)).toEqual([])
      },
      { screen: PHONE, scheme },
    )
  })
})
