import { expect, test } from 'vitest'
import { MAX_FILE_BYTES, sizeText, whyNotAttach } from './what-may-be-attached'

test.each([
  ['a.jpg', 10, null],
  ['A.JPEG', 10, null],
  ['a.b.pdf', MAX_FILE_BYTES, null],
  ['a.pdf', MAX_FILE_BYTES + 1, 'size'],
  ['a.exe', 10, 'kind'],
  ['a.svg', 10, 'kind'],
  ['jpg', 10, 'kind'],
  ['', 10, 'kind'],
])('%j of %i bytes: %s', (name, size, why) => {
  expect(whyNotAttach({ name, size })).toBe(why)
})

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '2 kB'],
  [1024 ** 2, '1 MB'],
  [20.25 * 1024 ** 2, '20.3 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes, String)).toBe(text)
})
