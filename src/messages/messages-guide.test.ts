import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FIELD_TYPES } from '../issue-types/index.ts'
import { FILTERS } from './filters.ts'
import { openComposer, VARIABLES } from './index.ts'
import { TAGS } from './liquid.ts'
import { SAMPLE_CONFIGURATION } from './samples.ts'
import {
  MAX_ADDRESSES,
  MAX_LINES,
  MAX_MESSAGE_BYTES,
  MAX_PART,
  MAX_PARTS,
  MAX_SUBJECT,
  MAX_TEMPLATE_BYTES,
} from './template.ts'

const guide = readFileSync(new URL('../../docs/messages.md', import.meta.url), 'utf8')
const section = (title: string) => guide.split(/^## /m).find((part) => part.startsWith(title)) ?? ''
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name, does]) => [
    name,
    does?.replaceAll('\\|', '|'),
  ])

describe('the guide to messages', () => {
  test('lists exactly the variables', () => {
    const table = section('Variables').split('`field.KEY`')[0] ?? ''
    expect(rowsOf(table)).toEqual(Object.entries(VARIABLES))
  })

  test('lists exactly the filters', () => {
    expect(rowsOf(section('Filters'))).toEqual(Object.entries(FILTERS))
  })

  test('names every tag, and every type of field', () => {
    for (const tag of TAGS) expect(section('Conditions')).toContain(`\`${tag}\``)
    for (const type of FIELD_TYPES.filter((name) => name !== 'file'))
      expect(section('Variables')).toContain(`\`${type}\``)
  })

  test('has examples that can be saved', async () => {
    const { checkTemplate } = await openComposer()
    const product = SAMPLE_CONFIGURATION.fieldByKey.get('product')
    const fields = new Map([...SAMPLE_CONFIGURATION.fieldByKey, ['tracking_number', product] as never])
    const blocks = [...guide.matchAll(/```text\n([^]*?)```/g)].map(([, source]) => source ?? '')
    const inline = [...guide.matchAll(/`([^`\n]*\{[{%][^`\n]*)`/g)].map(([, source]) => source ?? '')
    expect([blocks.length, inline.length > 5]).toEqual([2, true])
    for (const source of [...blocks, ...inline.map((text) => closed(text.replaceAll('\\|', '|')))]) {
      expect([source, checkTemplate({ subject: { en: 'x' }, body: { en: source } }, fields)]).toEqual([
        source,
        [],
      ])
    }
  })

  test('names the limits', () => {
    const limits = section('Limits').replaceAll(',', '')
    for (const limit of [MAX_LINES, MAX_PARTS, MAX_PART, MAX_ADDRESSES])
      expect(limits).toContain(` ${limit} `)
    for (const bytes of [MAX_TEMPLATE_BYTES, MAX_MESSAGE_BYTES])
      expect(limits).toContain(` ${bytes / 1024} KiB`)
    expect(section('The body')).toContain(` ${MAX_SUBJECT} characters`)
  })
})

/** An example of a condition stands in the guide without its end. */
function closed(source: string): string {
  return source.startsWith('{% if') ? `${source}{% endif %}` : source
}
