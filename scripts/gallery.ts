/**
 * Every public page in every state and language, for eyes:
 *   node scripts/gallery.ts FOLDER [--no-shots] [--only=view-shop,form] [--axe]
 * writes the HTML and the sheet, then screenshots (three widths, light and dark).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { PAGE_LOCALES } from '../src/base/index.ts'
import { samplePages } from '../src/status-page/pages/sample-states.ts'
import { launchBrowser } from '../test/support/browser.ts'

const WIDTHS = [320, 360, 768, 1280]
const SCHEMES = ['light', 'dark'] as const

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-shots': { type: 'boolean', default: false },
    axe: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const [folder] = positionals
if (!folder) {
  console.error('Usage: node scripts/gallery.ts FOLDER [--no-shots] [--only=PART,PART] [--axe]')
  process.exit(2)
}

const names = writePages(resolve(folder))
console.error(`${names.length} pages in ${folder}`)
if (!options['no-shots']) {
  const browser = await launchBrowser()
  const problems = await visit(browser, resolve(folder), names)
  await browser.close()
  if (problems) process.exitCode = 1
}

function writePages(into: string): readonly string[] {
  mkdirSync(into, { recursive: true })
  const sheet = new URL('../src/status-page/style/default.css', import.meta.url)
  writeFileSync(join(into, 'default.css'), readFileSync(sheet))
  const only = options.only?.split(',')
  const written: string[] = []
  for (const { tag } of PAGE_LOCALES) {
    for (const [state, html] of samplePages(tag)) {
      const name = `${state}.${tag}`
      if (only && !only.some((part) => name.includes(part))) continue
      writeFileSync(join(into, `${name}.html`), html)
      written.push(name)
    }
  }
  return written
}

async function visit(browser: Browser, root: string, names: readonly string[]): Promise<number> {
  let problems = 0
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      for (const name of names) {
        await page.goto(pathToFileURL(join(root, `${name}.html`)).href)
        await page.screenshot({ path: join(root, `${name}.${width}.${colorScheme}.png`), fullPage: true })
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        const found = options.axe ? (await new AxeBuilder({ page }).analyze()).violations : []
        for (const { id, nodes } of found)
          console.error(`${name} ${width} ${colorScheme}: ${id} ${nodes.map((node) => node.html).join(' ')}`)
        if (over > 0) console.error(`${name} ${width}: ${over} px too wide`)
        problems += found.length + (over > 0 ? 1 : 0)
      }
      await context.close()
    }
  }
  return problems
}
