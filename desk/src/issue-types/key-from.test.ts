import { expect, test } from 'vitest'
import { keyFrom } from './key-from'

test.each([
  ['Warranty claim', 'warranty-claim'],
  ['Žádost o opravu č. 2', 'zadost-o-opravu-c-2'],
  ['  Größe & Maß!  ', 'grosse-mass'],
  ['Załącznik', 'zalacznik'],
  ['2nd hand', 'nd-hand'],
  ['!!!', ''],
  ['a'.repeat(60), 'a'.repeat(40)],
])('%j suggests %j', (name, key) => {
  expect(keyFrom(name)).toBe(key)
})
