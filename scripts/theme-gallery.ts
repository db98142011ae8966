/**
 * The example themes on the real pages, for eyes and for the guide:
 *   node scripts/theme-gallery.ts [FOLDER] [--only=THEME] [--settings] [--axe]
 * puts the pictures of the guide into docs/images/themes. With FOLDER it writes there instead, and every page in light
 * and dark at five widths; with --axe it also looks for violations and overflow. --pages=PAGE,PAGE shows only these.
 * --settings puts theme.css into settings.json and does nothing else.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { PageLocale } from '../src/base/index.ts'
import { errorPage, formPage, refusedPage, throttledPage, viewPage } from '../src/status-page/pages/index.ts'
import { samplePages } from '../src/status-page/pages/sample-states.ts'
import { sampleFrame, sampleIssue, sampleShop } from '../src/status-page/pages/samples.ts'
import { pageSheet } from '../src/theming/index.ts'
import { STORIES } from './theme-stories.ts'

/** The body of `PUT /api/v1/issue-types/{key}/status-page`, as far as a theme goes. */
export type ThemeSettings = {
  header: Readonly<Record<string, string>>
  metaTitle: Readonly<Record<string, string>>
  font: string | null
  width: string | null
  favicon: null
  css: string
  additionalCss: string
}

export type Theme = { name: string; settings: ThemeSettings; css: string }

const THEMES = fileURLToPath(new URL('../docs/themes/', import.meta.url))
const PICTURES = fileURLToPath(new URL('../docs/images/themes/', import.meta.url))
const WIDTHS = [320, 360, 768, 1024, 1280]
/** At the others only overflow is looked for. */
const AXE_WIDTHS: ReadonlySet<number> = new Set([360, 1280])
/** Themes that promise a contrast of 7:1. */
const HIGH_CONTRAST: ReadonlySet<string> = new Set(['public-body'])
const MOST_BYTES = 150_000

export const defaultSheet = readFileSync(
  new URL('../src/status-page/style/default.css', import.meta.url),
  'utf8',
)

export function readThemes(): readonly Theme[] {
  return readdirSync(THEMES).map((name) => ({
    name,
    settings: JSON.parse(readFileSync(join(THEMES, name, 'settings.json'), 'utf8')) as ThemeSettings,
    css: readFileSync(join(THEMES, name, 'theme.css'), 'utf8'),
  }))
}

/** The pages of a theme's own story, and others that it has to bear, by a name that can be a file's. */
export function themePages({ name, settings }: Theme): ReadonlyMap<string, string> {
  const story = STORIES[name]
  if (!story) throw new Error(`scripts/theme-stories.ts tells nothing for ${name}`)
  const { company, typeName, number, issues } = story
  const look = (tag: PageLocale) => ({
    header: settings.header[tag] ?? '',
    metaTitle: settings.metaTitle[tag] ?? '',
  })
  const frame = sampleFrame('en', sampleShop({ company, ...look('en') }))
  const czech = sampleFrame('cs', sampleShop(look('cs')))
  const form = {
    action: '/',
    issue: '',
    verification: 'email-or-phone',
    typeName,
    numberExample: number,
  } as const
  const leave = { leaveAction: '/' }
  const samples = samplePages('cs')
  const others = ['view-late', 'view-long', 'view-all-types', 'view-rejected', 'throttled']
  return new Map([
    ['form', formPage(frame, form)],
    ['refused', refusedPage(frame, { ...form, issue: number })],
    ['view', viewPage(frame, issues.shop, leave)],
    ['view-customer', viewPage(frame, issues.customer, leave)],
    ['view-done', viewPage(frame, issues.done, leave)],
    ['view-rejected', viewPage(frame, issues.rejected, leave)],
    ['throttled', throttledPage(frame, { formHref: '/', retryAfterSeconds: 60 })],
    ['error', errorPage(sampleFrame('en', null))],
    ['form.cs', formPage(czech, form)],
    ['view.cs', viewPage(czech, sampleIssue('cs'), leave)],
    ...others.map((state) => [`${state}.cs`, samples.get(state) ?? ''] as const),
  ])
}

/** Every page in every state, as all themes find them. */
export function renderedPages(tag: PageLocale): ReadonlyMap<string, string> {
  return samplePages(tag)
}

export function themeSheet({ settings: { font, width, css, additionalCss } }: Theme): string {
  return pageSheet({ defaults: defaultSheet, font, width, css, additionalCss })
}

