import { expect, test } from 'vitest'
import { joinedBytes } from './joined-bytes.ts'

test.each([
  [[''], []],
  [['a'], []],
  [['<p>', '</p>'], ['Kettle & lid']],
  [
    ['<p>', '<b>', '</p>'],
    ['', 'Žluťoučký kůň 🐎 – €'],
  ],
  [
    ['č', '€', '🐎'],
    ['x'.repeat(20_000), '€'.repeat(20_000)],
  ],
])('%j with %j between', (parts, texts) => {
  const expected = parts.map((part, index) => part + (texts[index] ?? '')).join('')
  const bytes = joinedBytes(
    parts.map((part) => Buffer.from(part)),
    texts,
  )
  expect(bytes.toString()).toBe(expected)
})

test('what was joined stays as it is, however much comes after', () => {
  const made = Array.from({ length: 500 }, (_, index) =>
    joinedBytes([Buffer.from('<'), Buffer.from('>')], [`${index}€`.repeat(100)]),
  )
  made.forEach((bytes, index) => expect(bytes.toString()).toBe(`<${`${index}€`.repeat(100)}>`))
})
