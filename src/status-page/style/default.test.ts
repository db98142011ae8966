import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PAGE_LOCALES } from '../../base/index.ts'
import { samplePages } from '../pages/sample-states.ts'

const locales = PAGE_LOCALES.map(({ tag }) => tag)
const sheet = readFileSync(new URL('default.css', import.meta.url), 'utf8')

test('whatever a shop writes wins: all in layers, nothing forced', () => {
  expect(sheet).toMatch(/@layer rk\.tokens, rk\.base, rk\.blocks, rk\.modes;/)
  expect(sheet).not.toContain('!important;')
})

test('contacts nobody', () => {
  expect(sheet).not.toMatch(/url\(|@import|@font-face/)
})

test.each(locales)('in %s the first visit fits into the first round trip of a connection', (locale) => {
  const first = samplePages(locale).get('form-either') ?? ''
  expect(first).toContain('rk-form')
  expect(gzipSync(first).length + gzipSync(sheet).length).toBeLessThan(9_000)
})

test.each(locales)('in %s an answer with messages and files is small', (locale) => {
  expect(Buffer.byteLength(samplePages(locale).get('view-shop') ?? '')).toBeLessThan(9_000)
})

test.each(
  'page--slim skip hidden top top__in header lang main card section foot foot__leave issue--rejected issue--done status__id number title lede facts facts__note left left--late next next--call next__title next__text progress progress__list stage stage--done stage--now stage--todo stage--skipped stage--final stage__mark stage__name stage__date heading heading--gap bar fields thread message message--you message__head message__text files files__off file file__type file__name file__meta list note hint form field label input input--file button button--quiet button--wide choices choice actions more help slip alert alert__title'.split(
    ' ',
  ),
)('.rk-%s is a promise to themers', (name) => {
  expect(sheet).toMatch(new RegExp(`\\.rk-${name}(?![\\w-])`))
})

test.each(
  'accent font width radius page surface sunken ink muted line edge accent-ink accent-tint on-accent call call-tint good good-tint bad bad-tint text-s text-m text-l text-xl 1 2 3 4 5 6 7 pad'.split(
    ' ',
  ),
)('--rk-%s can be set', (name) => {
  expect(sheet).toContain(`--rk-${name}:`)
})