type Look = { width: number; colorScheme: 'light' | 'dark' }

const SHOWN: readonly (readonly [page: string, look: Look])[] = [
  ['form', { width: 360, colorScheme: 'light' }],
  ['form', { width: 1280, colorScheme: 'light' }],
  ['view', { width: 360, colorScheme: 'light' }],
  ['view', { width: 1280, colorScheme: 'light' }],
  ['view', { width: 1280, colorScheme: 'dark' }],
]

if (import.meta.main) await main()

async function main(): Promise<void> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      axe: { type: 'boolean', default: false },
      only: { type: 'string' },
      pages: { type: 'string' },
      settings: { type: 'boolean', default: false },
    },
  })
  const themes = readThemes().filter(({ name }) => !options.only || options.only.split(',').includes(name))
  if (options.settings) return themes.forEach(writeSettings)
  const { launchBrowser } = await import('../test/support/browser.ts')
  const browser = await launchBrowser()
  let problems = 0
  for (const theme of themes) {
    const [folder] = positionals
    if (folder) problems += await visitAll(browser, theme, resolve(folder), options)
    else await takePictures(browser, theme)
  }
  await browser.close()
  if (problems > 0) process.exitCode = 1
}

/** `theme.css` is what people edit, `settings.json` what they send. */
function writeSettings({ name, settings, css }: Theme): void {
  const file = join(THEMES, name, 'settings.json')
  writeFileSync(file, `${JSON.stringify({ ...settings, css }, null, 2)}\n`)
}

async function takePictures(browser: Browser, theme: Theme): Promise<void> {
  const { default: sharp } = await import('sharp')
  mkdirSync(PICTURES, { recursive: true })
  const pages = themePages(theme)
  for (const [name, look] of SHOWN) {
    const context = await openContext(browser, look)
    const page = await context.newPage()
    await page.setContent(withSheet(pages.get(name) ?? '', themeSheet(theme)))
    const shot = await page.screenshot({ fullPage: true })
    const dark = look.colorScheme === 'dark' ? '-dark' : ''
    const file = `${theme.name}-${name}-${look.width}${dark}.png`
    const picture = await sharp(shot).png({ compressionLevel: 9, effort: 10 }).toBuffer()
    if (picture.length > MOST_BYTES) throw new Error(`${file} has ${picture.length} bytes`)
    writeFileSync(join(PICTURES, file), picture)
    await context.close()
  }
}

async function visitAll(
  browser: Browser,
  theme: Theme,
  root: string,
  options: { axe: boolean; pages?: string | undefined },
): Promise<number> {
  mkdirSync(root, { recursive: true })
  const wanted = options.pages?.split(',')
  const sheet = themeSheet(theme)
  let problems = 0
  const tell = (problem: string) => {
    console.error(`${theme.name} ${problem}`)
    problems += 1
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) {
      const context = await openContext(browser, { width, colorScheme })
      const page = await context.newPage()
      for (const [name, html] of themePages(theme)) {
        if (wanted && !wanted.includes(name)) continue
        const where = `${name}.${width}.${colorScheme}`
        await page.setContent(withSheet(html, sheet))
        await page.screenshot({ path: join(root, `${theme.name}.${where}.png`), fullPage: true })
        if (!options.axe) continue
        await unfold(page)
        for (const problem of await findProblems(page, theme, width)) tell(`${where}: ${problem}`)
      }
      await context.close()
    }
  }
  return problems
}

function openContext(browser: Browser, { width, colorScheme }: Look): Promise<BrowserContext> {
  return browser.newContext({ colorScheme, viewport: { width, height: 800 } })
}

/** A page that needs no other file. */
export function withSheet(html: string, sheet: string): string {
  return html.replace('<link rel="stylesheet" href="default.css">', () => `<style>${sheet}</style>`)
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
}

async function findProblems(page: Page, theme: Theme, width: number): Promise<readonly string[]> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  const found = over > 0 ? [`${over} px too wide`] : []
  if (!AXE_WIDTHS.has(width)) return found
  const { AxeBuilder } = await import('@axe-core/playwright')
  const enhanced = { 'color-contrast-enhanced': { enabled: HIGH_CONTRAST.has(theme.name) } }
  const { violations } = await new AxeBuilder({ page }).options({ rules: enhanced }).analyze()
  return [...found, ...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)]
}
