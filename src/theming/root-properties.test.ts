import { expect, test } from 'vitest'
import { rootProperties } from './root-properties.ts'

test.each([
  ['', null, null],
  [':root{--a:#111}', '#111', '#111'],
  ['html , body{--a: #111 !important }', '#111', '#111'],
  [':root{--a:#111}:root{--a:#222}', '#222', '#222'],
  [':root{--a:#111}@media (prefers-color-scheme:dark){:root{--a:#eee}}', '#111', '#eee'],
  [
    '@media screen{:root{--a:#111}}@media screen and (prefers-color-scheme: dark){:root{--a:#eee}}',
    '#111',
    '#eee',
  ],
  ['@media not (prefers-color-scheme: dark){:root{--a:#111}}', '#111', null],
  ['@media print, (prefers-color-scheme:dark){:root{--a:#eee}}', null, '#eee'],
  ['@media print{:root{--a:#000}}', null, null],
  ['@media (min-width:40rem){:root{--a:#000}}', null, null],
  ['@media (prefers-color-scheme:dark) and (min-width:40rem){:root{--a:#000}}', null, null],
  [':root{--a:#111}@layer shop{:root{--a:#222}}', '#111', '#111'],
  ['@layer shop{:root{--a:#222}}', '#222', '#222'],
  ['@supports (color: oklch(0 0 0)){:root{--a:#333}}', '#333', '#333'],
  ['@supports not (color: oklch(0 0 0)){:root{--a:#333}}', null, null],
  ['.rk-top{--a:#444}', null, null],
  ['.rk-note::after{content:":root{--a:#555}"}', null, null],
])('%s sets %j in light and %j in dark', (css, light, dark) => {
  expect(rootProperties(css).light.get('--a') ?? null).toBe(light)
  expect(rootProperties(css).dark.get('--a') ?? null).toBe(dark)
})
