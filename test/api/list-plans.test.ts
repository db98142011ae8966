import { type Arbitrary, assert, asyncProperty, constant, constantFrom, oneof, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../../src/base/index.ts'
import type { IssueType } from '../../src/issue-types/index.ts'
import {
  filterOf,
  findIssues,
  foldNumber,
  indexedWords,
  type Issue,
  moveIssue,
  openIssue,
  replyToIssue,
} from '../../src/issues/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, valuesFor } from '../support/calls.ts'

const TODAY = '2026-11-23'
const START = Date.parse('2026-11-23T09:00:00Z')
const ISSUES = 180
const PRODUCTS = ['Kettle', 'Kettle lid', 'Toaster', 'Žehlička']
const PRIORITIES = ['high', 'normal', 'normal', 'normal', 'low']

/** Draws the same each time. */
function drawFrom(seed: number) {
  let state = seed
  const draw = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296
  return <Item>(items: readonly Item[]) => items[Math.floor(draw() * items.length)] as Item
}

const upTo = (end: number) => Array.from({ length: end }, (_, index) => index)

/** Who wrote last to each other, by the number of the issue. */
const lastWriters = new Map<string, string>()

const HANDLERS = ['petra@shop.example', 'karel@shop.example']

async function openSome(app: TestApp): Promise<Issue[]> {
  const pick = drawFrom(5)
  const refusal = await valuesFor(app, 'return', 'refund-refused')
  for (const email of HANDLERS) {
    await expectCall(201, app, 'POST', '/users', { email, name: email, role: 'handler' })
  }
  for (const _ of upTo(ISSUES)) {
    const createdAt = START - pick(upTo(40)) * DAY
    const type = pick(['warranty', 'warranty', 'return'])
    const { issue } = await openIssue(app.ctx, {
      type,
      createdAt,
      handler: pick([null, null, ...HANDLERS]),
      due: pick([null, '2026-11-20', '2026-12-01', '2026-12-02', '2026-12-24']),
      contact: { name: pick(['Jana Nová', 'Jan Kos']), email: `c${pick(upTo(30))}@example.com` },
      values: { product: pick(PRODUCTS), priority: pick(PRIORITIES) },
    })
    const at = createdAt + pick(upTo(5)) * DAY
    if (isTold(issue)) {
      await replyToIssue(app.ctx, issue.number, { body: SAID, internal: false, from: 'customer' })
      lastWriters.set(issue.number, 'customer')
    }
    for (const from of pick([
      [],
      [],
      ['customer'],
      ['shop', 'customer', 'customer'],
      ['customer', 'shop'],
    ] as const)) {
      await replyToIssue(app.ctx, issue.number, { body: 'Well', internal: false, from })
      lastWriters.set(issue.number, from)
    }
    if (pick([true, false])) {
      await replyToIssue(app.ctx, issue.number, { body: 'Hm', internal: true, from: 'shop' })
    }
    const to = pick(['goods-received', 'goods-received', 'withdrawn', null, null])
    if (type === 'return' && pick([true, false]))
      await moveIssue(app.ctx, issue.number, { to: 'refund-refused', values: refusal, at })
    else if (to) await moveIssue(app.ctx, issue.number, { to, at })
  }
  const { json } = await expectCall(200, app, 'GET', '/issues?limit=1')
  expect(json.items).toHaveLength(1)
  const configuration = await app.ctx.configuration.current()
  const everything = { ...filterOf({}, 'Europe/Prague'), limit: ISSUES + 1 }
  return (await findIssues(app.ctx, configuration, everything)).issues
}

/** One in five customers wrote, about a toaster, whatever it is about, and one word that stands nowhere else. */
const SAID = 'Toaster urgently'
const isTold = ({ searchId }: Issue) => searchId % 5 === 0

type Query = Parameters<typeof filterOf>[0]

/** What a list should have, by looking at each issue. */
function looked(
  issues: readonly Issue[],
  query: Query,
  types: ReadonlyMap<string, IssueType>,
  handlers: ReadonlyMap<string, string>,
): string[] {
  const {
    sort,
    descending,
    createdFrom,
    createdTo,
    closedFrom,
    closedTo,
    decidedFrom,
    decidedTo,
    ...filter
  } = filterOf(query, 'Europe/Prague')
  const keys = {
    created: (issue: Issue) => String(issue.createdAt),
    changed: (issue: Issue) => String(issue.changedAt),
    due: (issue: Issue) => issue.due ?? '9999-99-99',
    number: (issue: Issue) => foldNumber(issue.number) ?? '',
  }
  const isWithin = (at: number | undefined, from: number | undefined, to: number | undefined) =>
    (from === undefined && to === undefined) ||
    (at !== undefined && (from === undefined || at >= from) && (to === undefined || at < to))
  const closedAt = ({ category, trail }: Issue) => (category === 'done' ? trail.at(-1)?.[1] : undefined)
  const decidedAt = ({ typeId, trail }: Issue) =>
    trail.find(([step]) => types.get(typeId)?.stepByKey.get(step)?.stage === 'decision')?.[1]
  const asked = filter.q?.split(' ').filter(Boolean) ?? []
  const found = issues.filter((issue) => {
    const { name, email } = issue.contact
    const texts = [name, email, JSON.stringify(issue.values)]
    const text = indexedWords({ number: issue.number, phoneKey: null, texts })
    const said = isTold(issue) ? SAID.toLowerCase().split(' ') : []
    return (
      isOneOf(filter.types, types.get(issue.typeId)?.key) &&
      isOneOf(filter.steps, issue.step) &&
      isOneOf(filter.categories, issue.category) &&
      isOneOf(filter.handlers, handlers.get(issue.handlerId ?? '') ?? 'none') &&
      (filter.turn === undefined ||
        (issue.category !== 'done' &&
          types.get(issue.typeId)?.stepByKey.get(issue.step)?.turn === filter.turn)) &&
      (!filter.late || (issue.category !== 'done' && issue.due !== null && issue.due < TODAY)) &&
      (!filter.unanswered || (issue.category !== 'done' && lastWriters.get(issue.number) === 'customer')) &&
      (!filter.undated || issue.due === null) &&
      (filter.contact === undefined || email === filter.contact) &&
      isFound(asked, text, said) &&
      (createdFrom === undefined || issue.createdAt >= createdFrom) &&
      (createdTo === undefined || issue.createdAt < createdTo) &&
      isWithin(closedAt(issue), closedFrom, closedTo) &&
      isWithin(decidedAt(issue), decidedFrom, decidedTo) &&
      (filter.dueFrom === undefined || (issue.due !== null && issue.due >= filter.dueFrom)) &&
      (filter.dueTo === undefined || (issue.due !== null && issue.due <= filter.dueTo)) &&
      Object.entries(filter.fields).every(([key, value]) => issue.values[key] === value)
    )
  })
  const sorted = found
    .map((issue) => [`${keys[sort](issue)} ${issue.id}`, issue.number] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, number]) => number)
  return descending ? sorted.toReversed() : sorted
}

