import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lowContrast } from './low-contrast.ts'

const pairs = (css: string, scheme: 'light' | 'dark') =>
  lowContrast(css)[scheme].map(({ text, ground }) => `${text} on ${ground}`)

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('the default look can be read', () => {
    expect(lowContrast(':root{--own:1}')[scheme]).toEqual([])
  })

  test.each(['manufacturer', 'public-body', 'toy-shop'])('the theme %s can be read', (name) => {
    const css = readFileSync(new URL(`../../docs/themes/${name}/theme.css`, import.meta.url), 'utf8')
    expect(lowContrast(css)[scheme]).toEqual([])
  })

  test.each(['#ffd500', '#ffffff', '#000000', '#00ffff', '#777777'])(
    'the accent %s can be read',
    (accent) => {
      expect(lowContrast(`:root{--rk-accent:${accent}}`)[scheme]).toEqual([])
    },
  )
})

test.each([
  [
    ':root{--rk-ink:#999}',
    'light',
    ['--rk-ink on --rk-page', '--rk-ink on --rk-surface', '--rk-ink on --rk-sunken'],
  ],
  [':root{--rk-ink:#999}@media (prefers-color-scheme:dark){:root{--rk-ink:#fff}}', 'dark', []],
  [':root{--rk-surface:#fff}', 'dark', expect.arrayContaining(['--rk-ink on --rk-surface'])],
  [
    ':root{--rk-muted:var(--grey);--grey:#aaa}',
    'light',
    ['--rk-muted on --rk-page', '--rk-muted on --rk-surface'],
  ],
  [':root{--rk-muted:light-dark(#555,#444)}', 'light', []],
  [
    ':root{--rk-muted:light-dark(#555,#444)}',
    'dark',
    ['--rk-muted on --rk-page', '--rk-muted on --rk-surface'],
  ],
  [':root{--rk-edge:#bbb}', 'light', ['--rk-edge on --rk-surface']],
  [':root{--rk-ink:var(--a);--a:var(--b);--b:var(--a)}', 'light', []],
  [':root{--rk-ink:oklch(0.9 0 0)}', 'light', []],
] as const)('%s in %s', (css, scheme, expected) => {
  expect(pairs(css, scheme)).toEqual(expected)
})

test('tells by how much', () => {
  expect(lowContrast(':root{--rk-edge:#bbb}').light).toEqual([
    { text: '--rk-edge', ground: '--rk-surface', ratio: 1.9 },
  ])
})
