import { expect, test } from 'vitest'
import { heard, isOfCharacters, needsModifier, type Press, written } from './key-presses'

function press(key: string, ...held: string[]): Press {
  return { key, code: '', getModifierState: (name) => held.includes(name) }
}

const NAMES = ['?', '/', 'o', 'j', 'g i', 'g o', '$mod+k', 'Shift+x', 'Enter']

test.each([
  [['j'], { hit: 'j' }],
  [['J'], { hit: 'j' }],
  [['q'], null],
  [['g'], 'wait'],
  [['g', 'i'], { hit: 'g i' }],
  [['g', 'o'], { hit: 'g o' }],
  [['g', 'j'], null],
  [['Enter'], { hit: 'Enter' }],
])('%j is heard as %j', (keys, expected) => {
  expect(
    heard(
      NAMES,
      keys.map((key) => press(key)),
    ),
  ).toEqual(expected)
})

test('marks are heard however the keyboard makes them; letters are not heard with Shift', () => {
  expect(heard(NAMES, [press('?', 'Shift')])).toEqual({ hit: '?' })
  expect(heard(NAMES, [press('?')])).toEqual({ hit: '?' })
  expect(heard(NAMES, [press('/', 'Shift')])).toEqual({ hit: '/' })
  expect(heard(NAMES, [press('J', 'Shift')])).toBeNull()
  expect(heard(NAMES, [press('X', 'Shift')])).toEqual({ hit: 'Shift+x' })
})

test('a key with Ctrl is not heard without, nor a letter with it', () => {
  expect(heard(NAMES, [press('k', 'Control')])).toEqual({ hit: '$mod+k' })
  expect(heard(NAMES, [press('k')])).toBeNull()
  expect(heard(NAMES, [press('j', 'Control')])).toBeNull()
})

test('what is switched off are keys of characters alone', () => {
  expect(['?', 'g i', 'j'].map(isOfCharacters)).toEqual([true, true, true])
  expect(['$mod+k', 'Enter', 'ArrowUp', 'Shift+x'].map(isOfCharacters)).toEqual([false, false, false, false])
  expect(['$mod+k', 'g i'].map(needsModifier)).toEqual([true, false])
})

test('keys are written as they stand on the keyboard', () => {
  expect(written('$mod+k', false)).toEqual([['Ctrl', 'K']])
  expect(written('$mod+k', true)).toEqual([['⌘', 'K']])
  expect(written('g i', false)).toEqual([['g'], ['i']])
  expect(written('?', false)).toEqual([['?']])
})
