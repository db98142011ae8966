import { expect, test } from 'vitest'
import { todayLists } from './today-lists'

test('a handler begins with their own, and with what nobody has', () => {
  const lists = todayLists(true, '2026-11-30')
  expect(lists.map(({ search }) => search)).toEqual([
    { handler: 'me', due: 'late' },
    { handler: 'me', dueFrom: '2026-11-30', dueTo: '2026-12-02' },
    { handler: 'me', answer: 'awaited' },
    { handler: 'me', turn: 'us' },
    { handler: 'none' },
  ])
})

test('whoever only looks sees those of all, and the API is asked for what is not done', () => {
  const lists = todayLists(false, '2026-11-30')
  expect(lists.map(({ query }) => query)).toEqual([
    { late: 'true' },
    { dueFrom: '2026-11-30', dueTo: '2026-12-02', category: 'open,waiting' },
    { answer: 'awaited' },
    { turn: 'us', category: 'open,waiting' },
    { handler: 'none', category: 'open,waiting' },
  ])
})
