import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { lookUp, openTestIssue } from '../support/calls.ts'
import { forgetAttempts, setPage } from './support.ts'

onBothStores('number and contact open an issue', (app) => {
  let number = ''
  const contact = { name: 'Jana', email: 'Jana.Novakova+shop@Příklad.cz', phone: '601 123 456' }

  beforeEach(async () => {
    await forgetAttempts(app())
    await setPage(app(), { verification: 'email-or-phone' })
    number ||= (await openTestIssue(app(), { contact })).number
  })

  const opens = async (issue: string, given: string) => {
    const response = await lookUp(app(), { issue, contact: given })
    await forgetAttempts(app())
    return response.statusCode === 303
  }

  test.each([
    ['as it was given', 'Jana.Novakova+shop@Příklad.cz', true],
    ['in other letters', 'JANA.novakova+SHOP@příklad.CZ', true],
    ['with white space around', '  jana.novakova+shop@příklad.cz\t', true],
    ['with the domain in its ASCII form', 'jana.novakova+shop@xn--pklad-zsa96e.cz', true],
    ['with letters and marks apart', 'jana.novakova+shop@příklad.cz'.normalize('NFD'), true],
    ['without its tag', 'jana.novakova@příklad.cz', false],
    ['without its dot', 'jananovakova+shop@příklad.cz', false],
    ['of the same name elsewhere', 'jana.novakova+shop@priklad.cz', false],
    ['with look-alike letters', 'jаna.novakova+shop@příklad.cz', false],
    ['with a letter that folds to another', 'jana.novakova+\u017fhop@příklad.cz', false],
    ['and another one', 'jana.novakova+shop@příklad.cz,x@example.org', false],
    ['as a header', 'Jana <jana.novakova+shop@příklad.cz>', false],
  ])('R12 an e-mail %s', async (_name, given, expected) => {
    expect(await opens(number, given)).toBe(expected)
  })

  test.each([
    ['as it was given', '601 123 456', true],
    ['with the country code', '+420601123456', true],
    ['with 00', '00420 601 123 456', true],
    ['with dashes, dots and brackets', '(+420) 601-123.456', true],
    ['with spaces that do not break', '+420 601 123 456', true],
    ['with full-width digits', '６０１１２３４５６', true],
    ['of another country', '+421601123456', false],
    ['cut short', '1123456', false],
    ['with one more digit', '6011234567', false],
    ['with an extension', '601123456 ext. 7', false],
    ['with letters', '601-123-CALL', false],
  ])('R13 a phone %s', async (_name, given, expected) => {
    expect(await opens(number, given)).toBe(expected)
  })

  test('R14 the number in any case, with white space around, in full-width letters', async () => {
    const wide = number.replace(/[A-Z0-9]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0))
    for (const typed of [number, number.toLowerCase(), ` ${number}\n`, `\u00a0${number}`, wide]) {
      expect(await opens(typed, contact.email), typed).toBe(true)
    }
    for (const typed of [
      number.slice(1),
      `0${number}`,
      number.replaceAll('-', ''),
      `${number}\u200b`,
      `${number}x`,
    ]) {
      expect(await opens(typed, contact.email), typed).toBe(false)
    }
  })

  test.each([
    ['email', true, false],
    ['phone', false, true],
    ['email-or-phone', true, true],
  ])('R11 a page that asks for %s compares only that', async (verification, byEmail, byPhone) => {
    await setPage(app(), { verification })
    expect(await opens(number, contact.email)).toBe(byEmail)
    expect(await opens(number, contact.phone)).toBe(byPhone)
    expect(await opens(number, `${contact.email} ${contact.phone}`)).toBe(false)
  })

  test('the answer leads to the issue, in the language of the page, with one cookie', async () => {
    for (const locale of ['en', 'cs']) {
      const response = await lookUp(
        app(),
        { issue: number.toLowerCase(), contact: contact.email },
        { locale },
      )
      expect(response.statusCode).toBe(303)
      expect(response.headers.location).toBe(`/${locale}/status/warranty?issue=${number}`)
      expect(response.body).toBe('')
      expect(String(response.headers['set-cookie'])).toMatch(
        /^rk_claim=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
      )
    }
  })

  test('R13 a phone without a country code belongs to the country of the installation', async () => {
    const foreign = await openTestIssue(app(), { contact: { phone: '+49 151 23456789' } })
    expect(await opens(foreign.number, '0151 23456789')).toBe(false)
    expect(await opens(foreign.number, '+49 (0) 151 23456789')).toBe(true)
    expect(await opens(foreign.number, '0049 151 23456789')).toBe(true)
  })
})
