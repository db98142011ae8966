import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every sentence of the catalogue is one that the API says', async () => {
  const said = sourcesUnder('src') + sourceOf('node_modules/zod/v4/locales/en.js')
  const all = [...(await catalogue('sentences')), ...(await catalogue('markup-sentences'))]
  expect(all.length).toBeGreaterThan(100)
  const fixed = (sentence: string) => sentence.split(/\{[a-z]+\}|<=|>=|"|\d|-| (?=string|array|number|int )/)
  const unsaid = all.filter((sentence) =>
    fixed(sentence).some((part) => part.length > 9 && !ZOD_OWN.test(part) && !said.includes(part)),
  )
  expect(unsaid).toEqual([])
})

const ZOD_OWN = /^(Invalid|string to|array to|number to|int to)|received|characters$|items$/

function sourcesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => sourceOf(join(folder, name)))
    .join('\n')
}

function sourceOf(path: string): string {
  return readFileSync(path, 'utf8')
}

/** The sentences that the desk knows. Nothing here imports the desk, so that the two are bound by what is said alone. */
async function catalogue(name: string): Promise<string[]> {
  const file = new URL(`../../desk/src/texts/en/${name}.ts`, import.meta.url)
  const [found] = Object.values((await import(file.href)) as Record<string, Record<string, string>>)
  return Object.keys(found ?? {})
}
