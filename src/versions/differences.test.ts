import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'

const step = (key: string, name = key) => ({ key, name })

test.each([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a member', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ path: 'b', before: 2, after: 3 }]],
  [
    'a keyed thing',
    [step('a'), step('b')],
    [step('a'), step('b', 'x')],
    [{ path: 'b.name', before: 'b', after: 'x' }],
  ],
  ['one more', [step('a')], [step('a'), step('b')], [{ path: 'b', before: null, after: step('b') }]],
  [
    'the order',
    [step('a'), step('b')],
    [step('b'), step('a')],
    [{ path: '', before: ['a', 'b'], after: ['b', 'a'] }],
  ],
  ['a plain list', { of: [1, 2] }, { of: [2] }, [{ path: 'of', before: [1, 2], after: [2] }]],
  ['all of it', null, { a: 1 }, [{ path: '', before: null, after: { a: 1 } }]],
])('differences: %s', (_what, before, after, expected) => {
  expect(differencesOf(before, after)).toEqual(expected)
})
