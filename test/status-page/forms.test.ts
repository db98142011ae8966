import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { getPage, nextAddress, openTestIssue } from '../support/calls.ts'
import { forgetAttempts, rowsOf } from './support.ts'

const url = '/en/status/warranty'

onBothStores('what a form may send', (app) => {
  let filled = ''
  beforeEach(async () => {
    await forgetAttempts(app())
    const { number, email } = await openTestIssue(app())
    filled = new URLSearchParams({ issue: number, contact: email }).toString()
  })

  const post = (payload: string | Buffer, headers: Record<string, string> = {}, address = url) =>
    app().app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload,
      remoteAddress: nextAddress(),
    })

  test.each<[string, (filled: string) => string | Buffer, number]>([
    ['both fields', (form) => form, 303],
    ['both, with an empty one left over', (form) => `${form}&contact2`, 400],
    ['nothing', () => '', 422],
    ['an ampersand alone', () => '&', 400],
    ['only the number', () => 'issue=A', 422],
    ['only the contact', () => 'contact=a%40example.org', 422],
    ['fields without values', () => 'issue&contact', 422],
    ['R34 an unknown field', (form) => `${form}&admin=1`, 400],
    ['R34 a field twice', (form) => `${form}&issue=B`, 400],
    ['R34 a list', () => 'issue[]=A&contact=a%40example.org', 400],
    ['R34 an object', () => 'issue[a]=A&contact=a%40example.org', 400],
    ['R34 a member of every object', (form) => `${form}&__proto__=1`, 400],
    ['R34 another', () => 'constructor=A&toString=B', 400],
    ['R34 101 fields', () => Array.from({ length: 101 }, (_, index) => `f${index}=`).join('&'), 400],
    ['R34 100 unknown fields', () => Array.from({ length: 100 }, (_, index) => `f${index}=`).join('&'), 400],
    ['R34 as much as fits', () => `issue=A&contact=${'a'.repeat(64 * 1024 - 16)}`, 422],
    ['R34 a byte more', () => `issue=A&contact=${'a'.repeat(64 * 1024 - 15)}`, 413],
    ['R35 NUL', () => 'issue=A%00&contact=a', 400],
    ['R35 a raw NUL', () => 'issue=A\0&contact=a', 400],
    ['R35 bad UTF-8', () => 'issue=%ff&contact=a', 400],
    ['R35 raw bad UTF-8', () => Buffer.from([...Buffer.from('issue='), 0xc3, 0x28]), 400],
    ['R35 an overlong slash', () => 'issue=%c0%af&contact=a', 400],
    ['R35 half of a surrogate pair', () => 'issue=%ed%a0%80&contact=a', 400],
    ['R35 half of an escape', () => 'issue=%4&contact=a', 400],
    ['R35 no escape', () => 'issue=%&contact=a', 400],
    ['R35 UTF-16', () => Buffer.from('issue=A&contact=a', 'utf16le'), 400],
    ['a byte order mark', () => '\ufeffissue=A&contact=a', 422],
    ['text from right to left', () => `issue=${encodeURIComponent('\u202eKM7')}&contact=a`, 422],
    ['line breaks', () => 'issue=A%0d%0aSet-Cookie%3a%20a&contact=%0d%0a', 422],
    ['64 kB of marks that join', () => `issue=A&contact=a${'\u0301\u0323'.repeat(16_000)}`, 422],
    ['64 kB of white space', () => `issue=${' '.repeat(60_000)}&contact=a`, 422],
  ])('%s', async (_name, body, status) => {
    const sessions = (await rowsOf(app(), 'customer_sessions')).length
    const response = await post(body(filled))
    expect(response.statusCode).toBe(status)
    if (status === 303) return
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).not.toContain('\u0301')
    expect((await rowsOf(app(), 'customer_sessions')).length).toBe(sessions)
    // What cannot be read is no attempt.
    expect((await rowsOf(app(), 'throttle')).length > 0).toBe(status === 422)
  })

  test('R34 the type of a form may say its charset, and no other type is one', async () => {
    for (const [type, status] of [
      ['application/x-www-form-urlencoded; charset=UTF-8', 303],
      ['APPLICATION/X-WWW-FORM-URLENCODED', 303],
      ['application/x-www-form-urlencodedx', 415],
      ['application/json', 415],
      ['application/json; charset=utf-16', 415],
      ['text/plain', 415],
      ['multipart/form-data; boundary=x', 415],
      ['multipart/form-data', 415],
      ['', 415],
      ['x', 415],
      ['a/b; c="', 415],
    ] as const) {
      await forgetAttempts(app())
      const body = type.startsWith('application/json') ? '{"issue":"A","contact":"b"}' : filled
      expect((await post(body, { 'content-type': type })).statusCode, type).toBe(status)
    }
  })

  test('R35 a query that cannot be read is refused, whatever the method', async () => {
    for (const query of ['issue=%00', 'issue=%ff', '%', 'a=%ed%b0%80', 'issue=%E0%A4%A']) {
      expect((await getPage(app(), `${url}?${query}`)).statusCode, query).toBe(400)
      expect((await post(filled, {}, `${url}?${query}`)).statusCode, query).toBe(400)
      expect((await getPage(app(), `/status/warranty?${query}`)).statusCode, query).toBe(400)
    }
  })

  test('a query that means nothing is no harm', async () => {
    const strange = [
      'issue=',
      'issue=a&issue=b',
      'issue[]=a',
      `issue=${'a'.repeat(65)}`,
      '__proto__=1',
      '&&&',
      'a'.repeat(3000),
      'issue&'.repeat(2700),
      'issue',
      'x=1&y=2',
    ]
    for (const query of strange) {
      const form = await getPage(app(), `${url}?${query}`)
      expect(form.statusCode, query).toBe(200)
      expect(form.body, query).not.toContain(' value="')
    }
    const kept = await getPage(app(), `${url}?issue=%20A%22%3E%E2%80%AE%20&x=1`)
    expect(kept.body).toContain(' value="A&quot;&gt;\u202e"')
    expect(kept.body).toContain('href="/cs/status/warranty?issue=A%22%3E%E2%80%AE"')
  })
})
