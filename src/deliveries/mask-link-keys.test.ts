import { expect, test } from 'vitest'
import { maskLinkKeys } from './mask-link-keys.ts'

const KEY = 'sXo4_-Pq7vYk2mB9cD1eF3gH5iJ6kL8n'
const page = 'https://claims.example.com/cs/status/warranty'

test.each([
  [`See ${page}?issue=WC-26-1&key=${KEY}.`, `See ${page}?issue=WC-26-1&key=….`],
  [`(${page}?key=${KEY})`, `(${page}?key=…)`],
  [`${page}?KEY=${KEY}\nnext line`, `${page}?KEY=…\nnext line`],
  [`<a href="${page}?issue=1&amp;key=${KEY}">open</a>`, `<a href="${page}?issue=1&amp;key=…">open</a>`],
  [`<a href="${page}?issue=1&#38;key=${KEY}#top">`, `<a href="${page}?issue=1&#38;key=…#top">`],
  [
    `${page}?key=${KEY}&issue=1 and ${page}?issue=2&key=${KEY}`,
    `${page}?key=…&issue=1 and ${page}?issue=2&key=…`,
  ],
  [
    `https://chat.example/?text=${encodeURIComponent(`${page}?issue=1&key=${KEY}`)}`,
    `https://chat.example/?text=${encodeURIComponent(`${page}?issue=1&key=`)}…`,
  ],
  [`${page}?key=a%2Fb.c`, `${page}?key=…`],
  ['monkey=banana, turnkey=no, ?keys=1', 'monkey=banana, turnkey=no, ?keys=1'],
  ['key=shared', 'key=shared'],
  [`${page}?issue=1&key=`, `${page}?issue=1&key=`],
  ['', ''],
])('R17 %s', (text, masked) => {
  expect(maskLinkKeys(text)).toBe(masked)
  expect(maskLinkKeys(masked)).toBe(masked)
})
