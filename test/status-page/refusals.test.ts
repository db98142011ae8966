import { beforeEach, describe, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { getPage, lookUp, openTestIssue } from '../support/calls.ts'
import { deleteTestIssue, everythingOf, forgetAttempts, rowsOf, setPage, unknownNumber } from './support.ts'

type Opened = Awaited<ReturnType<typeof openTestIssue>>

onBothStores('a look-up that does not open an issue', (app) => {
  let issue: Opened
  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), { verification: 'email-or-phone' })
    issue = await openTestIssue(app())
  })

  test('R2 answers one and the same, whatever the cause', async () => {
    const other = await openTestIssue(app())
    const onOtherPage = await openTestIssue(app(), { type: 'return', values: {} })
    const silent = await openTestIssue(app(), { contact: {} })
    const erased = await openTestIssue(app())
    await deleteTestIssue(app(), erased.number)
    const causes: Record<string, { issue: string; contact: string; verification?: string }> = {
      'unknown number': { issue: unknownNumber(), contact: issue.email },
      'wrong contact': { issue: issue.number, contact: 'stranger@example.org' },
      'right contact of another issue': { issue: issue.number, contact: other.email },
      'e-mail where the phone counts': {
        issue: issue.number,
        contact: issue.email,
        verification: 'phone',
      },
      'phone where the e-mail counts': {
        issue: issue.number,
        contact: issue.phone,
        verification: 'email',
      },
      'issue of another page': { issue: onOtherPage.number, contact: onOtherPage.email },
      'erased issue': { issue: erased.number, contact: erased.email },
      'record without contact': { issue: silent.number, contact: silent.email },
      'record without contact, no contact given': { issue: silent.number, contact: '' },
      'empty contact': { issue: issue.number, contact: '' },
      'blank contact': { issue: issue.number, contact: ' \t' },
      'malformed contact': { issue: issue.number, contact: '@' },
      'overlong contact': { issue: issue.number, contact: `${'a'.repeat(5000)}@example.com` },
      'name instead of contact': { issue: issue.number, contact: 'Jana Nováková' },
      'empty number': { issue: '', contact: issue.email },
      'blank number': { issue: '  ', contact: issue.email },
      'overlong number': { issue: 'A'.repeat(3000), contact: issue.email },
      'number with a wildcard': { issue: `${issue.number.slice(0, -1)}%`, contact: issue.email },
      'number with a quote': { issue: `${issue.number}' or '1'='1`, contact: issue.email },
    }
    for (const [cause, { verification = 'email-or-phone', ...fields }] of Object.entries(causes)) {
      await setPage(app(), { verification })
      await forgetAttempts(app())
      const given = await lookUp(app(), fields)
      // The same number with a contact of nobody, on an installation that holds no such number.
      await forgetAttempts(app())
      const unknown = await lookUp(app(), { issue: unknownNumber(), contact: 'nobody@example.org' })
      const typed = (text: string) => text.replace(/ value="[^"]*"/, '')
      expect(given.statusCode, cause).toBe(422)
      expect(Object.keys(given.headers), cause).toEqual(Object.keys(unknown.headers))
      expect(typed(given.body), cause).toBe(typed(unknown.body))
      const { 'content-length': _length, ...headers } = everythingOf(given).headers
      const { 'content-length': _other, ...expected } = everythingOf(unknown).headers
      expect(headers, cause).toEqual(expected)
    }
  })

  test('R2 is byte-identical for the same number before it exists, while it does, and after it is erased', async () => {
    const wrong = (number: string) => lookUp(app(), { issue: number, contact: 'nobody@example.org' })
    const existing = everythingOf(await wrong(issue.number))
    await deleteTestIssue(app(), issue.number)
    const erased = everythingOf(await wrong(issue.number))
    expect(existing).toEqual(erased)
    expect(existing.status).toBe(422)
  })

  test('R1 tells nothing of what was typed but the number, not even to the log', async () => {
    const contact = 'Canary.Contact+x@example.org'
    const response = await lookUp(app(), { issue: 'canary-number', contact })
    const { headers, body } = everythingOf(response)
    expect(body).toContain('value="canary-number"')
    expect(`${JSON.stringify(headers)}${body}`.toLowerCase()).not.toContain('canary.contact')
    expect(JSON.stringify(headers)).not.toContain('canary')
    expect(JSON.stringify(app().logged).toLowerCase()).not.toContain('canary')
    expect(JSON.stringify(await rowsOf(app(), 'throttle')).toLowerCase()).not.toContain('canary')
  })

  test('R1 takes no contact from an address: only a POST verifies', async () => {
    const address = `/en/status/warranty?issue=${issue.number}&contact=${encodeURIComponent(issue.email)}`
    const got = await getPage(app(), address)
    expect(got.statusCode).toBe(200)
    expect(got.body).toContain('<form class="rk-form"')
    expect(got.body).not.toContain(issue.email)
    expect(got.headers['set-cookie']).toBeUndefined()
    const posted = await app().app.inject({ method: 'POST', url: address })
    expect(posted.statusCode).toBe(415)
  })

  test('shows what was typed as the number as text, whatever it is', async () => {
    for (const typed of [
      '"><script>alert(1)</script>',
      "' onfocus='x",
      '\u202EKM7',
      '&lt;',
      '\r\nSet-Cookie: a=b',
    ]) {
      const response = await lookUp(app(), { issue: typed, contact: 'x@example.org' })
      expect(response.statusCode).toBe(422)
      expect(response.body).not.toContain('<script')
      expect(response.body).not.toMatch(/value="[^"]*[<>'][^"]*"/)
      expect(response.headers['set-cookie']).toBeUndefined()
    }
    const half = await lookUp(app(), { issue: `${'a'.repeat(63)}😀`, contact: 'x@example.org' })
    expect(half.statusCode).toBe(422)
  })

  describe('R11 nothing matches nothing', () => {
    test.each([
      ['no contact at all', {}, ''],
      ['an empty e-mail', { email: '', phone: '+420601999999' }, ''],
      ['a name alone', { name: 'Jana' }, ''],
      ['a name alone, given as contact', { name: 'Jana' }, 'Jana'],
    ])('%s', async (_name, contact, typed) => {
      const silent = await openTestIssue(app(), { contact })
      for (const verification of ['email', 'phone', 'email-or-phone']) {
        await setPage(app(), { verification })
        for (const given of [typed, 'null', 'undefined', '\u0000given'.slice(1), ' ']) {
          const response = await lookUp(app(), { issue: silent.number, contact: given })
          expect([422, 429]).toContain(response.statusCode)
          await forgetAttempts(app())
        }
      }
    })
  })
})
