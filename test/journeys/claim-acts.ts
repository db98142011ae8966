import type { FileChooser, Page } from 'playwright-core'
import { choose } from './desk.ts'
import { pick, press, tabTo, typeInto, untilFocusIsIn, untilFocusIsKept } from './keyboard.ts'

export type Picture = { name: string; mimeType: string; buffer: Buffer }

/** What the customer tells at the counter; keys are members of the issue. */
export type Told = Readonly<Record<string, string>>

/** What a handler does with a claim at the desk; the words are those of the screen. */
export type Acts = {
  /** From the start screen to the issue itself, with a photo. */
  takeIn: (told: Told, chosen: Told, photo: Picture) => Promise<void>
  makeItMine: () => Promise<void>
  note: (text: string) => Promise<void>
  /** Chooses a template and writes words into it, beside its exact preview. */
  prepare: (template: string, words: string) => Promise<void>
  /** Sends what was prepared. */
  send: () => Promise<void>
  attach: (photo: Picture) => Promise<void>
  show: (file: string) => Promise<void>
  /** Goes to a step, which asks for some members: a choice, or a text. */
  move: (step: string, asked?: { choices?: Told; texts?: Told }) => Promise<void>
  /** Takes the last move back. */
  takeBack: () => Promise<void>
  unfoldHistory: () => Promise<void>
}

const at = (page: Page, path: string) => page.locator(`[data-path="${path}"]`)
const option = (page: Page, name: string) => page.getByRole('option', { name, exact: true })
const files = (page: Page) => page.getByRole('region', { name: 'Files', exact: true })
const shown = (page: Page, file: string) =>
  files(page)
    .getByRole('listitem')
    .filter({ hasText: file })
    .getByRole('switch', { name: 'Show to the customer' })

export function byMouse(page: Page): Acts {
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  return {
    takeIn: async (told, chosen, photo) => {
      await page.getByRole('navigation').getByRole('link', { name: 'Issues' }).click()
      await page.getByRole('link', { name: 'New issue' }).click()
      await page.getByText('Warranty claim', { exact: true }).first().click()
      for (const [path, text] of Object.entries(told)) await at(page, path).fill(text)
      for (const [path, name] of Object.entries(chosen)) await choose(at(page, path), option(page, name))
      const asked = page.waitForEvent('filechooser')
      await click('Choose files')
      await (await asked).setFiles(photo)
      await page.getByRole('button', { name: 'Create issue' }).click()
      await page.getByRole('link', { name: 'Open the issue' }).click()
    },
    makeItMine: () => click('Assign to me'),
    note: async (text) => {
      await page.getByRole('radiogroup', { name: 'What you write' }).getByText('Note').click()
      await page.getByRole('textbox', { name: 'Note for colleagues' }).fill(text)
      await click('Add note')
    },
    prepare: async (template, words) => {
      await page.getByRole('radiogroup', { name: 'What you write' }).getByText('To the customer').click()
      await click('Template')
      await option(page, template).click()
      await page.getByRole('textbox', { name: 'Message to the customer' }).fill(words)
    },
    send: () => click('Send to the customer'),
    attach: (photo) => drop(page, photo),
    show: (file) => shown(page, file).click(),
    move: async (step, { choices = {}, texts = {} } = {}) => {
      const buttons = page.getByRole('group', { name: 'Next steps' })
      await buttons.getByRole('button', { name: step, exact: true }).click()
      for (const [path, name] of Object.entries(choices)) await choose(at(page, path), option(page, name))
      for (const [path, text] of Object.entries(texts)) await at(page, path).fill(text)
      await dialog.getByRole('button', { name: `Move to “${step}”` }).click()
      await dialog.waitFor({ state: 'detached' })
    },
    takeBack: () => click('Undo'),
    unfoldHistory: () => click('Show all'),
  }
}

/** As a file does that is dragged from the file manager. */
async function drop(page: Page, { name, mimeType, buffer }: Picture): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, type, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ''), (char) => char.codePointAt(0) ?? 0)
      const data = new DataTransfer()
      data.items.add(new File([bytes], fileName ?? '', { type: type ?? '' }))
      return data
    },
    [name, mimeType, buffer.toString('base64')],
  )
  for (const kind of ['dragenter', 'dragover', 'drop'])
    await files(page).dispatchEvent(kind, { dataTransfer })
}

/** Every act by keys alone; at each stop one sees where one is, and nothing that closes takes the place away. */
export function byKeyboard(page: Page): Acts {
  const dialog = page.getByRole('dialog')
  // With a listener from the start the browser asks us each time; one that comes just before the key may come too late.
  page.on('filechooser', () => {})
  const chooserOf = async (button: string): Promise<FileChooser> => {
    await tabTo(page.getByRole('button', { name: button }).first())
    const asked = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    return asked
  }
  return {
    takeIn: async (told, chosen, photo) => {
      await press(page, 'c')
      await tabTo(page.getByRole('radio', { name: 'Warranty claim' }))
      await page.keyboard.press('Space')
      for (const [path, text] of Object.entries(told)) await typeInto(at(page, path), text)
      for (const [path, name] of Object.entries(chosen)) await pick(at(page, path), name)
      await (await chooserOf('Choose files')).setFiles(photo)
      await page.keyboard.press('Control+Enter')
      await tabTo(page.getByRole('link', { name: 'Open the issue' }))
      await page.keyboard.press('Enter')
    },
    makeItMine: async () => {
      await press(page, 'i')
      await untilFocusIsKept(page)
    },
    note: async (text) => {
      await press(page, 'n')
      await page.keyboard.type(text)
      await page.keyboard.press('Control+Enter')
    },
    prepare: async (template, words) => {
      await page.keyboard.press('Escape')
      await untilFocusIsKept(page)
      await press(page, 'r')
      await page.keyboard.press('/')
      await page.keyboard.type(template)
      await option(page, template).waitFor()
      await page.keyboard.press('Enter')
      await untilFocusIsKept(page)
      await page.keyboard.type(words)
    },
    send: () => page.keyboard.press('Control+Enter'),
    attach: async (photo) => (await chooserOf('Attach files')).setFiles(photo),
    show: async (file) => {
      await tabTo(shown(page, file))
      await page.keyboard.press('Space')
    },
    move: async (step, { choices = {}, texts = {} } = {}) => {
      await press(page, 'm')
      await untilFocusIsIn(page.getByRole('menu'))
      await page.keyboard.type(step.slice(0, 4))
      await untilFocusIsIn(page.getByRole('menuitem', { name: step, exact: true }))
      await page.keyboard.press('Enter')
      await untilFocusIsIn(dialog)
      for (const [path, name] of Object.entries(choices)) await pick(at(page, path), name)
      for (const [path, text] of Object.entries(texts)) await typeInto(at(page, path), text)
      await page.keyboard.press('Control+Enter')
      await dialog.waitFor({ state: 'detached' })
      await untilFocusIsKept(page)
    },
    takeBack: async () => {
      await press(page, 'Control+z')
      await untilFocusIsKept(page)
    },
    unfoldHistory: async () => {
      await tabTo(page.getByRole('button', { name: 'Show all' }))
      await page.keyboard.press('Enter')
      await untilFocusIsKept(page)
    },
  }
}
