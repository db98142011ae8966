import { expect, test } from 'vitest'
import { durationOf, lengthOf } from './durations'

test.each([
  ['7d', '7d'],
  ['2w', '14d'],
  ['48h', '48h'],
  ['90m', '90m'],
  [5, '5d'],
  ['P7D', '7d'],
  ['PT48H', '2d'],
  ['PT90M', '90m'],
] as const)('%s is %s', (given, shown) => {
  expect(durationOf(lengthOf(given))).toBe(shown)
})
