import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import type { Field, StoredValue } from '../../issue-types/index.ts'
import { type DemoIssue, makeDemo, STARTER_FIELDS, STARTER_LOCALES, STARTER_TYPES } from '../index.ts'

const timeZone = 'Europe/Prague'
const NOW = Date.parse('2026-11-23T09:06:00Z')
const demo = makeDemo({ seed: 1, now: NOW, timeZone })

const fields = new Map(STARTER_FIELDS.map((field) => [field.key, field]))
const typeOf = (issue: DemoIssue) => STARTER_TYPES.find((type) => type.key === issue.type)!
const stepsOf = (issue: DemoIssue) => [typeOf(issue).steps[0]!.key, ...issue.path.map((move) => move.to)]
const lastStepOf = (issue: DemoIssue) => {
  const key = stepsOf(issue).at(-1)
  return typeOf(issue).steps.find((step) => step.key === key)!
}

test('the same arguments make the same data, another seed other numbers', () => {
  expect(makeDemo({ seed: 1, now: NOW, timeZone })).toEqual(demo)
  const other = makeDemo({ seed: 2, now: NOW, timeZone })
  expect(other.issues.map((issue) => issue.values.serial_number)).not.toEqual(
    demo.issues.map((issue) => issue.values.serial_number),
  )
})

test('issues stand at every step of every type', () => {
  for (const type of STARTER_TYPES) {
    const current = demo.issues
      .filter((issue) => issue.type === type.key)
      .map((issue) => lastStepOf(issue).key)
    expect(new Set(current)).toEqual(new Set(type.steps.map((step) => step.key)))
  }
})

test('there are 200 issues in all languages, somewhat less than half of them in Czech', () => {
  const count = (has: (issue: DemoIssue) => boolean): number => demo.issues.filter(has).length
  expect(demo.issues).toHaveLength(200)
  for (const type of STARTER_TYPES) {
    expect(count((issue) => issue.type === type.key)).toBeGreaterThanOrEqual(30)
    const locales = demo.issues.filter((issue) => issue.type === type.key).map((issue) => issue.locale)
    expect(new Set(locales)).toEqual(new Set(STARTER_LOCALES))
  }
  expect(count((issue) => issue.locale === 'cs')).toBeGreaterThanOrEqual(80)
  expect(count((issue) => issue.locale === 'cs')).toBeLessThanOrEqual(95)
  for (const locale of STARTER_LOCALES) {
    expect(count((issue) => issue.locale === locale)).toBeGreaterThanOrEqual(20)
  }
})

