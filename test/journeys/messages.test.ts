import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE_LOCALES } from '../../src/base/index.ts'
import { issueFromRow } from '../../src/issues/index.ts'
import {
  type Composer,
  type MessageContext,
  openComposer,
  type TemplateTexts,
} from '../../src/messages/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { expectCall } from '../support/calls.ts'
import { axeFindings, overflow, PHONE, styleOf } from './visitor.ts'

let app: TestApp
let browser: Browser
let composer: Composer

beforeAll(async () => {
  ;[app, browser, composer] = await Promise.all([startTestApp('sqlite'), launchBrowser(), openComposer()])
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const SUBJECT = 'We have your claim {{ issue_number }}'
const BODY = `# {{ field.product }}

Hello {{ customer_name }},
{{ message }}

We need:
- {{ field.product }}, {{ field.defect }}
- https://shop.example/terms?no={{ issue_number }}

{{ issue_status_url }}

Or open {{ issue_status_url }}.

{{ company_name }}`
const TEMPLATE: TemplateTexts = { subject: { en: SUBJECT }, body: { en: BODY } }

/** A mail program's page has landmarks of its own, so the message has none. */
const MESSAGE = '[role=article]'

/** A message about a real issue, from the product's own configuration. */
async function contextOf(
  texts: { name: string; product: string; message: string },
  locale = 'en',
): Promise<MessageContext> {
  const { json } = await expectCall(201, app, 'POST', '/issues', {
    type: 'warranty',
    locale,
    contact: { name: texts.name, email: 'jana@example.com' },
    values: { product: texts.product, defect: texts.message },
  })
  const number = String(json.number)
  const row = await app.db.read
    .selectFrom('issues')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const current = await app.ctx.configuration.current()
  const issue = issueFromRow(row)
  const type = current.typeById.get(issue.typeId)
  if (!type) throw new Error('the starter has no such type')
  const company = {
    ...current.company,
    name: 'Northlight Home',
    imprint: 'Northlight Home s.r.o., Dlouhá 12, 602 00 Brno',
    phone: '+420555010203',
    phoneHours: { en: 'Mon–Fri, 8:00–16:00' },
    email: 'claims@northlight.example',
    website: 'https://northlight.example/',
  }
  return {
    issue,
    type,
    configuration: { ...current, company },
    settings: app.settings,
    audience: 'customer',
    statusUrl: `${String(json.statusUrl)}&key=w7CmVb2p9TqLZ4yXk8RdNA`,
    message: texts.message,
    locale,
    now: app.clock.now,
  }
}

/** Opens a message as a mail client that loads nothing shows it. */
async function show(
  html: string,
  colorScheme: 'light' | 'dark',
  see: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: PHONE })
  const requests: string[] = []
  try {
    const page = await context.newPage()
    page.on('request', (request) => requests.push(request.url()))
    await context.route('**', (route) => route.abort())
    await page.setContent(html)
    await see(page)
    expect(requests, 'a message loads nothing').toEqual([])
  } finally {
    await context.close()
  }
}

const LONG = {
  name: 'Hubert Wolfeschlegelsteinhausenbergerdorff',
  product: 'x'.repeat(200),
  message: 'Two\n\nparagraphs',
}

describe('I can read a message on my phone, whatever my eyes and my mail program', () => {
  const cases = PAGE_LOCALES.flatMap(({ tag }) =>
    (['light', 'dark'] as const).map((scheme) => [tag, scheme] as const),
  )

  test.each(cases)('in %s, %s', async (locale, scheme) => {
    const { html } = composer.compose(
      { subject: { [locale]: SUBJECT }, body: { [locale]: BODY } },
      await contextOf(LONG, locale),
    )
    await show(html, scheme, async (page) => {
      for (const width of [320, 360, 800]) {
        await page.setViewportSize({ width, height: 640 })
        expect(await overflow(page), `at ${width} px`).toBe(0)
      }
      expect(await axeFindings(page, MESSAGE)).toEqual([])
      const button = page.locator('a.rm-button')
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      const ground = await styleOf(page, '.rm-card', 'background-color')
      expect(ground).toBe(scheme === 'dark' ? 'rgb(27, 29, 32)' : 'rgb(255, 255, 255)')
    })
  })

  test('in every accent of the shop', async () => {
    const context = await contextOf(LONG)
    for (const accent of ['#ffd500', '#ffffff', '#000000']) {
      const statusPage = { ...context.type.statusPage, css: `:root{--rk-accent:${accent}}` }
      const { html } = composer.compose(TEMPLATE, { ...context, type: { ...context.type, statusPage } })
      for (const scheme of ['light', 'dark'] as const)
        await show(html, scheme, async (page) => expect(await axeFindings(page, MESSAGE), accent).toEqual([]))
    }
  })
})

describe('R42 I see what somebody wrote, and it does nothing', () => {
  const links = [
    'https://shop.example/terms?no=',
    'http://localhost:3000/en/status/warranty',
    'http://localhost:3000/en/status/warranty',
    'tel:',
    'mailto:',
    'https://northlight.example/',
  ]

  test.each([
    '<script>document.title = "owned"</script>',
    '"><img src=x onerror="document.title = 1"> <a href="https://evil.example">x</a>',
    '</p></td></tr></table><h1>Title</h1><style>*{display:none}</style>',
    '<!-- <![endif]--> ]]>',
    '{{ issue_status_url }} {% if true %} https://evil.example',
    '&lt;b&gt;&amp;nbsp; &#60;i&#62;',
    'שלום <עולם>',
  ])('%s', async (value) => {
    const { html } = composer.compose(
      TEMPLATE,
      await contextOf({ name: value, product: value, message: `${value}\n- x\n\n# y` }),
    )
    await show(html, 'light', async (page) => {
      const text = await page.locator('.rm-card').innerText()
      expect(text.split(value).length - 1, 'as often as the template names it').toBeGreaterThanOrEqual(5)
      expect(await page.title()).toMatch(/^We have your claim WC-/)
      const hrefs = await page
        .locator('a')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
      expect(hrefs.map((href, index) => href.startsWith(links[index] ?? '-'))).toEqual(links.map(() => true))
      expect(await page.locator('script, img, iframe, form, input, object, .rm-card style').count()).toBe(0)
      expect(await page.locator('li').count()).toBe(2)
      expect(await page.locator('h1, h2').count()).toBe(2)
    })
  })
})
