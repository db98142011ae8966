import { expect, test } from 'vitest'
import { ago } from './ago'

const NOW = Date.parse('2026-11-23T09:00:00Z')

test.each([
  ['2026-11-23T09:00:10Z', 'now'],
  ['2026-11-23T08:59:30Z', 'now'],
  ['2026-11-23T08:55:00Z', '5 min. ago'],
  ['2026-11-23T07:10:00Z', '1 hr. ago'],
  ['2026-11-22T08:00:00Z', 'yesterday'],
  ['2026-11-18T08:00:00Z', '5 days ago'],
  ['2026-11-10T08:00:00Z', 'Nov 10, 2026'],
])('%s was %s', (at, words) => {
  expect(ago(at, NOW, 'en')).toBe(words)
})
