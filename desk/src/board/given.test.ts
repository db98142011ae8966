import { expect, test } from 'vitest'
import { partsOf, pathOf } from './given'

test.each([
  [{}, { values: {}, edit: null }],
  [
    { defect: 'Leaks', price: null },
    { values: { defect: 'Leaks' }, edit: null },
  ],
  [
    { 'contact.email': 'a@example.com', handler: 'u1', due: '2026-12-09', price: { amount: 1 } },
    {
      values: { price: { amount: 1 } },
      edit: { contact: { email: 'a@example.com' }, handler: 'u1', due: '2026-12-09' },
    },
  ],
])('%j is sent as %j', (given, parts) => {
  expect(partsOf(given)).toEqual(parts)
})

test('what is wrong is named as the API names it', () => {
  expect(['contact.email', 'defect'].map(pathOf)).toEqual(['contact.email', 'values.defect'])
})
