import { expect, test } from 'vitest'
import { inColumns, initialsOf, subjectField } from './columns'

test('steps where nothing is left to do stand at the end, the others stay in their order', () => {
  const steps = [
    { key: 'a', category: 'open' },
    { key: 'b', category: 'done' },
    { key: 'c', category: 'waiting' },
    { key: 'd', category: 'done' },
  ] as const
  expect(inColumns(steps).map(({ key }) => key)).toEqual(['a', 'c', 'b', 'd'])
})

test('a card says the first own field of the list', () => {
  const views = {
    list: ['number', 'contact.name', 'product', 'defect'].map((field) => ({ field, label: null })),
  }
  const fields = ['defect', 'product'].map((key) => ({
    key,
    type: 'text' as const,
    label: {},
    filterable: false,
    options: [],
    result: null,
  }))
  expect(subjectField({ views: { ...views, detail: [], form: [] } }, fields)).toBe('product')
  expect(subjectField({ views: { list: [], detail: [], form: [] } }, fields)).toBeNull()
})

test.each([
  ['Jana Nováková', 'JN'],
  ['jan van der Berg', 'JB'],
  ['Óscar', 'Ó'],
  ['  ', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
