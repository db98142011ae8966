import { expect, test } from 'vitest'
import { MOST_LINKS } from '../../src/issues/link-issues.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('issues that belong together', (app) => {
  const link = (number: string, to: string, kind = 'related') =>
    call(app(), 'POST', `/issues/${number}/links`, { to, kind })
  const linksOf = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/links`)).json.items
  const eventsOf = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/events?order=desc&limit=1`)).json.items

  test('are linked once, seen from either, and both histories tell it', async () => {
    const [one, other] = [await openTestIssue(app()), await openTestIssue(app(), { type: 'repair' })]
    const made = await link(one.number, other.number.toLowerCase(), 'duplicate-of')
    expect(made.status, made.text).toBe(201)
    expect(made.json).toMatchObject({ number: other.number, type: 'repair', as: 'duplicate-of' })
    expect(await linksOf(one.number)).toMatchObject([{ number: other.number, as: 'duplicate-of' }])
    expect(await linksOf(other.number)).toMatchObject([
      { number: one.number, as: 'duplicated-by', customer: 'Jana Nováková', category: 'open' },
    ])
    expect(await eventsOf(one.number)).toMatchObject([
      { kind: 'issue.linked', data: { other: other.number, as: 'duplicate-of' } },
    ])
    expect(await eventsOf(other.number)).toMatchObject([
      { kind: 'issue.linked', data: { other: one.number, as: 'duplicated-by' } },
    ])
    for (const again of [
      await link(one.number, other.number),
      await link(other.number, one.number, 'follows'),
    ])
      expect(again.status).toBe(409)
    await expectCall(204, app(), 'DELETE', `/issues/${other.number}/links/${one.number}`)
    expect(await linksOf(one.number)).toEqual([])
    expect(await eventsOf(one.number)).toMatchObject([
      { kind: 'issue.unlinked', data: { other: other.number, as: 'duplicate-of' } },
    ])
    await expectCall(404, app(), 'DELETE', `/issues/${other.number}/links/${one.number}`)
  })

  test('from both sides at once: once', async () => {
    const [one, other] = [await openTestIssue(app()), await openTestIssue(app())]
    const answers = await Promise.all([
      link(one.number, other.number),
      link(other.number, one.number),
      link(one.number, other.number, 'follows'),
    ])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409])
    expect(await linksOf(one.number)).toHaveLength(1)
  })

  test('an issue is not linked with itself, with none, or in a way that is unknown', async () => {
    const { number } = await openTestIssue(app())
    for (const [body, path] of [
      [{ to: number, kind: 'related' }, 'to'],
      [{ to: 'WC-26-99999-XXXX', kind: 'related' }, 'to'],
      [{ to: number, kind: 'twin' }, 'kind'],
      [{ kind: 'related' }, 'to'],
    ] as const) {
      const { status, json } = await call(app(), 'POST', `/issues/${number}/links`, body)
      expect(status).toBe(422)
      expect(json.errors).toMatchObject([{ path }])
    }
    await expectCall(404, app(), 'POST', '/issues/WC-26-99999-XXXX/links', { to: number, kind: 'related' })
  })

  test('a link goes with either of its issues', async () => {
    const [one, other] = [await openTestIssue(app()), await openTestIssue(app())]
    await link(one.number, other.number)
    await expectCall(204, app(), 'DELETE', `/issues/${other.number}`)
    expect(await linksOf(one.number)).toEqual([])
  })

  test('an issue has so many links and no more', async () => {
    const { number } = await openTestIssue(app())
    const row = await app()
      .db.read.selectFrom('issues')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await app().db.transaction((tx) =>
      tx.query
        .insertInto('issue_links')
        .values(
          Array.from({ length: MOST_LINKS }, (_, at) => ({
            pair: `${row.id} ${at}`,
            from_id: row.id,
            to_id: row.id,
            kind: 'related',
            created_at: 0,
          })),
        )
        .execute(),
    )
    expect(await link(number, (await openTestIssue(app())).number)).toMatchObject({
      status: 409,
      json: { detail: `${number} has ${MOST_LINKS} links, and more are not allowed.` },
    })
  })
})
