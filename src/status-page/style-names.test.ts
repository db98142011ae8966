import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { styleNames } from './style-names.ts'

const guide = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8').replace(
  /```[^]*?```/g,
  '',
)

test('names exactly the classes that the guide promises', () => {
  const promised = new Set(guide.match(/(?<![-\w])rk-[a-z]+(?:__[a-z]+)?(?:--[a-z]+)?(?![-\w$])/g))
  expect(styleNames().classes).toEqual([...promised].toSorted())
})

test('names exactly the custom properties that the guide promises', () => {
  const steps = ['--rk-2', '--rk-3', '--rk-4', '--rk-5', '--rk-6']
  const promised = new Set([...(guide.match(/--rk-[a-z0-9-]+(?=`)/g) ?? []), ...steps])
  const named = styleNames().properties.map(({ name }) => name)
  expect(named.toSorted()).toEqual([...promised].toSorted())
})

test('says of each class in a few words what it stands for', () => {
  for (const { about } of styleNames().classNotes) expect(about).toMatch(/^[A-Z].{4,60}[^.]$/u)
})
