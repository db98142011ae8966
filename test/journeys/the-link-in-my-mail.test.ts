import { simpleParser } from 'mailparser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
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

type Delivery = { id: string; state: string; subject: string; text: string; to: string; template: string }

/** What has left about an issue once so much has; the worker does it in its own time. */
async function sentAbout(number: string, count: number): Promise<Delivery[]> {
  for (;;) {
    const { items } = await demo.api<{ items: Delivery[] }>('GET', `/deliveries?issue=${number}&state=sent`)
    if (items.length >= count) return items
  }
}

describe('the shop opens my claim and asks me something: I follow the link in the mail', () => {
  test.each(SOME_WAYS.map((way, n) => ({ name: nameOf(way), way, n })))('$name', async ({ way, n }) => {
    const email = `reader${n}@example.com`
    const { number } = await demo.api<{ number: string }>('POST', '/issues', {
      type: 'warranty',
      locale: way.locale,
      contact: { name: 'Jana Nováková', email },
      values: { product: 'Kettle K200', defect: 'It leaks' },
    })
    const [receipt] = await sentAbout(number, 1)
    expect(receipt).toMatchObject({ to: email, template: 'claim-received' })
    expect(receipt?.subject).toContain(number)
    await demo.api('POST', `/issues/${number}/transitions`, { to: 'assessing' })
    await demo.api('POST', `/issues/${number}/transitions`, { to: 'waiting-for-information' })
    const [asked] = await sentAbout(number, 2)
    expect(asked).toMatchObject({ to: email, template: 'action-needed' })

    const response = await fetch(`${demo.baseUrl}/api/v1/deliveries/${asked?.id}/captured`, {
      headers: { authorization: `Bearer ${demo.token}` },
    })
    const mail = await simpleParser(Buffer.from(await response.arrayBuffer()))
    const link = /href="([^"]+)"/.exec(String(mail.html))?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(link).toContain(`${demo.baseUrl}/${way.locale}/status/warranty?issue=${number}&key=`)
    expect(mail.text).toContain(link)

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
