import { expect, test } from 'vitest'
import { forcedScheme } from './forced-scheme.ts'

const YES = '(width >= 0px)'
const NO = '(width < 0px)'

test.each([
  ['@media (prefers-color-scheme: dark){a{}}', 'dark', `@media ${YES}{a{}}`],
  ['@media (prefers-color-scheme: dark){a{}}', 'light', `@media ${NO}{a{}}`],
  ['@media(prefers-color-scheme:light){a{}}', 'light', `@media${YES}{a{}}`],
  ['@media print and ( Prefers-Color-Scheme : DARK ){a{}}', 'dark', `@media print and ${YES}{a{}}`],
  ['@media not (prefers-color-scheme: dark){a{}}', 'dark', `@media not ${YES}{a{}}`],
  ['@media (prefers-color-scheme){a{}}', 'light', `@media ${YES}{a{}}`],
  [':root{color-scheme: light dark}', 'dark', ':root{color-scheme: dark}'],
  [':root{color-scheme:dark light;x:y}', 'light', ':root{color-scheme:light;x:y}'],
  [
    `a{content:"\\"(prefers-color-scheme:dark)"}b{content:'color-scheme:light dark'}`,
    'dark',
    `a{content:"\\"(prefers-color-scheme:dark)"}b{content:'color-scheme:light dark'}`,
  ],
  [':root{color-scheme: light}', 'dark', ':root{color-scheme: light}'],
] as const)('%s, preferred %s', (css, scheme, expected) => {
  expect(forcedScheme(css, scheme)).toBe(expected)
})