test('nobody has two names, and no text has a gap left', () => {
  const names = demo.issues.map((issue) => issue.contact.name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const texts = demo.issues.flatMap((issue) => [
    ...issue.messages.map((message) => message.body),
    ...Object.values(issue.values).filter((value) => typeof value === 'string'),
  ])
  expect(texts.filter((text) => /[{}]|undefined|NaN|  |^\s|\s$/.test(text))).toEqual([])
})

test('what customers and shop write is in the language of the issue', () => {
  // Letters that only some of the languages have; one that belongs to none of an issue's language gives a mix-up away.
  const foreign: Readonly<Record<string, RegExp>> = {
    en: /[áčďěíňřšťúůýžäľĺôŕąćęłńśźżöüß]/i,
    cs: /[äľĺôŕąćęłńśźżöüß]/i,
    sk: /[ěřůąćęłńśźżöüß]/i,
    pl: /[áčďěíňřšťúůýžäľĺôŕöüß]/i,
    de: /[áčďěíňřšťúůýžľĺôŕąćęłńśźż]/i,
  }
  const mixed = demo.issues.flatMap((issue) =>
    issue.messages
      .filter((message) => !message.body.includes('Dlouh') && foreign[issue.locale]?.test(message.body))
      .map((message) => [issue.locale, message.body]),
  )
  expect(mixed).toEqual([])
})

test('there are late ones, waiting ones, and ones reached by only one contact', () => {
  const open = demo.issues.filter((issue) => lastStepOf(issue).category !== 'done')
  const today = new Date(NOW).toISOString().slice(0, 10)
  expect(open.filter((issue) => issue.due !== null && issue.due < today).length).toBeGreaterThanOrEqual(8)
  expect(open.filter((issue) => lastStepOf(issue).category === 'waiting').length).toBeGreaterThanOrEqual(20)
  expect(demo.issues.filter((issue) => issue.contact.email === null).length).toBeGreaterThanOrEqual(10)
  expect(demo.issues.filter((issue) => issue.contact.phone === null).length).toBeGreaterThanOrEqual(10)
})

test('the first issue of each type is one to show', () => {
  const warranty = demo.issues.find((issue) => issue.type === 'warranty')!
  expect(warranty).toMatchObject({ locale: 'en', due: '2026-12-09', values: { order_number: '2026-8841' } })
  expect(lastStepOf(warranty)).toMatchObject({ key: 'assessing', turn: 'us' })
  const returned = demo.issues.find((issue) => issue.type === 'return')!
  expect(returned).toMatchObject({ locale: 'cs' })
  expect(lastStepOf(returned)).toMatchObject({ key: 'waiting-for-goods', turn: 'customer' })
  const repair = demo.issues.find((issue) => issue.type === 'repair')!
  expect(repair).toMatchObject({
    locale: 'de',
    due: repair.values['quote_valid_until'],
    values: { quote_amount: { amount: 14900, currency: 'EUR' } },
  })
  expect(lastStepOf(repair)).toMatchObject({ key: 'quote-sent', turn: 'customer' })
  const service = demo.issues.find((issue) => issue.type === 'service')!
  expect(service).toMatchObject({ locale: 'pl', values: { proposed_solution: expect.any(String) } })
  expect(lastStepOf(service)).toMatchObject({ key: 'proposed-solution', turn: 'customer' })
  for (const issue of [warranty, returned, repair, service]) {
    expect(issue.contact).toEqual({
      name: expect.any(String),
      email: expect.any(String),
      phone: expect.any(String),
    })
    const shown = issue.messages.filter((message) => !message.internal)
    expect(new Set(shown.map((message) => message.from))).toEqual(new Set(['shop', 'customer']))
    expect(issue.attachments.some((file) => file.public)).toBe(true)
  }
})

test('most open issues have a handler, none that is new, and each is one of the staff', () => {
  const emails = new Set(demo.staff.map(({ email }) => email))
  const open = demo.issues.filter((issue) => lastStepOf(issue).category !== 'done')
  const handled = open.filter((issue) => issue.handler !== null)
  expect(handled.length / open.length).toBeGreaterThan(0.7)
  expect(handled.length).toBeLessThan(open.length)
  expect(new Set(handled.map(({ handler }) => handler)).size).toBeGreaterThanOrEqual(5)
  expect(demo.issues.filter(({ handler }) => handler !== null && !emails.has(handler))).toEqual([])
  expect(demo.issues.filter(({ handler, path }) => handler !== null && path.length === 0)).toEqual([])
  const names = new Set(demo.issues.map(({ contact }) => contact.name))
  expect(demo.staff.filter(({ name }) => names.has(name))).toEqual([])
})

test('contacts can be verified and are nobody’s', () => {
  const phones = demo.issues.flatMap((issue) => issue.contact.phone ?? [])
  expect(new Set(phones).size).toBe(phones.length)
  expect(phones.filter((phone) => !parsePhoneNumberFromString(phone)?.isValid())).toEqual([])
  const emails = demo.issues.flatMap((issue) => issue.contact.email ?? [])
  expect(emails.filter((email) => !/^[a-z.]+@example\.(com|org|net)$/.test(email))).toEqual([])
  expect(demo.issues.filter(({ contact }) => contact.email === null && contact.phone === null)).toEqual([])
})

test('values are of the types of their fields', () => {
  const wrong = demo.issues.flatMap((issue) =>
    Object.entries(issue.values)
      .filter(([key, value]) => !fits(fields.get(key), value))
      .map(([key, value]) => [issue.contact.name, key, value]),
  )
  expect(wrong).toEqual([])
})

function fits(field: Field | undefined, value: StoredValue): boolean {
  const isOption = (key: unknown): boolean => !!field?.options.some((option) => option.key === key)
  switch (field?.type) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' && value !== ''
    case 'choice':
      return isOption(value)
    case 'multi-choice':
      return Array.isArray(value) && value.every(isOption)
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    case 'money':
      return typeof value === 'object' && 'currency' in value && Number.isInteger(value.amount)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'bank-account':
      return typeof value === 'string' && isIban(value)
    default:
      return false
  }
}

test('the decision on an issue is the one of the steps it went through', () => {
  const decisions = demo.issues.map((issue) => [issue.contact.name, issue.values.decision ?? null])
  const outcomes = demo.issues.map((issue) => {
    const walked = typeOf(issue).steps.filter((step) => stepsOf(issue).includes(step.key))
    return [issue.contact.name, walked.findLast((step) => step.outcome)?.outcome ?? null]
  })
  expect(decisions).toEqual(outcomes)
})

describe.each([
  ['a Monday morning', '2026-11-23T09:06:00Z'],
  ['just after midnight', '2026-11-23T23:01:00Z'],
  ['a Sunday', '2026-03-29T12:00:00Z'],
  ['a Saturday after the clocks changed', '2026-10-31T05:00:00Z'],
  ['New Year', '2026-12-31T23:30:00Z'],
  ['a leap day', '2028-02-29T15:00:00Z'],
])('on %s', (_, iso) => {
  const now = Date.parse(iso)
  const { issues } = makeDemo({ seed: 7, now, timeZone })

  test('every walk follows the transitions and has what its steps require', () => {
    for (const issue of issues) {
      let at = typeOf(issue).steps[0]!
      for (const { to } of issue.path) {
        expect([issue.contact.name, ...at.next.map((transition) => transition.to)]).toContain(to)
        at = typeOf(issue).steps.find((step) => step.key === to)!
        expect(Object.keys(issue.values)).toEqual(expect.arrayContaining([...at.required]))
      }
    }
  })

  test('time goes forward and ends before now', () => {
    for (const issue of issues) {
      for (const events of [issue.path, issue.messages, issue.attachments]) {
        const times = [issue.createdAt, ...events.map((event) => event.at), now]
        const backwards = times.filter((at, index) => index > 0 && at <= (times[index - 1] ?? 0))
        expect([issue.contact.name, ...backwards]).toEqual([issue.contact.name])
      }
      expect(now - issue.createdAt).toBeLessThan(63 * 86_400_000)
    }
  })

  test('the shop works on weekdays by day', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    const times = issues.flatMap((issue) => issue.path.map(({ at }) => clock.format(at)))
    expect(times.filter((time) => !/^(Mon|Tue|Wed|Thu|Fri),? (0[789]|1\d)$/.test(time))).toEqual([])
  })
})

/** Whether the check digits of an IBAN are right (ISO 13616). */
function isIban(text: string): boolean {
  const turned = text.slice(4) + text.slice(0, 4)
  return BigInt(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n
}
