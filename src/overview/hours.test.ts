import { expect, test } from 'vitest'
import { countOf, hoursAt } from './hours.ts'

const each = (...hours: number[]) => hours.map((one) => ({ hours: one, count: 1 }))

test.each([
  ['one', each(5), 5, 5],
  ['two', each(9, 5), 5, 9],
  ['ten', each(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5, 9],
  [
    'many of the same',
    [
      { hours: 3, count: 89 },
      { hours: 100, count: 11 },
    ],
    3,
    100,
  ],
  [
    'a tenth exactly',
    [
      { hours: 3, count: 90 },
      { hours: 100, count: 10 },
    ],
    3,
    3,
  ],
  ['none', [], 0, 0],
])('the median and the ninetieth of %s', (_, took, median, ninetieth) => {
  expect([hoursAt(took, 0.5), hoursAt(took, 0.9)]).toEqual([median, ninetieth])
})

test('they are counted together', () => {
  expect(
    countOf([
      { hours: 3, count: 2 },
      { hours: 4, count: 5 },
    ]),
  ).toBe(7)
})
