import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { vi } from 'vitest'
import type { Demo } from '../support/demo.ts'
import { atTheDesk, type SignIn } from './desk.ts'

/** The link that a new colleague gets by mail. */
export async function invite(demo: Demo, email: string, name: string): Promise<string> {
  const role = { role: 'handler', locale: 'en' }
  const { id } = await demo.api<{ id: string }>('POST', '/users', { email, name, ...role })
  await demo.api('POST', `/users/${id}/invitation`)
  const folder = join(demo.dataDir, 'mail', 'staff')
  return vi.waitFor(
    () => {
      const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.eml')) : []
      const mails = names.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll(/=\r?\n/g, ''))
      const mail = mails.find((text) => text.includes(email)) ?? ''
      const [link] = /\/desk\/welcome#[\w-]{43}/.exec(mail) ?? []
      if (!link) throw new Error(`no invitation has left to ${email}`)
      return link
    },
    { timeout: 15_000 },
  )
}

/** Takes somebody on who works on issues: what they sign in with. */
export async function takeOn(browser: Browser, demo: Demo, email: string, name: string): Promise<SignIn> {
  const password = 'seven lamps by the river'
  const link = await invite(demo, email, name)
  await atTheDesk(
    browser,
    demo,
    async ({ page }) => {
      await page.goto(link)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByRole('navigation').waitFor()
    },
    { stranger: true },
  )
  return { email, password }
}
