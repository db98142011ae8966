import type { Row } from './figures.ts'
import type { ManyIssues } from './many-issues.ts'
import { openReader, type Reader, slowestOf } from './reader.ts'

const SORTS = ['created', 'changed', 'due', 'number'].flatMap((sort) => [`-${sort}`, sort])
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** Each documented filter alone, common and rare, what a desk combines, and what should be worst. */
const FILTERS: readonly [what: string, query: string][] = [
  ['no filter', ''],
  ['type', 'type=warranty'],
  ['step, common', 'step=closed'],
  ['step, rare', 'step=at-partner'],
  ['category, common', 'category=done'],
  ['category, rare', 'category=waiting'],
  ['handler', 'handler=handler7@shop.example'],
  ['handler, none', 'handler=none'],
  ['handler and category', 'handler=handler7@shop.example&category=open'],
  ['handler, none, and category', 'handler=none&category=waiting'],
  ['several types', 'type=warranty,return'],
  ['several steps', 'step=received,at-partner,closed'],
  ['several steps of a type', 'type=warranty&step=received,at-partner,closed'],
  ['several handlers', 'handler=handler7@shop.example,handler8@shop.example,none'],
  ['turn, ours', 'turn=us'],
  ['turn, of customers, of a type', 'type=warranty&turn=customer'],
  ['turn and handler', 'turn=us&handler=handler7@shop.example'],
  ['late', 'late=true'],
  ['late, of a handler', 'late=true&handler=handler7@shop.example'],
  ['late, our turn', 'late=true&turn=us'],
  ['turn and a common word', 'turn=us&q=kettle'],
  ['contact', 'contact=customer1000@example.com'],
  ['q, a number', 'q=WA-26-0150000'],
  ['q, a part of a number', 'q=0150000'],
  ['q, what all numbers end with', 'q=7kqm'],
  ['q, the middle of a phone', 'q=150%20000'],
  ['q, three digits', 'q=150'],
  ['q, a word of many messages', 'q=m1'],
  ['q, a word of few messages', 'q=m5h2'],
  ['q, a rare word', 'q=customer1000'],
  ['q, a common word', 'q=kettle'],
  ['q, a word of all', 'q=jana'],
  ['q, two common words', 'q=kettle+noise'],
  ['q, three common words', 'q=jana+kettle+noise'],
  ['q, a common and a rare word', 'q=jana+customer1000'],
  ['q, no match of two common', 'q=kettle+vacuum'],
  ['q, one letter', 'q=c'],
  ['q, two letters', 'q=ja'],
  ['q, the beginning of all phones', 'q=420601'],
  ['q, the beginning of many phones', 'q=4206010'],
  ['q, the beginning of all e-mails', 'q=customer'],
  ['q, the beginnings of two', 'q=c+no'],
  ['created, a week', `createdFrom=${day(7)}`],
  ['created, a year', `createdFrom=${day(365)}`],
  ['created, two years', `createdFrom=${day(730)}`],
  ['created, long ago', `createdTo=${day(1080)}`],
  ['created, before the last year', `createdTo=${day(365)}`],
  ['created, a month a year ago', `createdFrom=${day(395)}&createdTo=${day(365)}`],
  ['due, a week', `dueFrom=${day(0)}&dueTo=${day(-7)}`],
  ['due, passed', `dueTo=${day(0)}`],
  ['due, before the last year', `dueTo=${day(365)}`],
  ['created and due, never together', `createdTo=${day(400)}&dueFrom=${day(300)}`],
  ['due, never', 'due=none'],
  ['due, never, open', 'due=none&category=open,waiting'],
  ['closed, a week', `closedFrom=${day(7)}`],
  ['closed, a year', `closedFrom=${day(365)}`],
  ['closed, a month, of a type', `closedFrom=${day(60)}&closedTo=${day(30)}&type=warranty`],
  ['decided, a month', `decidedFrom=${day(60)}&decidedTo=${day(30)}`],
  ['decided, a year', `decidedFrom=${day(365)}`],
  ['an answer awaited', 'answer=awaited'],
  ['an answer awaited, of a handler', 'answer=awaited&handler=handler7@shop.example'],
  ['field, one issue', 'field.order_number=2026-150000'],
  ['field, common', 'field.priority=normal'],
  ['field, one in twenty', 'field.priority=high'],
  ['type and step', 'type=warranty&step=at-partner'],
  ['type and category', 'type=return&category=open'],
  ['type and created, half a year', `type=warranty&createdFrom=${day(180)}`],
  ['type and due, passed for a year', `type=return&dueTo=${day(365)}`],
  ['step and a common word', 'step=at-partner&q=kettle'],
  ['step and a word, common', 'step=closed&q=kettle'],
  ['category and field', 'category=open&field.priority=high'],
  ['category and a word', 'category=waiting&q=kettle'],
  ['category, created, a year', `category=open&createdFrom=${day(365)}`],
  ['category, due, passed', `category=open&dueTo=${day(0)}`],
  ['contact and category', 'contact=customer1000@example.com&category=open'],
  ['field and a common word', 'field.priority=high&q=kettle'],
  ['field and two words, rare', 'field.priority=high&q=kettle+noise'],
  ['field and a word, never together', 'field.priority=high&q=heater'],
  ['a word and a range', `q=kettle&createdFrom=${day(180)}`],
  ['a word and a range, never together', `q=0150&createdFrom=${day(60)}`],
  ['type, step and field', 'type=warranty&step=at-partner&field.priority=high'],
  ['type, category and a word', 'type=return&category=open&q=kettle'],
  ['field, a word and a range', `field.priority=high&q=kettle&createdFrom=${day(180)}`],
  ['five at once', `type=warranty&category=done&q=kettle&createdFrom=${day(700)}&field.priority=normal`],
]
const AIM_MS = 50

