import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/base/index.ts'
import { openIssue } from '../../src/issues/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { call, expectCall } from '../support/calls.ts'
import { addPerson, signInAs } from '../staff/support.ts'

type Row = { number: string; created: string; changed: string; due: string | null }
const START = Date.parse('2026-11-23T09:00:00Z')
/** What each of the issues has, in the order of opening; ties on purpose. */
const ISSUES = Array.from({ length: 23 }, (_, index) => ({
  type: index % 3 === 0 ? 'return' : 'warranty',
  createdAt: START - (index % 5) * DAY,
  due: index % 4 === 0 ? null : `2026-12-0${(index % 3) + 1}`,
  contact: {
    name: index === 7 ? 'Šárka Nováková' : `Customer ${index}`,
    email: `Customer${index % 10}@Example.com`,
    phone: `60112${String(1000 + (index % 6))}`,
  },
  values: {
    product: index % 2 ? 'Rychlovarná konvice' : 'Toaster',
    ...(index % 3 === 0 ? {} : { remedy_requested: index % 2 ? 'repair' : 'refund' }),
  },
}))

async function numbersOf(app: TestApp, query: string): Promise<string[]> {
  const { json } = await expectCall(200, app, 'GET', `/issues?limit=200&${query}`)
  return json.items.map(({ number }: Row) => number)
}

