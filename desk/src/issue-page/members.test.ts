import { expect, test } from 'vitest'
import type { Issue } from '../work'
import { changeOf, fieldOf, memberOf, pathOf, withField } from './members'

const issue = {
  contact: { name: 'Jana Nováková', email: '', phone: '+420601123456' },
  values: { product: 'Kettle' },
  handler: { id: 'u1', name: 'Petr', email: 'petr@example.com' },
  locale: 'cs',
  due: null,
} as unknown as Issue

test.each([
  ['values.product', 'Kettle'],
  ['values.price', null],
  ['contact.name', 'Jana Nováková'],
  ['contact.email', null],
  ['handler', 'u1'],
  ['locale', 'cs'],
  ['due', null],
])('%s of an issue is %o', (path, value) => {
  expect(memberOf(issue, path)).toBe(value)
  expect(pathOf(fieldOf(path))).toBe(path)
})

test.each([
  ['values.product', 'Iron', { values: { product: 'Iron' } }],
  ['values.product', null, { values: { product: null } }],
  ['contact.email', null, { contact: { email: '' } }],
  ['handler', null, { handler: null }],
  ['due', '2026-12-09', { due: '2026-12-09' }],
])('to change %s to %o sends that member alone', (path, value, change) => {
  expect(changeOf(path, value)).toEqual(change)
})

test('what stood in a field is shown as the issue with it', () => {
  const nameOf = (id: string) => `name of ${id}`
  expect(withField(issue, 'handler', 'u2', nameOf).handler?.name).toBe('name of u2')
  expect(withField(issue, 'handler', null, nameOf).handler).toBeNull()
  expect(withField(issue, 'product', 'Iron', nameOf).values).toEqual({ product: 'Iron' })
  expect(withField(issue, 'contact.email', 'a@b.cz', nameOf).contact.email).toBe('a@b.cz')
})
