import { beforeEach, describe, expect, test } from 'vitest'
import { DAY, hashToken, MINUTE } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, deleteTestIssue, forgetAttempts, rowsOf, setPage, setPageView } from './support.ts'

type Opened = Awaited<ReturnType<typeof openTestIssue>>
const tokenOf = (cookie: string) => cookie.replace(/^[^=]*=/, '')

onBothStores("a customer's session", (app) => {
  let issue: Opened
  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), { enabled: true, identifier: 'warranty', verification: 'email-or-phone' })
    await setPageView(app(), ['progress', 'product'])
    issue = await openTestIssue(app())
  })

  const verify = (of: Opened = issue, cookie?: string) =>
    signIn(app(), { issue: of.number, contact: of.email }, cookie ? { headers: { cookie } } : {})
  const opens = async (cookie: string, number = issue.number, page = 'warranty') => {
    const response = await getPage(app(), `/en/status/${page}?issue=${number}`, { cookie })
    const shown = response.body.includes('Kettle K200')
    if (response.statusCode === 200) expect(response.body.includes('<form class="rk-form"')).toBe(!shown)
    return shown
  }

  test('R21 is stored hashed only, bound to issue, page and contact', async () => {
    const cookie = await verify()
    expect(await opens(cookie)).toBe(true)
    const stored = await rowsOf(app(), 'customer_sessions')
    expect(JSON.stringify(stored)).not.toContain(tokenOf(cookie))
    expect(JSON.stringify(stored)).toContain(hashToken(tokenOf(cookie)))
    expect(tokenOf(cookie)).toMatch(/^[\w-]{43}$/)
  })

  test('R22 opens one issue: any other number is the form with that number', async () => {
    const other = await openTestIssue(app())
    const cookie = await verify()
    expect(await opens(cookie, other.number)).toBe(false)
    const form = await getPage(app(), `/en/status/warranty?issue=${other.number}`, { cookie })
    expect(form.body).toContain(`value="${other.number}"`)
    expect(await opens(cookie, `${issue.number}x`)).toBe(false)
    expect(await opens(cookie, issue.number.toLowerCase())).toBe(true)
    const plain = await getPage(app(), '/en/status/warranty', { cookie })
    expect(plain.body).not.toContain(issue.number)
  })

  test('R22 verifying another issue replaces it: the old token is dead', async () => {
    const other = await openTestIssue(app())
    const first = await verify()
    const second = await verify(other, first)
    expect(second).not.toBe(first)
    expect(await opens(first)).toBe(false)
    expect(await opens(second, other.number)).toBe(true)
    expect(await opens(second)).toBe(false)
  })

  test('R21 verifying again gives a new token, and never one that was brought along', async () => {
    const planted = `rk_claim=${'A'.repeat(43)}`
    const first = await verify(issue, planted)
    expect(first).not.toBe(planted)
    expect(await opens(planted)).toBe(false)
    const again = await verify(issue, first)
    expect(await opens(first)).toBe(false)
    expect(await opens(again)).toBe(true)
  })

  test('R21 a failed attempt leaves the session that there is', async () => {
    const cookie = await verify()
    const wrong = await lookUp(
      app(),
      { issue: issue.number, contact: 'x@example.org' },
      { headers: { cookie } },
    )
    expect(wrong.statusCode).toBe(422)
    expect(wrong.headers['set-cookie']).toBeUndefined()
    expect(await opens(cookie)).toBe(true)
  })

  test('R22 finds its token among other cookies, and nothing in broken ones', async () => {
    const token = tokenOf(await verify())
    expect(await opens(`a=b; rk_claim=${token}; c=d`)).toBe(true)
    expect(await opens(`xrk_claim=${token}`)).toBe(false)
    expect(await opens(`__Host-rk_claim=${token}`)).toBe(false)
    for (const broken of [
      '',
      'rk_claim',
      'rk_claim=',
      `rk_claim=${token}x`,
      `rk_claim="${token}"`,
      'rk_claim=%00',
      `rk_claim=${'A'.repeat(9000)}`,
      `rk_claim=${hashToken(token)}`,
    ]) {
      expect(await opens(broken), broken.slice(0, 40)).toBe(false)
    }
  })

  describe('R23 over time', () => {
    test('ends after 30 minutes without a visit, and never comes back', async () => {
      const cookie = await verify()
      for (let visits = 0; visits < 5; visits++) {
        app().clock.advance(30 * MINUTE - 1)
        expect(await opens(cookie)).toBe(true)
      }
      app().clock.advance(30 * MINUTE)
      expect(await opens(cookie)).toBe(false)
      // R79: the clock is set back to when the session was alive.
      app().clock.advance(-20 * MINUTE)
      expect(await opens(cookie)).toBe(false)
    })

    test('ends after 12 hours, however busy', async () => {
      const cookie = await verify()
      for (let visits = 0; visits < 35; visits++) {
        app().clock.advance(20 * MINUTE)
        expect(await opens(cookie)).toBe(true)
      }
      app().clock.advance(20 * MINUTE)
      expect(await opens(cookie)).toBe(false)
    })

    test('its use is noted at most once a minute', async () => {
      const cookie = await verify()
      const noted = async () => {
        const session = app().db.read.selectFrom('customer_sessions').select('seen_at')
        return (await session.where('hash', '=', hashToken(tokenOf(cookie))).executeTakeFirst())?.seen_at
      }
      const visits = async () => {
        app().takeStatements()
        for (let visit = 0; visit < 10; visit++) await opens(cookie)
      }
      const notes = () =>
        app()
          .takeStatements()
          .filter((sql) => sql.startsWith('update "customer_sessions"')).length
      await visits()
      expect(notes()).toBe(0)
      app().clock.advance(MINUTE)
      await visits()
      // No visit waits for the note: it comes when the store has room.
      await expect.poll(noted, { timeout: 10_000 }).toBe(app().clock.now)
      expect(notes()).toBe(1)
      app().clock.advance(MINUTE - 1)
      await visits()
      expect(notes()).toBe(0)
    })

    test.each([DAY, 365 * DAY])('R79 a clock that jumps by %d ms and back revives none', async (jump) => {
      const old = await verify()
      app().clock.advance(32 * MINUTE)
      await app().running.sweep()
      app().clock.advance(-32 * MINUTE)
      expect(await opens(old)).toBe(false)
      app().clock.advance(jump)
      const fromTheFuture = await verify()
      app().clock.advance(-jump)
      expect(await opens(fromTheFuture)).toBe(false)
      app().clock.advance(jump)
      expect(await opens(fromTheFuture)).toBe(false)
      app().clock.advance(-jump)
      expect(await opens(await verify())).toBe(true)
    })

    test('is swept from the store when it is over', async () => {
      await verify()
      app().clock.advance(5 * MINUTE)
      const fresh = await verify()
      app().clock.advance(28 * MINUTE)
      await app().running.sweep()
      expect((await rowsOf(app(), 'customer_sessions')).map((row) => Object.values(row)[0])).toEqual([
        hashToken(tokenOf(fresh)),
      ])
    })

    test('the sessions of one issue are bounded: the newest 50 stay', async () => {
      const cookies = []
      for (let visits = 0; visits < 53; visits++) {
        app().clock.advance(1)
        cookies.push(await verify())
      }
      await app().running.sweep()
      const open = await Promise.all(cookies.map((cookie) => opens(cookie)))
      expect(open.filter(Boolean)).toHaveLength(50)
      expect(open.lastIndexOf(false)).toBe(2)
    })
  })

  test('R24 shows the lines that the view has by now, and a changed header, at the next look', async () => {
    await expectCall(201, app(), 'POST', `/issues/${issue.number}/messages`, {
      body: 'On the bench.',
      internal: false,
    })
    await expectCall(201, app(), 'POST', `/issues/${issue.number}/messages`, {
      body: 'Only for us.',
      internal: true,
    })
    await attachText(app(), issue.number, { name: 'letter.txt', text: 'a', public: true })
    await attachText(app(), issue.number, { name: 'note.txt', text: 'a', public: false })
    const cookie = await verify()
    const look = async () =>
      (await getPage(app(), `/en/status/warranty?issue=${issue.number}`, { cookie })).body
    const shown = async () => {
      const page = await look()
      return ['On the bench.', 'Only for us.', 'letter.txt', 'note.txt'].filter((text) => page.includes(text))
    }
    expect(await shown()).toEqual([])
    await setPageView(app(), ['progress', 'messages'])
    expect(await shown()).toEqual(['On the bench.'])
    await setPageView(app(), ['attachments', 'progress', 'messages'])
    expect(await shown()).toEqual(['On the bench.', 'letter.txt'])
    await setPageView(app(), ['progress', 'attachments'])
    expect(await shown()).toEqual(['letter.txt'])
    for (const header of ['<p>First</p>', '<p>Second</p>', '']) {
      await setPage(app(), { header: header ? { en: header } : {} })
      const page = await look()
      expect(page.match(/<p>(First|Second)<\/p>/)?.[0] ?? '').toBe(header)
    }
  })

  describe('R24 ends at once', () => {
    const path = () => `/issues/${issue.number}`
    test.each<[string, () => Promise<unknown>]>([
      [
        'another e-mail',
        () => expectCall(200, app(), 'PATCH', path(), { contact: { email: 'new@example.com' } }),
      ],
      [
        'another phone',
        () => expectCall(200, app(), 'PATCH', path(), { contact: { phone: '+420602999888' } }),
      ],
      ['no phone any more', () => expectCall(200, app(), 'PATCH', path(), { contact: { phone: '' } })],
      ['the page is off', () => setPage(app(), { enabled: false })],
      [
        'the page was off meanwhile',
        async () => {
          await setPage(app(), { enabled: false })
          await setPage(app(), { enabled: true })
        },
      ],
      ['another verification field', () => setPage(app(), { verification: 'email' })],
      ['another page identifier', () => setPage(app(), { identifier: 'elsewhere' })],
      [
        'another page identifier and back',
        async () => {
          await setPage(app(), { identifier: 'elsewhere' })
          await setPage(app(), { identifier: 'warranty' })
        },
      ],
      ['the issue is erased', () => deleteTestIssue(app(), issue.number)],
    ])('%s', async (_name, change) => {
      const cookie = await verify()
      expect(await opens(cookie)).toBe(true)
      await change()
      expect(await opens(cookie)).toBe(false)
      expect(await opens(cookie, issue.number, 'elsewhere')).toBe(false)
    })

    test.each<[string, () => Promise<unknown>]>([
      ['another name', () => expectCall(200, app(), 'PATCH', path(), { contact: { name: 'Jan Novák' } })],
      [
        'another spelling of the e-mail',
        () => expectCall(200, app(), 'PATCH', path(), { contact: { email: issue.email.toUpperCase() } }),
      ],
      ['another look of the page', () => setPage(app(), { header: { en: '<p>New</p>' }, width: '700px' })],
      ['another view', () => setPageView(app(), ['product', 'created'])],
    ])('but not after %s', async (_name, change) => {
      const cookie = await verify()
      await change()
      expect(await opens(cookie)).toBe(true)
    })

    test('the view is that of the moment, request by request', async () => {
      const cookie = await verify()
      const body = async () =>
        (await getPage(app(), `/en/status/warranty?issue=${issue.number}`, { cookie })).body
      expect(await body()).not.toContain('2026-8841')
      await setPageView(app(), ['product', 'order_number'])
      expect(await body()).toContain('2026-8841')
      await setPageView(app(), ['product'])
      expect(await body()).not.toContain('2026-8841')
    })
  })

  describe('R23 leaving', () => {
    const leave = (cookie: string, page = 'warranty', headers = {}) =>
      app().app.inject({ method: 'POST', url: `/cs/status/${page}/leave`, headers: { cookie, ...headers } })

    test('kills the session on the server and takes the cookie away', async () => {
      const cookie = await verify()
      const left = await leave(cookie)
      expect(left.statusCode).toBe(303)
      expect(left.headers.location).toBe('/cs/status/warranty')
      expect(left.headers['set-cookie']).toBe('rk_claim=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
      expect(await opens(cookie)).toBe(false)
      expect(JSON.stringify(await rowsOf(app(), 'customer_sessions'))).not.toContain(
        hashToken(tokenOf(cookie)),
      )
    })

    test('without a session, twice, or with another one is the same', async () => {
      const cookie = await verify()
      for (const other of ['', 'rk_claim=x', `rk_claim=${'B'.repeat(43)}`]) {
        expect((await leave(other)).statusCode).toBe(303)
      }
      expect(await opens(cookie)).toBe(true)
      for (let times = 0; times < 2; times++) expect((await leave(cookie)).statusCode).toBe(303)
    })

    test('R33 cannot be caused by another site', async () => {
      const cookie = await verify()
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
      ]) {
        const refused = await leave(cookie, 'warranty', headers)
        expect(refused.statusCode).toBe(403)
        expect(refused.headers['set-cookie']).toBeUndefined()
      }
      expect(await opens(cookie)).toBe(true)
    })
  })

  test('R21 an issue erased, or given another contact, while it is being opened answers like any failure', async () => {
    for (let round = 0; round < 12; round++) {
      const fleeting = await openTestIssue(app())
      const attempt = lookUp(app(), { issue: fleeting.number, contact: fleeting.email })
      for (let turns = 0; turns < round * 3; turns++) await new Promise(setImmediate)
      const change =
        round % 2 === 0
          ? deleteTestIssue(app(), fleeting.number)
          : expectCall(200, app(), 'PATCH', `/issues/${fleeting.number}`, {
              contact: { email: 'n@example.com' },
            })
      const [response] = await Promise.all([attempt, change])
      expect([303, 422]).toContain(response.statusCode)
      const cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
      expect(await opens(cookie, fleeting.number)).toBe(false)
    }
  })

  test('R24 a page that is switched off while it is being opened leaves no session that opens it', async () => {
    for (let round = 0; round < 12; round++) {
      await forgetAttempts(app())
      const attempt = lookUp(app(), { issue: issue.number, contact: issue.email })
      for (let turns = 0; turns < round * 3; turns++) await new Promise(setImmediate)
      const [response] = await Promise.all([attempt, setPage(app(), { enabled: false })])
      expect([303, 404]).toContain(response.statusCode)
      await setPage(app(), { enabled: true })
      const cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
      expect(await opens(cookie)).toBe(false)
    }
  })

  test('R26 a file of a session is found by its own page only', async () => {
    await setPageView(app(), ['attachments'])
    await setPage(app(), { attachmentDownloads: true })
    await setPage(app(), { enabled: true }, 'return')
    const id = await attachText(app(), issue.number, { name: 'a.txt', text: 'text', public: true })
    const cookie = await verify()
    const at = async (page: string) =>
      (await getPage(app(), `/en/status/${page}/attachments/${id}`, { cookie })).statusCode
    expect(await at('warranty')).toBe(200)
    expect(await at('return')).toBe(404)
    expect(await at('nope')).toBe(404)
  })
})
