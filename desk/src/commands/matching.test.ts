import { expect, test } from 'vitest'
import { matching } from './matching'

const THINGS = [
  { name: 'Board', words: 'kanban' },
  { name: 'Business rules' },
  { name: 'Issue types' },
  { name: 'Issues' },
  { name: 'New issue: Warranty claim' },
  { name: 'Stížnost' },
  { name: 'Łódź' },
]

test.each([
  ['', THINGS.map(({ name }) => name)],
  ['b', ['Board', 'Business rules']],
  ['issue', ['Issue types', 'Issues', 'New issue: Warranty claim']],
  ['new war', ['New issue: Warranty claim']],
  ['kanban', ['Board']],
  ['rules', ['Business rules']],
  ['siness', ['Business rules']],
  ['STIZ', ['Stížnost']],
  ['lodz', ['Łódź']],
  ['brd', ['Board']],
  ['novak', []],
])('%j finds %j', (text, names) => {
  expect(matching(THINGS, text).map(({ name }) => name)).toEqual(names)
})