/** By its own words or those of its message: PostgreSQL takes them together. */
function isFound(asked: readonly string[], text: readonly string[], said: readonly string[]): boolean {
  const has = (words: readonly string[]) =>
    asked.every((word) => words.some((other) => other.startsWith(word)))
  return has(text) || has(said)
}

const isOneOf = (asked: readonly string[] | undefined, value = '') => !asked || asked.includes(value)

/** Mostly nothing: what all are asked for together hardly any issue has. */
const some = <Value>(...values: Value[]) =>
  oneof({ weight: 3, arbitrary: constant(undefined) }, { weight: 1, arbitrary: constantFrom(...values) })

const queries: Arbitrary<Query> = record({
  type: some('warranty', 'return', 'return,warranty'),
  step: some('received', 'goods-received', 'goods-received,received,at-partner'),
  category: some('open', 'done', 'open,waiting', 'waiting,done'),
  handler: some('none', ...HANDLERS, `none,${HANDLERS[1]}`, HANDLERS.join()),
  turn: some('us' as const, 'customer' as const),
  late: some('true' as const),
  answer: some('awaited' as const),
  due: some('none' as const),
  contact: some('c3@example.com'),
  q: some(
    'kettle',
    'kettle lid',
    'toaster urg',
    'urgently',
    'j',
    'jana kettle',
    'zehl',
    'c1',
    'example wc',
    'c7 jana',
    'none',
  ),
  createdFrom: some('2026-10-20', '2026-11-15', '2026-11-22'),
  createdTo: some('2026-10-25', '2026-11-20'),
  closedFrom: some('2026-10-20', '2026-11-15'),
  closedTo: some('2026-11-22'),
  decidedFrom: some('2026-10-25'),
  decidedTo: some('2026-11-10', '2026-11-20'),
  dueFrom: some('2026-12-02'),
  dueTo: some('2026-12-01', '2026-12-23'),
  'field.priority': some('high', 'normal'),
  sort: constantFrom(...['created', 'changed', 'due', 'number'].flatMap((sort) => [sort, `-${sort}`])),
}) as Arbitrary<Query>

