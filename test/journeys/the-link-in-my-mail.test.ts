import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { keptMail, sentAbout } from './mails.ts'
import { nameOf, SOME_WAYS, titleOf, visit } from './visitor.ts'

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

describe('the shop opens my claim and asks me something: I follow the link in the mail', () => {
  test.each(SOME_WAYS.map((way, n) => ({ name: nameOf(way), way, n })))('$name', async ({ way, n }) => {
    const email = `reader${n}@example.com`
    const { number } = await demo.api<{ number: string }>('POST', '/issues', {
      type: 'warranty',
      locale: way.locale,
      contact: { name: 'Jana Nováková', email },
      values: { product: 'Kettle K200', defect: 'It leaks' },
    })
    const [receipt] = await sentAbout(demo, number, 1)
    expect(receipt).toMatchObject({ to: email, template: 'claim-received' })
    expect(receipt?.subject).toContain(number)
    await demo.api('POST', `/issues/${number}/transitions`, { to: 'assessing' })
    await demo.api('POST', `/issues/${number}/transitions`, { to: 'waiting-for-information' })
    const [asked] = await sentAbout(demo, number, 2)
    expect(asked).toMatchObject({ to: email, template: 'action-needed' })

    const { text, link } = await keptMail(demo, asked?.id)
    expect(link).toContain(`${demo.baseUrl}/${way.locale}/status/warranty?issue=${number}&key=`)
    expect(text).toContain(link)

    await visit(browser, demo, way, async ({ page, open, lookUp, words, requests }) => {
      expect(await open(link.slice(demo.baseUrl.length))).toBe(200)
      expect(await page.getByLabel(words.number).inputValue()).toBe(number)
      expect(await lookUp({ contact: 'somebody@example.org' })).toBe(422)
      expect(await page.getByLabel(words.number).inputValue()).toBe(number)
      expect(await lookUp({ contact: email })).toBe(200)
      // The key went no further than the form.
      expect(page.url()).toBe(`${demo.baseUrl}/${way.locale}/status/warranty?issue=${number}`)
      expect(await titleOf(page)).not.toBe(words.formTitle)
      expect(requests.filter((url) => !url.startsWith(demo.baseUrl))).toEqual([])
    })
  })
})
