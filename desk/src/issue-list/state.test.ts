import { describe, expect, test } from 'vitest'
import { changed, dayIn, isNarrowed, isSameList, type ListState, queryOf, readState } from './state'

describe('the state of a list in its address', () => {
  test.each<[string, Record<string, unknown>, ListState]>([
    ['nothing', {}, {}],
    ['texts', { type: 'warranty', q: 'kettle' }, { type: 'warranty', q: 'kettle' }],
    ['a number that was searched', { q: 1234 }, { q: '1234' }],
    ['what is late, as the API says it', { late: true }, { due: 'late' }],
    ['own fields', { 'field.decision': 'accepted' }, { 'field.decision': 'accepted' }],
    ['what it does not know', { page: 3, q: { $ne: 1 }, sort: '' }, {}],
  ])('reads %s', (_what, search, expected) => {
    expect(readState(search)).toEqual(expected)
  })

  test.each<[string, ListState, Record<string, string>]>([
    ['nothing: all that is not done', {}, { category: 'open,waiting', sort: 'due' }],
    ['all', { category: 'all', view: 'x' }, { sort: 'due' }],
    ['late', { due: 'late' }, { category: 'open,waiting', sort: 'due', late: 'true' }],
    [
      'no deadline, and whom an answer is owed',
      { due: 'none', answer: 'awaited' },
      { category: 'open,waiting', sort: 'due', due: 'none', answer: 'awaited' },
    ],
    [
      'this week',
      { due: 'week', sort: '-changed' },
      { category: 'open,waiting', sort: '-changed', dueFrom: '2026-12-28', dueTo: '2027-01-04' },
    ],
  ])('asks for %s', (_what, state, expected) => {
    expect(queryOf(state, '2026-12-28')).toEqual(expected)
  })

  test('a change keeps the rest, and null takes away', () => {
    expect(changed({ view: 'v', type: 'a', q: 'b' }, { type: null, step: 'c' })).toEqual({
      view: 'v',
      q: 'b',
      step: 'c',
    })
  })

  test('lists are the same whatever their order and name', () => {
    expect(isSameList({ type: 'a', q: 'b' }, { q: 'b', type: 'a', view: 'v' })).toBe(true)
    expect(isSameList({ type: 'a' }, { type: 'b' })).toBe(false)
    expect(isNarrowed({ view: 'v', sort: 'due' })).toBe(false)
    expect(isNarrowed({ handler: 'me' })).toBe(true)
  })

  test('the day is the shop’s', () => {
    expect(dayIn('Europe/Prague', new Date('2026-12-08T23:30:00Z'))).toBe('2026-12-09')
  })
})
