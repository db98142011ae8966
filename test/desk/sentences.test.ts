import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markupSentences } from '../../desk/src/texts/en/markup-sentences.ts'
import { sentences } from '../../desk/src/texts/en/sentences.ts'

test('every sentence of the catalogue is one that the API says', () => {
  const said = sourcesUnder('src') + sourceOf('node_modules/zod/v4/locales/en.js')
  const all = Object.keys({ ...sentences, ...markupSentences })
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
