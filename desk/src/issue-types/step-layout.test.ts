import { expect, test } from 'vitest'
import { layoutOf } from './step-layout'
import type { Step } from './types'

const step = (key: string, stage: Step['stage'], ...next: string[]): Step => ({
  key,
  name: { en: key },
  publicName: {},
  explanation: {},
  whatNext: {},
  stage,
  turn: 'us',
  category: 'open',
  outcome: null,
  hidden: false,
  colour: null,
  pauses: false,
  required: [],
  next: next.map((to) => ({ to, roles: [] })),
})

test('steps stand in the columns of their stages and do not cover each other', () => {
  const { places, width, height } = layoutOf([
    step('new', 'received', 'look', 'ask'),
    step('look', 'review', 'ask', 'done'),
    step('ask', 'review', 'look'),
    step('done', 'done'),
  ])
  const at = new Map(places.map((place) => [place.step.key, place]))
  const x = (key: string) => at.get(key)?.x ?? 0
  expect(x('new')).toBeLessThan(x('look'))
  expect(x('look')).toBe(x('ask'))
  expect(x('ask')).toBeLessThan(x('done'))
  expect(at.get('look')?.y).not.toBe(at.get('ask')?.y)
  for (const place of places) {
    expect(place.x).toBeLessThan(width)
    expect(place.y).toBeLessThan(height)
  }
})

test('a way to a step that is not there, or to itself, is not drawn', () => {
  const { ways } = layoutOf([step('new', 'received', 'gone', 'new', 'done'), step('done', 'done', 'new')])
  expect(ways.map(({ from, to }) => `${from} ${to}`)).toEqual(['new done', 'done new'])
})
