import type { InfiniteData } from '@tanstack/react-query'
import type { Answer } from '../api/client'
import type { Issue } from '../work'

export type ColumnPage = Answer<'/api/v1/issues', 'get'>
export type ColumnPages = InfiniteData<ColumnPage, string | undefined>

/** The loaded part of a column, once an issue has left it. */
export function without(pages: ColumnPages, number: string): ColumnPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...counted(page, -1),
      items: page.items.filter((issue) => issue.number !== number),
    })),
  }
}

/** The same with one more, at the place that its deadline gives it among those that are loaded. */
export function withIssue(pages: ColumnPages, issue: Issue): ColumnPages {
  const before = (other: Issue) => (other.due ?? '9') <= (issue.due ?? '9')
  const at = pages.pages.findIndex((page) => page.items.some((other) => !before(other)))
  const chosen = at === -1 ? pages.pages.length - 1 : at
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      const more = counted(page, 1)
      if (index !== chosen) return more
      const place = page.items.findIndex((other) => !before(other))
      return { ...more, items: page.items.toSpliced(place === -1 ? page.items.length : place, 0, issue) }
    }),
  }
}

/** The same with an issue as it is now. */
export function replaced(pages: ColumnPages, issue: Issue): ColumnPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((other) => (other.number === issue.number ? issue : other)),
    })),
  }
}

function counted(page: ColumnPage, change: number): ColumnPage {
  return page.count === undefined || page.countCapped ? page : { ...page, count: page.count + change }
}