onBothStores('lists of issues', (app) => {
  const opened: string[] = []

  test('are filled', async () => {
    await expectCall(200, app(), 'PUT', '/fields/remedy_requested', {
      ...(await expectCall(200, app(), 'GET', '/fields/remedy_requested')).json,
      filterable: true,
    })
    await expectCall(200, app(), 'PUT', '/fields/product', {
      ...(await expectCall(200, app(), 'GET', '/fields/product')).json,
      filterable: true,
    })
    for (const input of ISSUES) opened.push((await openIssue(app().ctx, input)).issue.number)
    await call(app(), 'PATCH', `/issues/${opened[3]}`, { due: '2027-01-31' })
  })

  describe.each(['created', 'changed', 'due', 'number'])('sorted by %s', (sort) => {
    test.each(['', '-'])('%s page by page, each issue is there once, in order', async (direction) => {
      for (const limit of [1, 5, 22, 23]) {
        const seen: Row[] = []
        for (let cursor: string | null = ''; cursor !== null; ) {
          const query: string = `sort=${direction}${sort}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
          const { json } = await expectCall(200, app(), 'GET', `/issues?${query}`)
          expect(json.items.length).toBeLessThanOrEqual(limit)
          seen.push(...json.items)
          cursor = json.nextCursor
        }
        expect(seen.map(({ number }) => number).toSorted()).toEqual(opened.toSorted())
        const keys = seen.map((row) => (row[sort as keyof Row] ?? '9999-99-99').toUpperCase())
        const sorted = keys.toSorted()
        expect(keys).toEqual(direction ? sorted.toReversed() : sorted)
      }
    })
  })

  const where = (wanted: (issue: (typeof ISSUES)[number], index: number) => boolean) =>
    opened.filter((_, index) => ISSUES[index] && wanted(ISSUES[index], index)).toSorted()

  test.each<[string, (issue: (typeof ISSUES)[number], index: number) => boolean]>([
    ['type=return', ({ type }) => type === 'return'],
    ['step=received', () => true],
    ['category=open', () => true],
    ['category=done', () => false],
    ['type=return,warranty', () => true],
    ['type=return,%20return', ({ type }) => type === 'return'],
    ['step=received,closed&type=return', ({ type }) => type === 'return'],
    ['step=closed,goods-received', () => false],
    ['category=open,waiting', () => true],
    ['category=waiting,done', () => false],
    ['handler=none', () => true],
    ['turn=us', () => true],
    ['turn=customer', () => false],
    ['turn=us&category=done', () => false],
    ['late=true', () => false],
    ['late=false', () => true],
    ['late=true&category=done', () => false],
    ['contact=customer3@example.com', (_issue, index) => index % 10 === 3],
    ['contact=CUSTOMER3@EXAMPLE.COM', (_issue, index) => index % 10 === 3],
    ['contact=%2B420601121002', (_issue, index) => index % 6 === 2],
    ['contact=00420%20601%20121%20002', (_issue, index) => index % 6 === 2],
    ['contact=601-121-002', (_issue, index) => index % 6 === 2],
    ['contact=601121009', () => false],
    ['q=novakova', (_issue, index) => index === 7],
    ['q=NOVÁKOVÁ', (_issue, index) => index === 7],
    ['q=sarka%20nov', (_issue, index) => index === 7],
    ['q=%C5%A1%C3%A1rka', (_issue, index) => index === 7],
    ['q=ovakova', () => false],
    ['q=konvice', (_issue, index) => index % 2 === 1],
    ['q=rychlovarna+konv', (_issue, index) => index % 2 === 1],
    ['q=konvice+toaster', () => false],
    ['q=customer4@example.com', (_issue, index) => index % 10 === 4],
    ['q=420601121003', (_issue, index) => index % 6 === 3],
    ['q=---', () => false],
    ['q=', () => true],
    ['createdFrom=2026-11-22', ({ createdAt }) => createdAt >= START - DAY],
    ['createdTo=2026-11-20', ({ createdAt }) => createdAt <= START - 3 * DAY],
    ['createdFrom=2026-11-21&createdTo=2026-11-21', ({ createdAt }) => createdAt === START - 2 * DAY],
    [
      'createdFrom=2026-11-21T09:00:00Z&createdTo=2026-11-21T09:00:00Z',
      ({ createdAt }) => createdAt === START - 2 * DAY,
    ],
    ['createdFrom=2026-11-21T10:00:00.001%2B01:00', ({ createdAt }) => createdAt > START - 2 * DAY],
    ['dueFrom=2026-12-02&dueTo=2026-12-02', ({ due }, index) => due === '2026-12-02' && index !== 3],
    ['dueTo=2026-12-01', ({ due }, index) => due === '2026-12-01' && index !== 3],
    ['dueFrom=2027-01-01', (_issue, index) => index === 3],
    ['field.product=TOASTER', ({ values }) => values.product === 'Toaster'],
    ['field.product=rychlovarna%20konvice', ({ values }) => values.product !== 'Toaster'],
    ['field.product=Toast', () => false],
    ['field.remedy_requested=repair', ({ values }) => values.remedy_requested === 'repair'],
    [
      'type=warranty&field.remedy_requested=refund&q=toaster',
      ({ values }) => values.remedy_requested === 'refund',
    ],
  ])('%s finds what it says', async (query, wanted) => {
    expect((await numbersOf(app(), query)).toSorted()).toEqual(where(wanted))
  })

  test('counts where it is asked to, all pages and no further than 1,000', async () => {
    const get = async (query: string) => (await expectCall(200, app(), 'GET', `/issues?${query}`)).json
    expect(await get('limit=5')).not.toHaveProperty('count')
    expect(await get('limit=5&count=false')).not.toHaveProperty('countCapped')
    const first = await get('limit=5&count=true')
    expect(first).toMatchObject({ count: opened.length, countCapped: false })
    const second = await get(`limit=5&count=true&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ count: opened.length, countCapped: false })
    for (const query of [
      'type=return',
      'q=konvice',
      'q=nothing',
      'field.product=toaster',
      'createdFrom=2026-11-22',
    ]) {
      const { items, count, countCapped } = await get(`limit=200&count=true&${query}`)
      expect([count, countCapped], query).toEqual([items.length, false])
    }
    await expectCall(422, app(), 'GET', '/issues?count=yes')
  })

  test('a number is found by its whole and by its beginning', async () => {
    const number = opened[5] ?? ''
    expect(await numbersOf(app(), `q=${number.toLowerCase()}`)).toEqual([number])
    expect(await numbersOf(app(), `q=${number.slice(0, -2)}`)).toContain(number)
    expect(await numbersOf(app(), `q=${number.split('-')[3]}`)).toEqual([number])
  })

  test('a day is one of the shop, not of Greenwich', async () => {
    const late = await openIssue(app().ctx, {
      type: 'return',
      createdAt: Date.parse('2026-11-01T22:59:59.999Z'),
    })
    const early = await openIssue(app().ctx, {
      type: 'return',
      createdAt: Date.parse('2026-11-01T23:00:00Z'),
    })
    expect(await numbersOf(app(), 'createdFrom=2026-11-01&createdTo=2026-11-01')).toEqual([late.issue.number])
    expect(await numbersOf(app(), 'createdFrom=2026-11-02&createdTo=2026-11-02')).toEqual([
      early.issue.number,
    ])
    for (const { issue } of [late, early]) await expectCall(204, app(), 'DELETE', `/issues/${issue.number}`)
  })

  test('whoever wrote last is answered or not, whatever else happens to the issue', async () => {
    const { number } = (await openIssue(app().ctx, { type: 'warranty', createdAt: START })).issue
    const say = (from: string, internal = false) =>
      expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Well', from, internal })
    const awaited = async () => (await numbersOf(app(), 'answer=awaited')).includes(number)
    expect(await awaited()).toBe(false)
    await say('customer')
    expect(await awaited()).toBe(true)
    await say('shop', true)
    expect(await awaited()).toBe(true)
    await expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to: 'withdrawn' })
    expect(await awaited()).toBe(false)
    expect(await numbersOf(app(), 'answer=awaited&category=done')).toEqual([])
    await expectCall(200, app(), 'POST', `/issues/${number}/undo`)
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { name: 'Jan' } })
    expect(await awaited()).toBe(true)
    await say('shop')
    expect(await awaited()).toBe(false)
    await say('customer')
    expect(await awaited()).toBe(true)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await awaited()).toBe(false)
  })

  test('what has no deadline is on no day', async () => {
    const { number } = (await openIssue(app().ctx, { type: 'return', createdAt: START })).issue
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due: null })
    const isUndated = (await expectCall(200, app(), 'GET', `/issues/${number}`)).json.due === null
    expect((await numbersOf(app(), 'due=none')).includes(number)).toBe(isUndated)
    for (const days of ['dueFrom=2026-01-01', 'dueTo=2999-12-31', 'late=true'])
      expect(await numbersOf(app(), `due=none&${days}`)).toEqual([])
    await expectCall(422, app(), 'GET', '/issues?due=today&answer=given')
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
  })

  test('a walk goes on where it was, whatever is opened or erased meanwhile', async () => {
    const first = await expectCall(200, app(), 'GET', '/issues?sort=-created&limit=10')
    const fresh = await openIssue(app().ctx, { type: 'return', createdAt: START + HOUR })
    const gone = first.json.items.at(-1).number
    await expectCall(204, app(), 'DELETE', `/issues/${gone}`)
    const rest = await expectCall(
      200,
      app(),
      'GET',
      `/issues?sort=-created&limit=50&cursor=${first.json.nextCursor}`,
    )
    const seen = [...first.json.items, ...rest.json.items].map(({ number }: Row) => number)
    expect(seen.toSorted()).toEqual(opened.toSorted())
    await expectCall(204, app(), 'DELETE', `/issues/${fresh.issue.number}`)
    opened.splice(opened.indexOf(gone), 1)
  })

  test('whatever is no value of a filter is named', async () => {
    const errorsOf = async (query: string) =>
      (await expectCall(422, app(), 'GET', `/issues?${query}`)).json.errors
    expect(await errorsOf('type=warranty,rental,&step=nowhere,received&category=open,shut')).toEqual([
      { path: 'type', message: 'there is no issue type rental' },
      { path: 'type', message: 'there is no issue type ' },
      { path: 'step', message: 'there is no step nowhere' },
      { path: 'category', message: 'one of open, waiting, done is needed' },
    ])
    expect(await errorsOf('handler=none,me,ghost@example.com')).toEqual([
      { path: 'handler', message: 'only somebody who is signed in is me' },
      { path: 'handler', message: 'the id or e-mail of a user is needed, or none, or me' },
    ])
    expect(await errorsOf(`step=${'received,'.repeat(50)}received`)).toEqual([
      { path: 'step', message: 'at most 50 values are allowed' },
    ])
    expect((await errorsOf('turn=nobody&late=maybe')).map(({ path }: { path: string }) => path)).toEqual([
      'turn',
      'late',
    ])
  })

  test('who is signed in is me', async () => {
    const person = await addPerson(app(), 'handler')
    const desk = await signInAs(app(), person)
    const mine = opened[2] ?? ''
    await expectCall(200, app(), 'PATCH', `/issues/${mine}`, { handler: person.email })
    const { json } = await desk.call('GET', '/issues?handler=me')
    expect(json.items.map(({ number }: Row) => number)).toEqual([mine])
    const { json: both } = await desk.call('GET', '/issues?handler=me,none&limit=200&sort=number')
    expect(both.items).toHaveLength(opened.length)
    await expectCall(200, app(), 'PATCH', `/issues/${mine}`, { handler: null })
  })

  test('what is due today is not late, and what was due yesterday is, until it is done', async () => {
    const due = async (day: string) => (await openIssue(app().ctx, { type: 'return', due: day })).issue.number
    const [yesterday, today] = [await due('2026-11-22'), await due('2026-11-23')]
    expect(await numbersOf(app(), 'late=true')).toEqual([yesterday])
    expect(await numbersOf(app(), 'late=true&dueFrom=2026-11-23')).toEqual([])
    expect(await numbersOf(app(), 'late=true&dueTo=2026-11-21')).toEqual([])
    expect(await numbersOf(app(), 'late=true&turn=us&type=return&sort=due')).toEqual([yesterday])
    for (const number of [yesterday, today]) await expectCall(204, app(), 'DELETE', `/issues/${number}`)
  })

  test('a cursor of another sort is refused', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/issues?sort=due&limit=5')
    await expectCall(422, app(), 'GET', `/issues?sort=-due&cursor=${json.nextCursor}`)
    await expectCall(422, app(), 'GET', `/issues?cursor=${json.nextCursor}`)
  })

  test('what changes is found by what it is now', async () => {
    const number = opened[0] ?? ''
    const find = (query: string) => numbersOf(app(), query)
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, {
      contact: { name: 'Zdeněk Žák', email: 'zak@example.com', phone: '' },
      values: { product: 'Vysavač' },
    })
    expect(await find('q=zdenek+zak')).toEqual([number])
    expect(await find('contact=zak@example.com')).toEqual([number])
    expect(await find('field.product=vysavac')).toEqual([number])
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { values: { product: null } })
    expect(await find('field.product=vysavac')).toEqual([])
    expect(await find('q=vysavac')).toEqual([])
  })

  test('a field that stops being filterable is no filter any more, and one that starts knows all issues', async () => {
    const { json: field } = await expectCall(200, app(), 'GET', '/fields/product')
    await expectCall(200, app(), 'PUT', '/fields/product', { ...field, filterable: false })
    await expectCall(422, app(), 'GET', '/issues?field.product=toaster')
    await expectCall(200, app(), 'PUT', '/fields/product', field)
    const found = await numbersOf(app(), 'field.product=toaster')
    const { json: all } = await expectCall(200, app(), 'GET', '/issues?limit=200')
    const expected = all.items.filter(
      ({ values }: { values: Record<string, unknown> }) => values.product === 'Toaster',
    )
    expect(found.toSorted()).toEqual(expected.map(({ number }: Row) => number).toSorted())
  })
})

