import { describe, expect, test } from 'vitest'
import { stepFlags } from './step-checks'
import type { Step } from './types'

const step = (key: string, to: string[], more: Partial<Step> = {}): Step => ({
  key,
  name: { en: key },
  publicName: { en: key },
  explanation: {},
  whatNext: {},
  stage: 'received',
  turn: 'us',
  category: 'open',
  outcome: null,
  hidden: false,
  colour: null,
  pauses: false,
  required: [],
  next: to.map((target) => ({ to: target, roles: [] })),
  ...more,
})

describe('what is flagged', () => {
  test.each<[string, Step[], Record<string, string[]>]>([
    ['all is well', [step('a', ['b']), step('b', [], { category: 'done' })], { a: [], b: [] }],
    [
      'nothing leads there',
      [step('a', ['b']), step('b', ['a']), step('c', ['a'])],
      { a: [], b: [], c: ['unreachable'] },
    ],
    ['no way out', [step('a', ['b']), step('b', [])], { a: [], b: ['dead-end'] }],
    [
      'a way to itself leads nowhere else',
      [step('a', ['a']), step('b', ['a'])],
      { a: [], b: ['unreachable'] },
    ],
    ['nothing for customers', [step('a', ['a'], { publicName: {} })], { a: ['no-public-name'] }],
    ['hidden needs nothing for customers', [step('a', ['a'], { publicName: {}, hidden: true })], { a: [] }],
    [
      'a language is missing',
      [step('a', ['a'], { name: { en: 'A', cs: 'Á' } })],
      { a: ['missing-languages'] },
    ],
  ])('%s', (_what, steps, expected) => {
    expect(Object.fromEntries(stepFlags(steps, ['en', 'cs']))).toEqual(expected)
  })
})
