import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, choose, findingsOf, startDesk } from './desk.ts'
import { DESKTOP, PHONE } from './visitor.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

type Issue = {
  number: string
  step: string
  contact: { name: string; email: string }
  values: Record<string, unknown>
  handler: { name: string } | null
  due: string | null
  deadline: { extension: { to: string } | null } | null
}
const read = (number: string) => demo.api<Issue>('GET', `/issues/${number}`)
let opened = 0
/** An issue of its own that is looked at; the demo's owner reads Czech. */
async function openIssue(step: string | null = 'assessing'): Promise<string> {
  opened++
  const { number } = await demo.api<Issue>('POST', '/issues', {
    type: 'warranty',
    locale: 'cs',
    contact: { name: `Jana Nováková ${opened}`, email: `jana${opened}@example.com` },
    values: { product: 'Konvice K200', defect: 'Teče u rukojeti', bank_account: 'CZ6508000000192000145399' },
  })
  if (step) await demo.api('POST', `/issues/${number}/transitions`, { to: step })
  return number
}
const valueOf = (page: Page, member: string) => page.locator(`[data-member="${member}"] button.issue-value`)
const editorOf = (page: Page, member: string) => page.locator(`[data-member="${member}"] [data-path]`).first()
/** The page itself, not a key's place in it, has the focus. */
const press = async (page: Page, key: string) => {
  await page.locator('h1').first().focus()
  await page.keyboard.press(key)
}

test('I change values in their place by the keyboard alone', async () => {
  const number = await openIssue()
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`/issues/${number}`)
    await valueOf(page, 'values.defect').waitFor()
    await press(page, 'e')
    await editorOf(page, 'values.defect').waitFor()
    await page.keyboard.press('End')
    await page.keyboard.type(', když je plná')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await read(number)).values['defect']).toBe('Teče u rukojeti, když je plná')
    await valueOf(page, 'values.product').press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Nic')
    await page.keyboard.press('Escape')
    expect(await valueOf(page, 'values.product').innerText()).toBe('Konvice K200')
    await expect
      .poll(() => valueOf(page, 'values.product').evaluate((it) => it === document.activeElement))
      .toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Konvice K300')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await read(number)).values['product']).toBe('Konvice K300')

    await press(page, 'a')
    await page.getByRole('combobox', { name: 'Řeší' }).fill('Tom')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await read(number)).handler?.name).toBe('Tomáš Havlík')

    await valueOf(page, 'contact.email').press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('jana')
    await page.keyboard.press('Enter')
    const error = page.locator('[data-member="contact.email"]').getByText(/e-mail/i)
    await error.first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect((await read(number)).contact.email).toMatch(/^jana\d+@example\.com$/)

    const account = page.locator('[data-member="values.bank_account"]')
    expect(await account.innerText()).not.toContain('CZ65')
    await account.getByRole('button', { name: /^Ukázat celé/ }).click()
    await account.getByText('CZ6508000000192000145399').waitFor()
  })
})

test('I move an issue on, am asked for what the step needs, and take it back', async () => {
  const number = await openIssue()
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`/issues/${number}`)
    await page.getByRole('group', { name: 'Další kroky' }).waitFor()
    await press(page, 'm')
    await page.getByRole('menuitem', { name: 'Uznaná', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Zákazník uvidí:').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await choose(dialog.getByRole('combobox', { name: 'Rozhodnutí' }), page.getByRole('option').first())
    await dialog.getByLabel('Výsledek posouzení').fill('Vada materiálu')
    await dialog.getByLabel('Komentář').fill('Podle dílny')
    await dialog.getByText(/^Pravidla pak: .+\./).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(`${number} je teď v kroku „Uznaná“.`).waitFor()
    expect(await read(number)).toMatchObject({ step: 'accepted', values: { inspection: 'Vada materiálu' } })
    await page.getByRole('button', { name: 'Historie' }).click()
    await page.getByText('· posun z „Posuzuje se“ na „Uznaná“').waitFor()
    await page.getByText('Podle dílny').waitFor()
    await page.getByRole('button', { name: 'Vrátit', exact: true }).click()
    await page.getByText(/^Vráceno zpět\./).waitFor()
    await page.getByText('· posun na „Uznaná“ vrácen, zpět v kroku „Posuzuje se“').waitFor()
    const after = await read(number)
    expect(after.step).toBe('assessing')
    expect(after.values).not.toHaveProperty('inspection')
  })
})