/** So many that a list no longer fetches and sorts them all. */
const MANY = 6000

onBothStores('lists of very many issues', (app) => {
  test('are filled', async () => {
    const { issue } = await openIssue(app().ctx, {
      type: 'warranty',
      createdAt: START,
      values: { product: 'Toaster' },
    })
    const { db } = app()
    const row = await db.read
      .selectFrom('issues')
      .selectAll()
      .where('id', '=', issue.id)
      .executeTakeFirstOrThrow()
    const rows = Array.from({ length: MANY }, (_, before) => {
      const index = before + 1
      const number = `N${String(index).padStart(5, '0')}`
      return {
        ...row,
        id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        number,
        number_key: number,
        search_id: row.search_id + index,
        created_at: START - index * HOUR,
        changed_at: START + (index % 7) * HOUR,
        due: index % 2 === 0 ? '2026-12-01' : '2027-01-01',
      }
    })
    const body = (word: string) =>
      db.traits.kind === 'postgres'
        ? sql`array_to_tsvector(array['toaster', ${sql.lit(word)}])`
        : sql`${sql.lit(`toaster ${word}`)}`
    await db.transaction(async ({ query }) => {
      for (let from = 0; from < MANY; from += 500) {
        await query
          .insertInto('issues')
          .values(rows.slice(from, from + 500))
          .execute()
      }
      for (const [due, word, priority] of [
        ['2026-12-01', 'even', 'high'],
        ['2027-01-01', 'odd', 'normal'],
      ] as const) {
        const copied = sql`from issues where due = ${due}`
        await sql`insert into issue_search (rowid, body) select search_id, ${body(word)} ${copied}`.execute(
          query,
        )
        await sql`insert into field_values (field_key, value_key, issue_id)
          select 'priority', ${sql.lit(priority)}, id ${copied}`.execute(query)
      }
    })
    await expectCall(200, app(), 'GET', '/issues/N06000')
  })

  test.each([
    ['', MANY + 1],
    ['q=toaster', MANY + 1],
    ['q=even', MANY / 2],
    ['q=toaster+odd&createdTo=2026-11-22', MANY / 2 - 5],
    ['createdTo=2026-11-22', MANY - 10],
    ['createdFrom=2026-11-22', 34 + 1],
    ['dueTo=2026-12-31', MANY / 2],
    ['field.priority=high', MANY / 2],
    ['field.priority=high&q=odd', 0],
    ['type=warranty&step=received&q=toaster', MANY + 1],
    ['type=warranty,return&step=received,goods-received&dueTo=2026-12-31', MANY / 2],
    ['turn=us&handler=none&category=open,waiting', MANY + 1],
  ])('%s finds the same by each sort', async (query, count) => {
    for (const sort of ['created', '-changed', 'due', '-number']) {
      const seen = new Set<string>()
      for (let cursor: string | null = ''; cursor !== null; ) {
        const more: string = cursor && `&cursor=${cursor}`
        const { json } = await expectCall(
          200,
          app(),
          'GET',
          `/issues?limit=200&count=true&sort=${sort}&${query}${more}`,
        )
        expect([json.count, json.countCapped]).toEqual([Math.min(count, 1000), count > 1000])
        for (const { number } of json.items) seen.add(number)
        // The beginning of a long walk is enough, and all of a short one.
        cursor = seen.size < 600 || count < 600 ? json.nextCursor : null
      }
      expect(seen.size, sort).toBe(Math.min(count, 600))
    }
  })
})
