import { expect, test } from 'vitest'
import type { WorkType } from '../work'
import { nextSteps } from './next-steps'

const type = {
  steps: [
    { key: 'new', stage: 'received' },
    { key: 'tested', stage: 'review' },
    { key: 'asked', stage: 'review', category: 'waiting' },
    { key: 'repaired', stage: 'solving' },
    { key: 'closed', stage: 'done' },
  ],
} as unknown as WorkType

test.each([
  ['new', ['tested', 'closed'], ['tested', 'closed']],
  ['repaired', ['tested', 'closed'], ['closed', 'tested']],
  ['closed', ['repaired', 'tested'], ['repaired', 'tested']],
  ['tested', ['asked', 'repaired'], ['repaired', 'asked']],
  ['tested', ['asked', 'new'], ['asked', 'new']],
  ['closed', [], []],
  ['new', ['gone', 'tested'], ['tested']],
])('from %s to %o the order is %o', (from, allowed, order) => {
  expect(nextSteps(type, from, allowed).map(({ key }) => key)).toEqual(order)
})
