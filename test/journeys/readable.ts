import { expect } from 'vitest'
import { axeFindings, DESKTOP, overflow, PHONE, styleOf, type Visitor } from './visitor.ts'

/** Looks at the page that is open in every way in which somebody may need it. */
export async function expectReadable({ page }: Visitor): Promise<void> {
  const unfold = (details: string, open: boolean) =>
    page.evaluate(`for (const details of document.querySelectorAll("${details}")) details.open = ${open}`)
  // The open menu of languages lies over the page on purpose, and is looked at by itself.
  await unfold('.rk-lang details', true)
  expect(await axeFindings(page, '.rk-lang'), 'the menu of languages').toEqual([])
  await unfold('.rk-lang details', false)
  await unfold('.rk-main details', true)

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme })
    for (const { width } of [PHONE, DESKTOP]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await axeFindings(page), `axe at ${width} px, ${colorScheme}`).toEqual([])
    }
    const ground = lightness(await styleOf(page, 'body', 'background-color'))
    const ink = lightness(await styleOf(page, 'h1', 'color'))
    if (colorScheme === 'dark') expect([ground < 0.15, ink > 0.8]).toEqual([true, true])
    else expect([ground > 0.9, ink < 0.2]).toEqual([true, true])
  }

  // 640 px is a desktop's window at 200 % zoom; 320 px one at 400 %, or a small phone.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 640 })
    expect(await overflow(page), `at ${width} px`).toBe(0)
  }
  await page.setViewportSize(PHONE)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await expect.poll(() => styleOf(page, 'html', 'font-size'), { timeout: 10_000 }).toBe('32px')
  expect(await overflow(page), 'with text at 200 %').toBe(0)
  await devTools.send('Page.setFontSizes', { fontSizes: { standard: 16 } })

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const gone of ['.rk-lang', '.rk-foot__leave', 'form', 'button'])
    expect(await page.locator(gone).filter({ visible: true }).count(), `${gone} on paper`).toBe(0)
  expect(await page.locator('h1').isVisible()).toBe(true)
  expect(await styleOf(page, 'body', 'background-color')).toBe('rgb(255, 255, 255)')
}

/** How light a colour is, 0 to 1. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}
