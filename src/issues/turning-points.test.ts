import { expect, test } from 'vitest'
import { plainStep } from '../issue-types/index.ts'
import { turningPoints } from './turning-points.ts'

const steps = [
  plainStep('new'),
  plainStep('accepted', { stage: 'solving', outcome: 'accepted' }),
  plainStep('decision', { stage: 'decision' }),
  plainStep('sent', { stage: 'done', category: 'done' }),
  plainStep('closed', { stage: 'done', category: 'done' }),
]
const type = { stepByKey: new Map(steps.map((step) => [step.key, step])) }

test.each([
  ['new', null, null],
  ['new accepted', 2, null],
  ['new decision', 2, null],
  ['new accepted new decision', 2, null],
  ['new accepted sent', 2, 3],
  ['new sent closed', null, 2],
  ['new sent new', null, null],
  ['new sent new closed', null, 4],
  ['new gone', null, null],
])('%s: decided at %s, closed at %s', (way, decided, closed) => {
  const trail = way.split(' ').map((key, index) => [key, index + 1] as const)
  expect(turningPoints(type, trail)).toEqual({ decided_at: decided, closed_at: closed })
})
