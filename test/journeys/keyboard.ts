import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More than any screen has. */
const MOST_STOPS = 120

/** What is wrong with where the focus is: that nothing has it, or that one does not see it. */
function lostFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement: it } = document
    if (!(it instanceof HTMLElement) || it === document.body) return 'nothing has the focus'
    if (it instanceof HTMLIFrameElement) return null
    const called = it.dataset['path'] ?? it.outerHTML.slice(0, 160)
    // In a date the part that one is in shows it, and the browser does not tell which.
    if (!it.matches(':focus-visible, [type=date]')) return `${called} does not show that it has the focus`
    // These may be drawn by their label, and have no size of their own.
    const label =
      it instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(it.type) ? it.labels?.[0] : null
    const drawn = label ?? it
    const { left, right, top, bottom } = drawn.getBoundingClientRect()
    const inside = [
      Math.max(left, 0),
      Math.min(right, innerWidth),
      Math.max(top, 0),
      Math.min(bottom, innerHeight),
    ]
    const [from = 0, to = 0, above = 0, below = 0] = inside
    if (to <= from || below <= above) return `${called} is out of sight`
    const places = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) =>
        document.elementFromPoint(from + (to - from) * x, above + (below - above) * y),
      ),
    )
    const isSeen = places.some((place) => place && (drawn.contains(place) || place === it))
    return isSeen ? null : `${called} is covered by ${places.find(Boolean)?.outerHTML.slice(0, 300)}`
  })
}

/** The focus is somewhere that one sees, once what closed has closed. */
export async function untilFocusIsKept(page: Page): Promise<void> {
  await expect.poll(() => lostFocus(page)).toBe(null)
}

/** The focus has come to what opened, or to a part of it. */
export async function untilFocusIsIn(target: Locator): Promise<void> {
  await target.waitFor()
  await expect.poll(() => place(target)).toBe('here')
  await untilFocusIsKept(target.page())
}

/** Whether the focus is at a control, or comes after or before it. */
function place(target: Locator): Promise<'here' | 'after' | 'before'> {
  return target.evaluate((it) => {
    const { activeElement } = document
    if (!activeElement || it === activeElement || it.contains(activeElement)) return 'here'
    return it.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before'
  })
}

/** Goes to a control with Tab, or back to it, and sees at each stop where one is. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await target.waitFor()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const where = await place(target)
    if (where === 'here') return untilFocusIsKept(page)
    await page.keyboard.press(where === 'after' ? 'Shift+Tab' : 'Tab')
    await untilFocusIsKept(page)
  }
  throw new Error(`${String(target)} is not reached by Tab`)
}

/** A key of the screen: from where no text is written. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press(key)
}

/** Writes into a field in the place of what stands there. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await tabTo(field)
  await field.page().keyboard.press('Control+a')
  await field.page().keyboard.type(text)
}

/** Chooses one of a list by the first letters of its name. */
export async function pick(field: Locator, name: string): Promise<void> {
  const page = field.page()
  await typeInto(field, name.slice(0, 5))
  await page.getByRole('option', { name, exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
