import { describe, expect, test } from 'vitest'
import { accentOf, contrastOf, SURFACE } from './accent.ts'

const OURS = '#0b5a6e'

test.each([
  ['', '', OURS],
  [':root{--rk-accent:#1f4a68}', '', '#1f4a68'],
  [':root{--rk-accent: #ABC ;--rk-width:44rem}', '', '#aabbcc'],
  ['html, body { --rk-accent: rgb(20, 30 40) }', '', '#141e28'],
  [':root{--rk-accent:#111111}', ':root{--rk-accent:#222222}', '#222222'],
  [':root{--rk-accent:#111111}:root{--rk-accent:#333333}', '', '#333333'],
  [':root{--rk-accent:#111111}@media (prefers-color-scheme:dark){:root{--rk-accent:#eeeeee}}', '', '#111111'],
  ['@layer shop{:root{--rk-accent:#123456}}', '', '#123456'],
  ['/* :root{--rk-accent:#999999} */', '', OURS],
  ['.rk-page::before{content:"{--rk-accent:#999999}"}', '', OURS],
  ['.rk-foot{--rk-accent:#999999}', '', OURS],
  [':root{--rk-accent:oklch(0.5 0.1 200)}', '', OURS],
  [':root{--rk-accent:var(--shop)}', '', OURS],
  [':root{--rk-accent:#12345', '', OURS],
  ['}}}{{{', '', OURS],
])('the accent of %j and %j is %s', (css, additional, ground) => {
  expect(accentOf(css, additional).light.ground).toBe(ground)
})

describe.each([OURS, '#ffd500', '#ffffff', '#000000', '#00ffff', '#777777', '#767676', '#ff0000'])(
  'with the accent %s',
  (accent) => {
    const { light, dark } = accentOf(`:root{--rk-accent:${accent}}`, '')

    test.each([
      ['light', light, SURFACE.light],
      ['dark', dark, SURFACE.dark],
    ])('everything is readable in %s', (_scheme, { ground, on, edge, link }, surface) => {
      expect(contrastOf(ground, on)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(link, surface)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(edge, surface)).toBeGreaterThanOrEqual(3)
    })
  },
)
