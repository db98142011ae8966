import { expect, test } from 'vitest'
import { movedPlaces } from './places'

const rule = (id: string, position: number) => ({ id, position })

test('a rule that moves takes the others between along, and no more', () => {
  expect(movedPlaces([rule('a', 0), rule('c', 7), rule('b', 4), rule('d', 9)])).toEqual([
    rule('c', 4),
    rule('b', 7),
  ])
})

test('where rules shared a place, each gets its own', () => {
  expect(movedPlaces([rule('b', 0), rule('a', 0), rule('c', 2)])).toEqual([rule('a', 1)])
})

test('an order that holds changes nothing', () => {
  expect(movedPlaces([rule('a', 3), rule('b', 5)])).toEqual([])
})
