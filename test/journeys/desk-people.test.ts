import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, findingsOf, startDesk } from './desk.ts'
import { DESKTOP } from './visitor.ts'

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

const NEW_PASSWORD = 'seven lamps by the river'

test('I invite a colleague, who chooses a password by the link in the mail and is in', async () => {
  await atTheDesk(browser, demo, async ({ page, open, title }) => {
    await open('/configuration/users')
    await page.getByRole('link', { name: 'Invite a person' }).click()
    await page.getByRole('heading', { name: 'Invite a person' }).waitFor()
    await page.locator('[data-path=name]').fill('Nela Veselá')
    await page.getByLabel('E-mail').fill('nela@northlight.example')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Mail does not leave this installation yet').waitFor()
    expect(await title()).toBe('Nela Veselá')
    await page.getByText('Has got a link to choose a password').waitFor()
  })
  const link = await linkMailedTo('nela@northlight.example')
  await atTheDesk(
    browser,
    demo,
    async ({ page, title }) => {
      await page.goto(link)
      await page.getByRole('heading', { name: 'Welcome, Nela Veselá' }).waitFor()
      await page.getByLabel('Password', { exact: true }).fill('too short')
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByText('At least 12 characters are needed').waitFor()
      await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByRole('navigation').waitFor()
      expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('Users')
      await page.goto(link)
      await page.getByRole('heading', { name: 'This link is over' }).waitFor()
      await page.goto('/desk/account')
      await page.getByText('This device', { exact: true }).waitFor()
      expect(await title()).toBe('Your account')
    },
    { stranger: true },
  )
})

test('I set up an authenticator, and sign in with a code that recovers when my phone is away', async () => {
  await atTheDesk(
    browser,
    demo,
    async ({ page }) => {
      await signInAs(page, 'nela@northlight.example', NEW_PASSWORD)
      await page.getByRole('navigation').waitFor()
      await page.goto('/desk/account')
      await page.getByRole('link', { name: 'Set it up' }).click()
      await page.getByRole('img', { name: 'QR code' }).waitFor()
      const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '')
      await page.getByLabel('Six digits').fill('000000')
      await page.getByRole('button', { name: 'Turn it on' }).click()
      await page.getByText('This code does not hold').waitFor()
      await page.getByLabel('Six digits').fill(generateSync({ secret }))
      await page.getByRole('button', { name: 'Turn it on' }).click()
      await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
      const codes = await page.locator('li code').allInnerTexts()
      expect(codes).toHaveLength(10)
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await page.getByRole('button', { name: 'Turn it off' }).waitFor()

      await page.getByRole('banner').getByRole('button').last().click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await signInAs(page, 'nela@northlight.example', NEW_PASSWORD)
      await page.getByLabel('Code from your authenticator app').fill('nothing')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('This code does not hold').waitFor()
      await page.getByLabel('Code from your authenticator app').fill(codes[0] ?? '')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('navigation').waitFor()
    },
    { stranger: true },
  )
})

test('a role must have an authenticator: whoever has it and has none is led there, and nowhere else', async () => {
  const { id } = await demo.api<{ id: string }>('POST', '/users', {
    email: 'adam@northlight.example',
    name: 'Adam Král',
    role: 'auditor',
  })
  await demo.api('POST', `/users/${id}/invitation`)
  const link = await linkMailedTo('adam@northlight.example')
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/security')
    await page.getByRole('checkbox', { name: 'Auditor' }).check()
    await page.getByText('Adam Král').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Saved.').waitFor()
  })
  await atTheDesk(
    browser,
    demo,
    async ({ page, title }) => {
      await page.goto(link)
      await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByText('Your role must have an authenticator').waitFor()
      await page.goto('/desk/configuration/audit')
      await page.getByText('Your role must have an authenticator').waitFor()
      const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '')
      await page.getByLabel('Six digits').fill(generateSync({ secret }))
      await page.getByRole('button', { name: 'Turn it on' }).click()
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await page.getByRole('link', { name: 'Audit log' }).click()
      await page.getByRole('listitem').filter({ hasText: 'set up an authenticator' }).first().waitFor()
      expect(await title()).toBe('Audit log')
    },
    { stranger: true },
  )
})