/** So small that every way of reading a list is taken, and ends early, and the usual ones. */
const BOUNDS = [
  { few: 0, fewInIndex: 0, set: 0, glance: 1, walk: 1 },
  { few: 0, fewInIndex: 1000, set: 1000, glance: 2, walk: 5 },
  { few: 3, fewInIndex: 30, set: 30, glance: 5, walk: 20 },
  { few: 40, fewInIndex: 60, set: 60, glance: 8, walk: 100 },
  { few: 60, fewInIndex: 60, set: 60, glance: 40, walk: 41 },
  undefined,
]

onBothStores('lists, whichever way they are read', (app) => {
  let issues: Issue[] = []
  test('are filled', async () => {
    issues = await openSome(app())
    expect(issues).toHaveLength(ISSUES)
  })

  describe.each(BOUNDS)('within %j', (...[bounds]) => {
    test('are what looking at each issue finds, page by page', async () => {
      const { ctx } = app()
      const configuration = await ctx.configuration.current()
      const types = configuration.typeById
      const handlers = new Map(configuration.users.map(({ id, email }) => [id, email]))
      const limits = constantFrom(1, 7, 300)
      await assert(
        asyncProperty(queries, limits, async (query, limit) => {
          const expected = looked(issues, query, types, handlers)
          const found: string[] = []
          for (let cursor: string | null | undefined; cursor !== null && found.length < 60; ) {
            const filter = { ...filterOf(query, 'Europe/Prague'), count: true, cursor, limit }
            const page = await findIssues(ctx, configuration, filter, bounds)
            expect(page.count).toEqual({ least: expected.length, capped: false })
            found.push(...page.issues.map(({ number }) => number))
            cursor = page.nextCursor
          }
          expect(found).toEqual(expected.slice(0, Math.max(found.length, Math.min(60, expected.length))))
        }),
        { numRuns: 60 },
      )
    }, 90_000)
  })

  test('count all pages also behind the last issue', async () => {
    const { ctx } = app()
    const configuration = await ctx.configuration.current()
    const asked = { ...filterOf({ q: 'kettle', sort: 'number' }, 'Europe/Prague'), count: true }
    const everything = await findIssues(ctx, configuration, { ...asked, limit: 300 })
    const { nextCursor } = await findIssues(ctx, configuration, {
      ...asked,
      limit: everything.issues.length - 1,
    })
    await expectCall(204, app(), 'DELETE', `/issues/${everything.issues.at(-1)?.number}`)
    for (const bounds of BOUNDS) {
      const behind = await findIssues(ctx, configuration, { ...asked, cursor: nextCursor ?? '' }, bounds)
      expect(behind.issues).toEqual([])
      expect(behind.count).toEqual({ least: everything.issues.length - 1, capped: false })
    }
  })
})