/**
 * First pages of 50 from the real program: for each filter, the slowest of the eight sorts; then the page in the middle
 * of the list, and the first with its count.
 */
export async function measureLists(made: ManyIssues): Promise<Row[]> {
  const reader = await openReader(made)
  const get = (query: string) => reader.get(`/issues?${query}`)
  const slowest = (what: string, sorts: readonly string[], read: (sort: string) => Promise<unknown>) =>
    slowestOf(reader, what, sorts, read, AIM_MS)
  try {
    const rows: Row[] = []
    for (const [what, query] of FILTERS) {
      rows.push(await slowest(`first page of ${what}`, SORTS, (sort) => get(`sort=${sort}&${query}`)))
    }
    const cursors = await Promise.all(
      SORTS.map(async (sort) => [sort, await middleOf(reader, sort)] as const),
    )
    const deep = new Map(cursors)
    for (const [what, query] of DEEP) {
      const read = (sort: string) => get(`sort=${sort}&${query}&cursor=${deep.get(sort) ?? ''}`)
      rows.push(await slowest(`page deep in ${what}`, SORTS, read))
    }
    for (const [what, query] of FILTERS) {
      const read = (sort: string) => get(`sort=${sort}&${query}&count=true`)
      rows.push(await slowest(`first page and count of ${what}`, ['-created', 'due'], read))
    }
    return rows
  } finally {
    await reader.close()
  }
}

const DEEP: readonly [what: string, query: string][] = [
  ['all', ''],
  ['a type', 'type=warranty'],
  ['a common step', 'step=closed'],
  ['a common word', 'q=kettle'],
  ['a common field', 'field.priority=normal'],
]

/** A cursor half way down a list, made from one that a page answered: what is between is left out. */
async function middleOf({ get }: Reader, sort: string): Promise<string> {
  const bare = sort.replace('-', '')
  const half = new Date(Date.now() - 547 * 86_400_000).toISOString().slice(0, 10)
  const near = bare === 'due' ? `dueFrom=${half}&dueTo=${half}` : `createdFrom=${half}&createdTo=${half}`
  const { nextCursor } = JSON.parse(await get(`/issues?sort=${sort}&limit=1&${near}`))
  return String(nextCursor)
}