test('my shop gets a token: I see it once, and can take it away', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/tokens')
    await page.getByRole('button', { name: 'New token' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Our e-shop')
    await dialog.getByRole('button', { name: 'Create' }).click()
    const token = await dialog.locator('pre').first().innerText()
    const ask = () =>
      fetch(`${demo.baseUrl}/api/v1/issue-types`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).status).toBe(200)
    await dialog.getByRole('button', { name: 'I have it' }).click()
    expect(await page.content()).not.toContain(token)

    await page.getByRole('button', { name: 'Revoke “Our e-shop”?' }).click()
    await dialog.getByLabel('Type “Our e-shop” to confirm').fill('Our e-shop')
    await dialog.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('Revoked.').waitFor()
    expect((await ask()).status).toBe(401)
  })
})

test('somebody who is still named cannot be deleted, and is deactivated instead', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/users')
    await page.getByLabel('Name or e-mail').fill('havlik')
    await page.getByRole('link', { name: 'Tomáš Havlík' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
    await dialog.getByText('still named').waitFor()
    await dialog.getByRole('button', { name: 'Deactivate instead' }).click()
    await page.getByText('Cannot sign in, and cannot be named anywhere anew.').waitFor()
    expect(await page.getByRole('switch', { name: 'Active' }).isChecked()).toBe(false)
  })
})

test('I read in the audit log who did what, and what it was before', async () => {
  await atTheDesk(browser, demo, async ({ page, open }) => {
    await open('/configuration/audit')
    const line = page.getByRole('listitem').filter({ hasText: 'changed the user Tomáš Havlík' })
    await line.getByRole('button', { name: /What changed/ }).click()
    expect(await line.getByRole('row').last().innerText()).toMatch(/Active\s+Yes\s+No/)
    await page.getByRole('combobox', { name: 'What' }).click()
    await page.getByRole('option', { name: 'API tokens' }).click()
    await page.waitForURL(/action=token/)
    await page.getByRole('listitem').filter({ hasText: 'revoked the API token' }).first().waitFor()
    expect(await page.getByText('changed the user').count()).toBe(0)
  })
})

test.each([
  ['on a phone, dark', { width: 360, height: 640 }, 'dark'],
  ['on a desktop, light', DESKTOP, 'light'],
] as const)('people, access, account and audit read well %s', async (_, screen, scheme) => {
  await atTheDesk(
    browser,
    demo,
    async ({ page, open }) => {
      for (const path of ['users', 'users/new', 'security', 'tokens', 'audit']) {
        await open(`/configuration/${path}`)
        await page.waitForLoadState('networkidle')
        expect(await findingsOf(page), path).toEqual([])
      }
      await open('/account')
      await page.getByText('This device', { exact: true }).waitFor()
      expect(await findingsOf(page), 'account').toEqual([])
    },
    { screen, scheme },
  )
})

/** The demo's owner reads Czech. */
async function speakEnglish(): Promise<void> {
  const { items } = await demo.api<{ items: { id: string; email: string }[] }>('GET', '/users')
  const id = items.find(({ email }) => email === demo.desk.email)?.id
  const owner = await demo.api<object>('GET', `/users/${id}`)
  await demo.api('PUT', `/users/${id}`, { ...owner, locale: 'en' })
}

async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/desk/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The link in the newest mail to somebody; mails of the demo are captured. */
async function linkMailedTo(email: string): Promise<string> {
  let link: string | null = null
  await expect
    .poll(
      () => {
        link = linkIn(newestMailTo(email))
        return link
      },
      { timeout: 15_000 },
    )
    .not.toBeNull()
  return link ?? ''
}

function newestMailTo(email: string): string {
  const folder = join(demo.dataDir, 'mail', 'staff')
  const mails = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  const texts = mails.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'))
  return texts.findLast((text) => text.includes(email)) ?? ''
}

/** Of a mail in quoted-printable, whose long lines are broken. */
function linkIn(mail: string): string | null {
  return /\/desk\/welcome#[\w-]{43}/.exec(mail.replaceAll(/=\r?\n/g, ''))?.[0] ?? null
}
