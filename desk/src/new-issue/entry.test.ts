import { expect, test } from 'vitest'
import type { WorkType } from '../work'
import { askedFields, blankEntry, bodyOf, missingIn, neededSoon } from './entry'

const step = (key: string, required: string[], next: string[]) =>
  ({ key, required, next }) as unknown as WorkType['steps'][number]
const line = (field: string) => ({ field, label: null })
const TYPE = {
  key: 'warranty',
  steps: [
    step('received', ['contact.email', 'product'], ['checked', 'closed']),
    step('checked', ['product', 'defect'], []),
    step('closed', ['defect', 'reason'], []),
    step('far', ['cost'], []),
  ],
  views: {
    form: ['contact.name', 'product', 'defect', 'age', 'photo', 'due'].map(line),
    list: [],
    detail: [],
  },
} as unknown as WorkType
const FIELDS = new Map(
  [
    { key: 'product', type: 'text' as const },
    { key: 'defect', type: 'long-text' as const },
    { key: 'age', type: 'computed' as const },
    { key: 'photo', type: 'file' as const },
    { key: 'elsewhere', type: 'text' as const },
  ].map((field) => [field.key, field]),
)

test('a type asks for its own fields, but for what is computed', () => {
  expect(askedFields(TYPE, FIELDS)).toEqual(['product', 'defect', 'photo'])
})

test('what is sent are the values that the type asks for; files come later', () => {
  const values = { product: 'Kettle', defect: null, elsewhere: 'x', photo: 'a file', age: 3 }
  const body = bodyOf({ ...blankEntry('warranty', 'cs', 'me'), values }, TYPE, FIELDS)
  expect(body).toEqual({
    type: 'warranty',
    locale: 'cs',
    contact: { name: '', email: '', phone: '' },
    values: { product: 'Kettle' },
    handler: 'me',
  })
})

test('the first step says what is missing, the next ones what is needed soon', () => {
  const blank = blankEntry('warranty', 'cs', null)
  expect(missingIn(blank, TYPE)).toEqual(['contact.email', 'values.product'])
  const contact = { name: '', email: 'a@b.example', phone: '' }
  expect(missingIn({ ...blank, contact, values: { product: 'Kettle' } }, TYPE)).toEqual([])
  expect([...neededSoon(TYPE)]).toEqual([
    ['defect', 'checked'],
    ['reason', 'closed'],
  ])
})
