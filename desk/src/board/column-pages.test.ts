import { expect, test } from 'vitest'
import type { Issue } from '../work'
import { type ColumnPages, replaced, withIssue, without } from './column-pages'

/** Pages of issues that are due on days of December; no day where it is 0. */
function pagesOf(...pages: readonly (readonly number[])[]): ColumnPages {
  return {
    pageParams: pages.map(() => undefined),
    pages: pages.map((days) => ({
      items: days.map(issueOf),
      nextCursor: null,
      count: 5,
      countCapped: false,
    })),
  }
}

function issueOf(day: number): Issue {
  const due = day === 0 ? null : `2026-12-${String(day).padStart(2, '0')}`
  // Only what places a card is looked at.
  return { number: `N${day}`, due, step: 'a' } as unknown as Issue
}

const numbers = ({ pages }: ColumnPages) => pages.map(({ items }) => items.map(({ number }) => number))
const counts = ({ pages }: ColumnPages) => pages.map(({ count }) => count)

test('a card that left is gone, and the count is one less', () => {
  const left = without(pagesOf([1, 4], [9]), 'N4')
  expect([numbers(left), counts(left)]).toEqual([
    [['N1'], ['N9']],
    [4, 4],
  ])
})

test.each([
  [2, [['N1', 'N2', 'N4'], ['N9']]],
  [
    7,
    [
      ['N1', 'N4'],
      ['N7', 'N9'],
    ],
  ],
  [
    10,
    [
      ['N1', 'N4'],
      ['N9', 'N10'],
    ],
  ],
  [
    0,
    [
      ['N1', 'N4'],
      ['N9', 'N0'],
    ],
  ],
])('a card due on the %ith stands among the others by its day', (day, placed) => {
  const placedIn = withIssue(pagesOf([1, 4], [9]), issueOf(day))
  expect([numbers(placedIn), counts(placedIn)]).toEqual([placed, [6, 6]])
})

test('it comes into a column where nothing was, and a count that was capped stays', () => {
  expect(numbers(withIssue(pagesOf([]), issueOf(3)))).toEqual([['N3']])
  const pages = pagesOf([1])
  const [first] = pages.pages
  const capped = { ...pages, pages: first ? [{ ...first, count: 1000, countCapped: true }] : [] }
  expect(counts(withIssue(capped, issueOf(3)))).toEqual([1000])
})

test('a card that changed stays where it is', () => {
  const changed = replaced(pagesOf([1, 4]), { ...issueOf(4), step: 'b' })
  expect(changed.pages.flatMap(({ items }) => items.map(({ step }) => step))).toEqual(['a', 'b'])
})
