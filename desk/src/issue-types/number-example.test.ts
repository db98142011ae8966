import { expect, test } from 'vitest'
import { exampleNumbers, isGuessable } from './number-example'

test.each([
  ['WC-{YY}-{seq:5}-{rand:4}', 'WC-26-00124-7KQM', false],
  ['{YYYY}/{seq:3}', '2026/124', true],
  ['{rand:12}', '7KQM4TXW9PHC', false],
  ['{rand:2}-{rand:2}', '7K-7K', false],
  ['plain', 'plain', true],
])('%s gives %s', (pattern, number, guessable) => {
  expect(exampleNumbers(pattern, 2026)[0]).toBe(number)
  expect(isGuessable(pattern)).toBe(guessable)
})
