import { expect, test } from 'vitest'
import { inColumns, initialsOf, missingFor, subjectField } from './columns'

const issue = {
  contact: { name: 'Jana', email: '', phone: '' },
  due: null,
  deadline: null,
  handler: null,
  values: { product: 'Kettle', defect: null },
}

test('steps where nothing is left to do stand at the end, the others stay in their order', () => {
  const steps = [
    { key: 'a', category: 'open' },
    { key: 'b', category: 'done' },
    { key: 'c', category: 'waiting' },
    { key: 'd', category: 'done' },
  ] as const
  expect(inColumns(steps).map(({ key }) => key)).toEqual(['a', 'c', 'b', 'd'])
})

test.each([
  [['product'], []],
  [['defect', 'product'], ['defect']],
  [['contact.name', 'contact.email'], ['contact.email']],
  [
    ['handler', 'due', 'unknown'],
    ['handler', 'due', 'unknown'],
  ],
])('a step that asks for %j misses %j', (required, missing) => {
  expect(missingFor({ required }, issue)).toEqual(missing)
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
