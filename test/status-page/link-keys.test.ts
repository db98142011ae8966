import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { everythingOf, failAt, forgetAttempts, rowsOf, unknownNumber } from './support.ts'

onBothStores('links with keys', (app) => {
  beforeEach(() => forgetAttempts(app()))

  async function issueWithLink() {
    const opened = await openTestIssue(app())
    const { json } = await expectCall(201, app(), 'POST', `/issues/${opened.number}/link-keys`)
    const url = new URL(json.url)
    return { ...opened, id: json.id as string, url, key: url.searchParams.get('key') ?? '' }
  }
  const links = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/link-keys`)).json.items

  test('R17 a link has a key of at least 128 bits, stored hashed and told once', async () => {
    const { number, key, url, id } = await issueWithLink()
    expect(url.pathname).toBe('/en/status/warranty')
    expect([...url.searchParams.keys()]).toEqual(['issue', 'key'])
    expect(Buffer.from(key, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(JSON.stringify(await rowsOf(app(), 'link_keys'))).not.toContain(key)
    const listed = await expectCall(200, app(), 'GET', `/issues/${number}/link-keys`)
    expect(listed.text).not.toContain(key)
    expect(listed.json.items).toMatchObject([
      { id, recipient: 'admin', expires: null, revoked: null, used: null },
    ])
  })

  test('R17 the key fills the number in, opens nothing by itself, and a GET never uses it up', async () => {
    const { number, email, url, key } = await issueWithLink()
    const before = await rowsOf(app(), 'link_keys')
    for (let visits = 0; visits < 3; visits++) {
      const page = await getPage(app(), `${url.pathname}${url.search}`)
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain(`value="${number}"`)
      expect(page.body).toContain(`name="key" value="${key}"`)
      expect(page.body).toContain(`/cs/status/warranty?issue=${number}&amp;key=${key}`)
      expect(page.headers['set-cookie']).toBeUndefined()
      expect(page.body).not.toContain('Kettle')
    }
    expect(await rowsOf(app(), 'link_keys')).toEqual(before)
    expect((await lookUp(app(), { issue: number, contact: 'else@example.org', key })).statusCode).toBe(422)
    const opened = await lookUp(app(), { issue: number, contact: email, key })
    expect(opened.statusCode).toBe(303)
    // The key goes no further than the form.
    expect(opened.headers.location).toBe(`/en/status/warranty?issue=${number}`)
    expect((await links(number))[0].used).toBe(new Date(app().clock.now).toISOString())
  })

  test('R2 a wrong key changes nothing of a refusal but itself', async () => {
    const { number } = await openTestIssue(app())
    const key = 'A'.repeat(24)
    const stranger = number.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const [known, unknown] = await Promise.all(
      [number, stranger].map((issue) => lookUp(app(), { issue, contact: 'else@example.org', key })),
    )
    const plain = (answer: typeof known, issue: string) =>
      JSON.stringify(everythingOf(answer!)).replaceAll(issue, 'NUMBER')
    expect(plain(known, number)).toContain(key)
    expect(plain(known, number)).toBe(plain(unknown, stranger))
  })

  test.each(['', 'short', 'A'.repeat(25), '<script>', 'A'.repeat(23) + '&'])(
    'what cannot be a key is dropped: %j',
    async (key) => {
      const { number, email } = await openTestIssue(app())
      const page = await getPage(app(), `/en/status/warranty?issue=${number}&key=${encodeURIComponent(key)}`)
      expect(page.body).not.toContain('name="key"')
      expect((await lookUp(app(), { issue: number, contact: email, key })).statusCode).toBe(303)
    },
  )

  test('R6 an attack on number and contact never locks out who has the link', async () => {
    const { number, email, key } = await issueWithLink()
    const attacked = await openTestIssue(app())
    expect(await failAt(app(), number, 6)).toEqual([422, 422, 422, 422, 422, 429])
    for (let n = 0; n < 25; n++) await lookUp(app(), { issue: unknownNumber(), contact: email })
    const address = '203.0.113.9'
    for (let n = 0; n < 31; n++)
      await lookUp(app(), { issue: unknownNumber(), contact: `n${n}@example.org` }, { address })
    const plain = await lookUp(app(), { issue: number, contact: email }, { address })
    expect(plain.statusCode).toBe(429)
    expect(plain.body).toContain('link')
    expect((await lookUp(app(), { issue: number, contact: email, key }, { address })).statusCode).toBe(303)
    // It is a key to its own issue's counters only.
    expect(
      (await lookUp(app(), { issue: attacked.number, contact: 'x@example.org', key }, { address }))
        .statusCode,
    ).toBe(429)
  })

  test('R17 whoever guesses contacts behind a link is throttled like anyone', async () => {
    const { number, email, key } = await issueWithLink()
    const guess = () => lookUp(app(), { issue: number, contact: 'x@example.org', key })
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push((await guess()).statusCode)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    // And it fills none of the counters that the customer's own form has.
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(303)
  })

  test('R17 a revoked key, and one 90 days after the end, are worth nothing', async () => {
    const { number, email, key, id } = await issueWithLink()
    const second = await expectCall(201, app(), 'POST', `/issues/${number}/link-keys`)
    const kept = new URL(second.json.url).searchParams.get('key') ?? ''
    await expectCall(204, app(), 'DELETE', `/issues/${number}/link-keys/${id}`)
    await expectCall(204, app(), 'DELETE', `/issues/${number}/link-keys/${id}`)
    await failAt(app(), number, 5)
    expect((await lookUp(app(), { issue: number, contact: email, key })).statusCode).toBe(429)
    expect((await lookUp(app(), { issue: number, contact: email, key: kept })).statusCode).toBe(303)
    expect((await links(number))[0].revoked).not.toBeNull()

    await expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to: 'cancelled' })
    const closed = app().clock.now
    expect((await links(number))[1].expires).toBe(new Date(closed + 90 * DAY).toISOString())
    app().clock.advance(90 * DAY - MINUTE)
    await failAt(app(), number, 5)
    expect((await lookUp(app(), { issue: number, contact: email, key: kept })).statusCode).toBe(303)
    app().clock.advance(MINUTE)
    await failAt(app(), number, 2)
    expect((await lookUp(app(), { issue: number, contact: email, key: kept })).statusCode).toBe(429)
  })

  test('R66 keys go with their issue, and another issue cannot revoke them', async () => {
    const { number, id } = await issueWithLink()
    const other = await openTestIssue(app())
    await expectCall(404, app(), 'DELETE', `/issues/${other.number}/link-keys/${id}`)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect((await rowsOf(app(), 'link_keys')).map((row) => JSON.stringify(row)).join()).not.toContain(id)
  })

  test('R5 after 100 failures in a row a number needs its link; the count fades by half in seven days', async () => {
    const { number, email, key } = await issueWithLink()
    const unknown = unknownNumber()
    const fail = async (issue: string) => (await failAt(app(), issue, 1))[0]
    let failures = 0
    for (let hours = 0; hours < 300 && failures < 250; hours++) {
      const [mine, theirs] = await Promise.all([fail(number), fail(unknown)])
      // Nothing tells a number that exists from one that does not.
      expect(mine).toBe(theirs)
      if (mine === 429) break
      failures++
      app().clock.advance(HOUR)
    }
    // One failure an hour, while one in 3.36 hours is forgotten.
    expect(failures).toBeGreaterThan(100)
    expect(failures).toBeLessThan(150)
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(429)
    expect((await lookUp(app(), { issue: number, contact: email, key })).statusCode).toBe(303)
    app().clock.advance(7 * DAY)
    let again = 0
    for (; again < 90 && (await fail(number)) === 422; again++) app().clock.advance(HOUR)
    expect(again).toBeGreaterThanOrEqual(50)
    expect(again).toBeLessThan(85)
  })

  test('R5 whoever gets in ends the row; a handler can clear it', async () => {
    const { number, email } = await openTestIssue(app())
    for (let n = 0; n < 60; n++) {
      await failAt(app(), number, 1)
      app().clock.advance(HOUR)
    }
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(303)
    const rows = (await rowsOf(app(), 'throttle')) as { bucket: string; opens_at: number }[]
    const inARow = rows.filter(({ bucket }) => bucket.startsWith('f:'))
    expect(inARow.map(({ opens_at }) => opens_at <= app().clock.now)).toEqual([true])
    await failAt(app(), number, 8)
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(429)
    await expectCall(204, app(), 'DELETE', `/issues/${number}/failed-look-ups`)
    await expectCall(404, app(), 'DELETE', `/issues/NONE/failed-look-ups`)
    expect((await lookUp(app(), { issue: number, contact: email })).statusCode).toBe(303)
  })

  test('a session that is open shows the issue at its link, too', async () => {
    const { number, email, url } = await issueWithLink()
    const cookie = await signIn(app(), { issue: number, contact: email })
    const page = await getPage(app(), `${url.pathname}${url.search}`, { cookie })
    expect(page.body).toContain('Kettle K200')
    const short = await getPage(app(), `/status/warranty${url.search}`, { 'accept-language': 'de' })
    expect(short.headers.location).toBe(`/de/status/warranty${url.search}`)
  })
})
