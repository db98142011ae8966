/**
 * The sample message in every language, for eyes:
 *   node scripts/message-gallery.ts FOLDER
 * writes HTML and text, then screenshots (two widths, light and dark).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv } from 'node:process'
import { PAGE_LOCALES } from '../src/base/index.ts'
import { openComposer } from '../src/messages/index.ts'
import { sampleMessages } from '../src/messages/samples.ts'
import { launchBrowser } from '../test/support/browser.ts'

const folder = resolve(argv[2] ?? 'messages')
mkdirSync(folder, { recursive: true })
const { compose } = await openComposer()
const browser = await launchBrowser()
for (const { tag } of PAGE_LOCALES) {
  for (const [name, template, context] of sampleMessages(tag)) {
    const { html, text } = compose(template, context)
    const file = join(folder, `${name}.${tag}`)
    writeFileSync(`${file}.html`, html)
    writeFileSync(`${file}.txt`, text)
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 800]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 640 } })
        await page.setContent(html)
        await page.screenshot({ path: `${file}.${width}.${colorScheme}.png`, fullPage: true })
        await page.close()
      }
    }
  }
}
await browser.close()
