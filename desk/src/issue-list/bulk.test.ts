import { expect, test } from 'vitest'
import { batches, type Foreseen, moveOf, type Outcome, stepsFor, summed, takenBack } from './bulk'

test('many are sent a few at a time', () => {
  expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(batches([], 2)).toEqual([])
})

test('the steps that most may enter come first', () => {
  const issue = (type: string, ...steps: string[]) => ({
    type,
    transitions: steps.map((to) => ({ to, name: to })),
  })
  expect(stepsFor([issue('a', 'x', 'y'), issue('b', 'y'), issue('a')])).toEqual([
    { to: 'y', type: 'a', count: 2 },
    { to: 'x', type: 'a', count: 1 },
  ])
})

test('what was given goes to those that lack it, and what was emptied to nobody', () => {
  expect(moveOf('x', ' ', {})).toEqual({ to: 'x' })
  expect(moveOf('x', '', { due: null })).toEqual({ to: 'x' })
  expect(moveOf('x', ' Said ', { 'values.a': 1, 'values.b': null, handler: 'u' })).toEqual({
    to: 'x',
    comment: 'Said',
    fill: { handler: 'u', values: { a: 1 } },
  })
})

test('what rules would do is summed up over the batches', () => {
  const send: Foreseen = {
    rule: { id: 'r', name: 'R' },
    place: 0,
    do: 'send',
    name: 'Decision',
    count: 2,
    messages: 3,
    inVain: 1,
  }
  expect(summed([send, { ...send, place: 1 }, send])).toEqual([
    { ...send, count: 4, messages: 6, inVain: 2 },
    { ...send, place: 1 },
  ])
})

test('only what changed is put back, to whom it was', () => {
  const outcome = (number: string, changed: boolean, handler: string | null): Outcome => ({
    number,
    ok: true,
    changed,
    problem: null,
    was: { handler, step: 's' },
  })
  const failed: Outcome = { number: 'f', ok: false, changed: false, problem: null, was: null }
  const back = takenBack([
    outcome('a', true, 'u'),
    outcome('b', false, 'u'),
    outcome('c', true, null),
    outcome('d', true, 'u'),
    failed,
  ])
  expect([...back]).toEqual([
    ['u', ['a', 'd']],
    [null, ['c']],
  ])
})
