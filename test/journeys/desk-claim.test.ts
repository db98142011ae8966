import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import type { Demo } from '../support/demo.ts'
import { type Acts, byKeyboard, byMouse } from './claim-acts.ts'
import { atTheDesk, speakEnglish, startDesk } from './desk.ts'
import { keptMail, sentWith } from './mails.ts'
import { PHONE, textsOf, titleOf, visit } from './visitor.ts'

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

const photoOf = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#b3261e' } })
    .jpeg()
    .toBuffer(),
})

const NOTE = 'The seal has a hairline crack, as with the last ten.'
const WORDS = 'Topinkovač je na zkušebním stole. Dejte nám prosím dva dny.'
const FOUND = 'The heating wire has a fault of material.'
const TOLD = {
  'contact.name': 'Ema Horáková',
  'values.product': 'Toaster T40',
  'values.defect': 'It does not heat',
}

describe.each([
  ['by mouse', byMouse, 'ema@example.com'],
  ['by keyboard alone', byKeyboard, 'adam@example.com'],
] as const)('a claim from intake to decision, %s', (_name, by, email) => {
  test('the customer follows each step, and reads nothing that is ours', { timeout: 90_000 }, async () => {
    await atTheDesk(browser, demo, async ({ page, open }) => {
      const acts: Acts = by(page)
      await open('/')
      await acts.takeIn(
        { ...TOLD, 'contact.email': email },
        { handler: 'Tomáš Havlík', locale: 'Czech' },
        await photoOf('at-the-counter.jpg'),
      )
      const number = await page.getByRole('heading', { name: /^WC-/ }).innerText()
      const entry = (text: string) => page.getByRole('article').filter({ hasText: text })
      const links: string[] = []
      /** The link that the customer finds in the mail that has left with a template. */
      const mailed = async (template: string) => {
        const mail = await sentWith(demo, number, template)
        expect(mail.to).toBe(email)
        const { link, text } = await keptMail(demo, mail.id)
        expect(text).not.toContain(NOTE)
        expect(link).toContain(`${demo.baseUrl}/cs/status/warranty?issue=${number}&key=`)
        links.push(link)
        return link
      }

      const way = { locale: 'cs', scripts: false, screen: PHONE } as const
      await visit(browser, demo, way, async (customer) => {
        const view = async () => ({
          title: await titleOf(customer.page),
          said: await textsOf(customer.page, '.rk-message__text'),
          files: await textsOf(customer.page, '.rk-file__name'),
        })
        /** What the customer finds there now, after the link of a mail or on the page that is open. */
        const sees = async (expected: Awaited<ReturnType<typeof view>>, template?: string) => {
          if (template) expect(await customer.open(await mailed(template))).toBe(200)
          else await customer.page.reload()
          expect(await view()).toEqual(expected)
          expect(await customer.page.content()).not.toContain('hairline')
        }

        expect(await customer.open(await mailed('claim-received'))).toBe(200)
        expect(await customer.lookUp({ contact: email })).toBe(200)
        await sees({ title: 'Vaši reklamaci jsme přijali', said: [], files: [] })

        await acts.makeItMine()
        await page.locator('[data-member="handler"]').getByText('Radka').waitFor()
        await acts.note(NOTE)
        await entry(NOTE).getByText('Only we see this').waitFor()
        await sees({ title: 'Vaši reklamaci jsme přijali', said: [], files: [] })

        await acts.move('Waiting for goods')
        const asked = 'Pošlete nebo přineste nám prosím výrobek'
        await sees({ title: asked, said: [], files: [] }, 'action-needed')

        await acts.prepare('Message from a handler', WORDS)
        const preview = page.getByRole('region', { name: 'Exactly as it leaves' })
        await preview.locator('iframe').contentFrame().getByText(WORDS).last().waitFor()
        await acts.send()
        await entry(WORDS).getByText(`Sent by e-mail to ${email}`).waitFor()
        await sees({ title: asked, said: [WORDS], files: [] }, 'message')

        await acts.attach(await photoOf('on-the-bench.jpg'))
        await page.getByRole('button', { name: 'Look at on-the-bench.jpg' }).first().waitFor()
        await sees({ title: asked, said: [WORDS], files: [] })
        await acts.show('on-the-bench.jpg')
        await page.getByText('The customer now sees on-the-bench.jpg.').waitFor()
        const known = { said: [WORDS], files: ['on-the-bench.jpg'] }
        await sees({ title: asked, ...known })

        await acts.move('Goods received')
        await sees({ title: 'Váš výrobek k nám dorazil', ...known }, 'news')
        await acts.move('Assessing')
        await sees({ title: 'Váš výrobek právě testujeme', ...known })
        await acts.takeBack()
        await page.getByText(/^Taken back\./).waitFor()
        await sees({ title: 'Váš výrobek k nám dorazil', ...known })
        await acts.move('Assessing')

        await acts.move('Accepted', {
          choices: { 'values.decision': 'Accepted' },
          texts: { 'values.inspection': FOUND },
        })
        await sees({ title: 'Vaši reklamaci uznáváme', ...known }, 'decision')
        expect(await textsOf(customer.page, '.rk-fields dd')).toContain('Uznáno')
        expect(new Set(links).size, 'each mail has a key of its own').toBe(5)
      })

      await acts.unfoldHistory()
      const history = page.getByRole('region', { name: 'History' })
      for (const said of WHO_DID_WHAT) await history.getByText(said).first().waitFor()
      expect(await page.getByText(`Sent by e-mail to ${email}`).count()).toBe(5)
      expect(await page.getByText(/^(?:Not sent|Waits to leave)/).count()).toBe(0)
    })
  })
})

const WHO_DID_WHAT = [
  /Radka .* opened the issue at “New”/,
  /Radka .* changed Handler: Tomáš Havlík → Radka/,
  /Radka .* wrote an internal note/,
  /Radka .* moved it from “New” to “Waiting for goods”/,
  /Radka .* wrote to the customer/,
  /Radka .* made on-the-bench.jpg visible to the customer/,
  /Radka .* took back the move to “Assessing”/,
  /Radka .* moved it from “Assessing” to “Accepted”/,
  /Inspection.*The heating wire has a fault of material/,
]
