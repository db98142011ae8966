import { expect, test } from 'vitest'
import { moved } from './type-order'

test('an item comes to its new place, and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
})