test('what a colleague changed meanwhile is shown beside mine, and one of the two is chosen', async () => {
  const number = await openIssue()
  await atTheDesk(browser, demo, async ({ page: mine, open: openMine }) => {
    await atTheDesk(browser, demo, async ({ page: theirs, open: openTheirs }) => {
      await Promise.all([openMine(`/issues/${number}`), openTheirs(`/issues/${number}`)])
      const product = 'values.product'
      await valueOf(mine, product).click()
      await editorOf(mine, product).fill('Konvice moje')
      await valueOf(theirs, product).click()
      await editorOf(theirs, product).fill('Konvice jejich')
      await theirs.keyboard.press('Enter')
      await expect.poll(async () => (await read(number)).values['product']).toBe('Konvice jejich')
      await mine.bringToFront()
      await editorOf(mine, product).press('Enter')
      const dialog = mine.getByRole('dialog')
      await dialog.getByText('Konvice jejich').waitFor()
      await dialog.getByText('Konvice moje').waitFor()
      expect(await findingsOf(mine)).toEqual([])
      expect((await read(number)).values['product']).toBe('Konvice jejich')
      await dialog.getByRole('button', { name: 'Nechat moje' }).click()
      await expect.poll(async () => (await read(number)).values['product']).toBe('Konvice moje')

      // What does not clash is no conflict: another member of the same issue.
      await valueOf(theirs, 'contact.name').click()
      await editorOf(theirs, 'contact.name').fill('Jana Nová')
      await demo.api('PATCH', `/issues/${number}`, { values: { product: 'Konvice třetí' } })
      await editorOf(theirs, 'contact.name').press('Enter')
      await expect.poll(async () => (await read(number)).contact.name).toBe('Jana Nová')
      expect((await read(number)).values['product']).toBe('Konvice třetí')
    })
  })
})

test('I extend a deadline with the consent of the customer', async () => {
  const number = await openIssue('accepted-for-handling').catch(() => openIssue())
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`/issues/${number}`)
    await page.getByRole('button', { name: 'Prodloužit lhůtu' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nový den').fill('2027-03-01')
    await dialog.getByRole('checkbox', { name: 'Zákazník souhlasil' }).uncheck()
    await dialog.getByRole('button', { name: 'Prodloužit lhůtu' }).click()
    await dialog.getByText(/pravidlo žádá souhlas/i).waitFor()
    await dialog.getByRole('checkbox', { name: 'Zákazník souhlasil' }).check()
    await dialog.getByRole('button', { name: 'Prodloužit lhůtu' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await read(number)).deadline?.extension).toMatchObject({ to: '2027-03-01' })
    await page.getByText(/souhlas: Jana Nováková \d+, telefonicky/).waitFor()
  })
})

test('I link an issue with another, walk on with j and k, and delete one', async () => {
  const [number, other] = [await openIssue(), await openIssue()]
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open(`/issues/${number}`)
    await page.evaluate(
      (numbers) =>
        sessionStorage.setItem(
          'reklamator-desk-walk',
          JSON.stringify({ address: '/issues?category=open', numbers }),
        ),
      [number, other],
    )
    await page.getByRole('button', { name: 'Propojit požadavek' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tento požadavek').selectOption('duplicate-of')
    await dialog.getByRole('combobox', { name: 'Který' }).fill(other)
    await page.getByRole('option', { name: new RegExp(other) }).click()
    await dialog.getByRole('button', { name: 'Přidat' }).click()
    await page
      .getByRole('region', { name: 'Propojené požadavky' })
      .getByRole('link', { name: other })
      .waitFor()
    await open(`/issues/${number}`)
    await press(page, 'j')
    await page.waitForURL(new RegExp(`/issues/${other}$`))
    await page.getByText('má duplikát').first().waitFor()
    await press(page, 'k')
    await page.waitForURL(new RegExp(`/issues/${number}$`))
    await press(page, 'u')
    await page.waitForURL(/\/desk\/issues\?category=open$/)
    await open(`/issues/${other}`)
    await page.getByRole('button', { name: 'Další akce' }).click()
    await page.getByRole('menuitem', { name: 'Smazat požadavek' }).click()
    const remove = page.getByRole('dialog').getByRole('button', { name: 'Smazat' })
    expect(await remove.isDisabled()).toBe(true)
    await page.getByRole('dialog').getByRole('textbox').fill(other)
    await remove.click()
    await page.getByText(`${other} je smazán.`).waitFor()
    await expect(read(other)).rejects.toThrow('404')
    await open(`/issues/${number}`)
    await page.getByRole('region', { name: 'Propojené požadavky' }).waitFor()
    expect(await page.getByRole('link', { name: other }).count()).toBe(0)
  })
})

test.each([
  ['a phone', PHONE, 'light'],
  ['a phone in the dark', PHONE, 'dark'],
  ['a desk', DESKTOP, 'light'],
  ['a desk in the dark', DESKTOP, 'dark'],
] as const)('it reads well on %s', async (_name, screen, scheme) => {
  const number = demo.showcase('warranty').issue
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open(`/issues/${number}`)
      await page.getByRole('button', { name: 'Ukázat vše' }).click()
      expect(await findingsOf(page)).toEqual([])
      const facts = page.getByText('Údaje', { exact: true }).first()
      if (screen === PHONE) {
        await facts.click()
        expect(await findingsOf(page)).toEqual([])
      }
      await page
        .getByRole('button', { name: /^Ukázat \d+ prázdn/ })
        .last()
        .click()
      expect(await findingsOf(page)).toEqual([])
    },
    { screen, scheme },
  )
})
