import { expect, test } from 'vitest'
import type { Issue } from '../work'
import { type IssuePage, issuesOf, pagesAt, withPage } from './pages'

/** Only numbers matter here. */
const issue = (number: string) => ({ number }) as Issue
const page = (numbers: string, at = 0, nextCursor: string | null = 'next'): IssuePage => ({
  items: numbers.split('').map(issue),
  nextCursor,
  at,
})
const numbersOf = (issues: readonly Issue[]) => issues.map(({ number }) => number).join('')

test('an issue on two pages stands where it was seen last, once', () => {
  expect(numbersOf(issuesOf([page('abc'), page('de')]))).toBe('abcde')
  expect(numbersOf(issuesOf([page('abc', 1), page('cde', 2)]))).toBe('abcde')
  expect(numbersOf(issuesOf([page('abc', 2), page('cae', 1)]))).toBe('abce')
  expect(numbersOf(issuesOf([page('aab', 1), page('b', 1)]))).toBe('ab')
})

test('rows are on pages', () => {
  const pages = [page('abc'), page('de'), page('f')]
  expect(pagesAt(pages, 0, 1)).toEqual([0])
  expect(pagesAt(pages, 2, 3)).toEqual([0, 1])
  expect(pagesAt(pages, 4, 9)).toEqual([1, 2])
  expect(pagesAt(pages, 9, 12)).toEqual([])
})

test('a page that is asked for again ends where the next begins', () => {
  const pages = [page('abc', 1, 'x'), page('def', 1, 'y')]
  expect(withPage(pages, 0, page('anbcdef', 2, 'z'))[0]).toEqual(page('anbc', 2, 'x'))
  expect(withPage(pages, 0, page('abmo', 2, 'z'))[0]).toEqual(page('abmo', 2, 'x'))
  expect(withPage(pages, 1, page('dg', 2, null))).toEqual([pages[0], page('dg', 2, null)])
})
