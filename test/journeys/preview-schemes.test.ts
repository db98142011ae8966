import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readThemes } from '../../scripts/theme-gallery.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'

type Scheme = 'light' | 'dark'

/** Ways to ask for a scheme that the example themes do not use. */
const SUBTLE = `
:root { --own: light-dark(#123456, #fedcba); --rk-line: CanvasText }
.rk-title { color: var(--own); border-bottom: 1px solid light-dark(red, blue) }
@media not (prefers-color-scheme: dark) { .rk-top { background: #ffe } }
@media screen and (not (prefers-color-scheme: light)) { .rk-top { background: #113 } }
@media (prefers-color-scheme: dark) and (min-width: 1px), print { .rk-card { border: 2px solid #f0f } }
@media (prefers-color-scheme) { .rk-foot { color: #777 } }
.rk-note::after { content: " (prefers-color-scheme: dark) color-scheme: light dark" }
.rk-input { color-scheme: dark light; background: Canvas; color: CanvasText }
.rk-button { color-scheme: light }
`
const ONE_FOR_ALL =
  ':root { color-scheme: light } @media (prefers-color-scheme: dark) { .rk-card { color: #123 } }'

const LOOKS = [
  { name: 'the default look', settings: {} },
  ...readThemes().map(({ name, settings }) => ({ name: `the theme ${name}`, settings })),
  { name: 'styles that ask in other ways', settings: { css: SUBTLE } },
  { name: 'styles that keep to one scheme', settings: { css: ONE_FOR_ALL } },
]

let demo: Demo
let browser: Browser
beforeAll(async () => {
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

describe.each(LOOKS)('I see before I save it how customers see $name', ({ settings }) => {
  test.each(['light', 'dark'] as const)('in %s', async (scheme) => {
    const { issue, email } = demo.showcase('warranty')
    const before = await demo.api<object>('GET', '/issue-types/warranty/status-page')
    const previews = {
      form: await previewOf({ settings, scheme, show: 'form' }),
      view: await previewOf({ settings, scheme, show: 'view', issue }),
    }
    await demo.setPage('warranty', settings)
    try {
      const real = await seenBy(scheme, async (page, look) => {
        await page.goto('/en/status/warranty')
        const form = await look()
        await page.locator('input[name=issue]').fill(issue)
        await page.locator('input[name=contact]').fill(email ?? '')
        await page.locator('button[type=submit]').first().click()
        await page.waitForURL(/issue=/)
        return { form, view: await look() }
      })
      // Somebody who prefers the other scheme looks at the preview.
      const shown = await seenBy(scheme === 'dark' ? 'light' : 'dark', async (page, look) => {
        await page.goto(previews.form)
        const form = await look()
        await page.goto(previews.view)
        return { form, view: await look() }
      })
      expect(real.view.length).toBeGreaterThan(50)
      expect(differences(shown.form, real.form)).toEqual([])
      expect(differences(shown.view, real.view)).toEqual([])
    } finally {
      await demo.api('PUT', '/issue-types/warranty/status-page', before)
    }
  })
})

function differences(shown: readonly string[], real: readonly string[]): readonly string[] {
  const longer = shown.length > real.length ? shown : real
  return longer.flatMap((_, at) => (shown[at] === real[at] ? [] : [`${shown[at]} is really ${real[at]}`]))
}

async function previewOf(ask: object): Promise<string> {
  const body = { locale: 'en', ...ask }
  return (await demo.api<{ url: string }>('POST', '/issue-types/warranty/status-page/preview', body)).url
}

async function seenBy<Seen>(
  colorScheme: Scheme,
  see: (page: Page, look: () => Promise<readonly string[]>) => Promise<Seen>,
): Promise<Seen> {
  const context = await browser.newContext({ baseURL: demo.baseUrl, colorScheme })
  try {
    const page = await context.newPage()
    return await see(page, () => coloursOf(page))
  } finally {
    await context.close()
  }
}

/** Every colour of every element, and of what stands before and after it. */
async function coloursOf(page: Page): Promise<readonly string[]> {
  await page.mouse.move(0, 0)
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, body *')].flatMap((element) =>
      ['', '::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part)
        const { color, backgroundColor, backgroundImage, borderTopColor, borderBottomColor, boxShadow } =
          style
        const colours = [
          color,
          backgroundColor,
          backgroundImage,
          borderTopColor,
          borderBottomColor,
          boxShadow,
        ]
        const rest = [style.fill, style.stroke, style.textDecorationColor]
        return `${element.nodeName}.${element.getAttribute('class')}${part} ${[...colours, ...rest].join(' | ')}`
      }),
    ),
  )
}
