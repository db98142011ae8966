import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDesk(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const PHONE = { width: 360, height: 740 }
type Rule = { id: string; name: string; enabled: boolean; condition: unknown; actions: unknown[] }
const ruleCalled = async (name: string): Promise<Rule | undefined> =>
  (await demo.api<{ items: Rule[] }>('GET', '/business-rules?limit=200')).items.find(
    (rule) => rule.name === name,
  )

// The demo's owner reads Czech.
test('I write a template, see the mail as it will leave, and am told of a variable that is not there', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/templates')
    await page.getByRole('button', { name: 'Nová šablona' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Název').fill('Díky za trpělivost')
    expect(await dialog.getByLabel('Klíč').inputValue()).toBe('diky-za-trpelivost')
    await dialog.getByRole('button', { name: 'Vytvořit' }).click()
    await page.waitForURL(/\/templates\/diky-za-trpelivost$/)
    const editor = page.getByRole('textbox', { name: 'Text' })
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Dobrý den, {{ custmer_name }}')
    await page
      .getByText(/custmer_name.*customer_name/)
      .first()
      .waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Dobrý den, ')
    await page.getByRole('button', { name: 'Vložit proměnnou' }).click()
    await page.getByPlaceholder('Hledat podle názvu nebo významu').fill('jméno zákazníka')
    await page.getByRole('option', { name: /customer_name/ }).click()
    await page.locator('iframe[srcdoc*="Jana Nováková"]').waitFor()
    // The checker would run a script in the frame of the mail, in which none may run.
    await page.getByText('Prostý text', { exact: true }).click()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Uložit' }).click()
    await page.getByText('Máte neuložené změny.').waitFor({ state: 'detached' })
    const { body } = await demo.api<{ body: Record<string, string> }>(
      'GET',
      '/message-templates/diky-za-trpelivost',
    )
    expect(Object.values(body)).toContain('Dobrý den, {{ customer_name }}')
  })
})

test('I make a rule in words, try it over the last month, and switch it on', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      await open('/configuration/rules/new')
      await page.locator('[data-path=name]').fill('Nová reklamace: poznámka')
      await page.getByRole('button', { name: 'Porovnání', exact: true }).click()
      await page.getByRole('combobox', { name: 'Pole' }).click()
      await page.getByRole('option', { name: 'Kategorie kroku' }).click()
      await page.getByRole('combobox', { name: 'Hodnota' }).click()
      await page.getByRole('option', { name: 'Otevřený' }).click()
      await page.getByRole('button', { name: 'Přidat akci' }).click()
      await page.getByRole('menuitem', { name: 'Napsat interní poznámku' }).click()
      await page.getByLabel('Poznámka', { exact: true }).fill('Podívat se na to ještě dnes.')
      await page.getByRole('button', { name: 'Vyzkoušet na posledním měsíci' }).click()
      await page.getByText(/^Spustilo by se \d+×/).waitFor()
      expect(await findingsOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Vytvořit' }).click()
      await page.waitForURL(/\/rules\/[0-9a-f-]{36}$/)
      expect(await ruleCalled('Nová reklamace: poznámka')).toMatchObject({
        enabled: false,
        condition: { combinator: 'and', rules: [{ field: 'category', operator: '=', value: 'open' }] },
        actions: [{ do: 'note', body: 'Podívat se na to ještě dnes.' }],
      })
      await open('/configuration/rules')
      await page
        .getByRole('switch', { name: 'Pravidlo „Nová reklamace: poznámka“ je zapnuté' })
        .press('Space')
      await expect.poll(async () => (await ruleCalled('Nová reklamace: poznámka'))?.enabled).toBe(true)
      expect(await findingsOf(page)).toEqual([])
    },
    { screen: PHONE },
  )
})

test('a rule that is not finished is not lost, and says what it lacks', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/rules/new')
    await page.locator('[data-path=name]').fill('Nedopsané')
    await page.getByRole('button', { name: 'Vytvořit' }).click()
    await page.getByRole('alert').getByText('Potom').first().waitFor()
    await page.getByRole('link', { name: 'Šablony zpráv' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zůstat' }).click()
    expect(await page.locator('[data-path=name]').inputValue()).toBe('Nedopsané')
    expect(await ruleCalled('Nedopsané')).toBeUndefined()
    await page.getByRole('button', { name: 'Zahodit změny' }).click()
  })
})
