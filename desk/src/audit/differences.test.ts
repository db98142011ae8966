import { expect, test } from 'vitest'
import { differences } from './differences'

test('a difference is told at the member that has it', () => {
  expect(
    differences(
      { name: 'Eva', header: { en: 'Hello', cs: 'Ahoj' }, tags: ['a'] },
      { name: 'Eva', header: { en: 'Hi', cs: 'Ahoj' }, tags: ['a', 'b'] },
    ),
  ).toEqual([
    { path: 'header.en', before: 'Hello', after: 'Hi' },
    { path: 'tags', before: ['a'], after: ['a', 'b'] },
  ])
})

test('of what is new or gone, everything that it holds is told; empty members are not', () => {
  expect(differences(null, { name: 'Eva', publicName: '', locale: null })).toEqual([
    { path: 'name', before: undefined, after: 'Eva' },
  ])
  expect(differences({ header: { en: 'Hello' } }, null)).toEqual([
    { path: 'header.en', before: 'Hello', after: undefined },
  ])
})
