import { describe, expect, test } from 'vitest'
import { type Composer, openComposer, VARIABLES } from './index.ts'
import { PAGE_LOCALES } from '../base/index.ts'
import { NO_COMPANY } from '../company/index.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { SAMPLE_CONFIGURATION, SAMPLE_TEMPLATE, sampleContext } from './samples.ts'

const { compose, checkTemplate }: Composer = await openComposer()

describe('the sample', () => {
  test('has no errors', () => {
    expect(checkTemplate(SAMPLE_TEMPLATE, SAMPLE_CONFIGURATION.fieldByKey)).toEqual([])
  })

  test.each(['en', 'cs', 'sk', 'pl', 'de'])('is composed in %s without warnings', (locale) => {
    const message = compose(SAMPLE_TEMPLATE, sampleContext({ locale }))
    expect(message).toMatchObject({ locale, warnings: [] })
    expect(message.html).toContain(`<html lang="${locale}"`)
  })
})

test('every variable of the table can be named, and stands for something', () => {
  const names = Object.keys(VARIABLES)
  const body = { en: names.map((name) => `${name}: {{ ${name} }}`).join('\n') }
  const template = { subject: { en: 'x' }, body }
  expect(checkTemplate(template, new Map())).toEqual([])
  const { warnings } = compose(template, sampleContext({ message: 'Hello' }))
  // Nobody handles the sample.
  expect(warnings.map(({ at }) => at)).toEqual(['handler_name'])
})

describe('one language is chosen for subject and body', () => {
  const texts = (...locales: string[]) =>
    Object.fromEntries(locales.map((locale) => [locale, `in ${locale}`]))
  test.each([
    ['cs', ['en', 'cs'], 'cs', 'cs', false],
    ['de-AT', ['en', 'de-AT', 'de'], 'de-AT', 'de', false],
    ['de-AT', ['en', 'de'], 'de', 'de', false],
    ['de', ['en', 'de-CH'], 'de-CH', 'de', false],
    ['sk', ['cs', 'en'], 'en', 'en', true],
    ['sk', ['cs', 'pl'], 'cs', 'cs', true],
    ['hu', ['hu', 'en'], 'hu', 'en', false],
    ['__proto__', ['en'], 'en', 'en', true],
  ])('for %s of %j it is %s, in a frame in %s', (locale, written, chosen, framed, warned) => {
    const template = { subject: texts(...written), body: texts(...written) }
    const message = compose(template, sampleContext({ locale }))
    expect([message.subject, message.text.split('\n')[0], message.locale]).toEqual([
      `in ${chosen}`,
      `in ${chosen}`,
      framed,
    ])
    expect(message.warnings.map(({ kind, at }) => [kind, at])).toEqual(
      warned ? [['missing-translation', `body.${chosen}`]] : [],
    )
    expect(message.html).toContain(FRAME_WORDS[message.locale].automatic)
  })

  test('never a half of one and a half of another', () => {
    const template = { subject: texts('en'), body: texts('en', 'cs') }
    expect(compose(template, sampleContext({ locale: 'cs' }))).toMatchObject({
      subject: 'in en',
      locale: 'en',
    })
  })

  test('a body in a language that frames do not speak is marked with it', () => {
    const template = { subject: texts('ar'), body: texts('ar') }
    expect(compose(template, sampleContext({ locale: 'ar' })).html).toContain('<div lang="ar" dir="rtl">')
  })
})

describe('warnings', () => {
  const kinds = (subject: string, body: string, change = {}) =>
    compose({ subject: { en: subject }, body: { en: body } }, sampleContext(change)).warnings.map(
      ({ kind, at }) => `${kind} ${at}`,
    )
  const off = { page: { enabled: false } }

  test.each([
    ['x', 'x', {}, []],
    ['{{ field.empty }}', 'x', {}, ['empty-subject subject.en', 'empty-variable field.empty']],
    ['{{ handler_name }} x', '{{ handler_name }} x', {}, ['empty-variable handler_name']],
    ['x', '{{ handler_name | default: "we" }}', {}, []],
    ['x', '{% if handler_name %}{{ handler_name }}{% endif %}', {}, []],
    ['x', '{{ issue_status_url }}', off, ['page-off issue_status_url']],
    ['x', 'x', off, []],
    ['x', '{% if due_date %}x{% else %}{{ issue_status_url }}{% endif %}', off, []],
    ['x', '{{ field.gone }}x', {}, ['unknown-variable body.en']],
    ['x', '{{ field.gone }}{{ field.gone }}x', {}, ['unknown-variable body.en']],
  ])('%j, %j, %j', (subject, body, change, expected) => {
    expect(kinds(subject, body, change)).toEqual(expected)
  })

  test('an empty subject is replaced by what the message is about', () => {
    const template = { subject: { en: '{{ field.empty }}' }, body: { en: 'x' } }
    expect(compose(template, sampleContext()).subject).toBe('Warranty claim WC-26-00123-7KQM')
  })
})

describe('the frame', () => {
  const template = {
    subject: { en: 'A "subject" & more' },
    body: { en: '# Title\n\nFirst *words*.\n\n{{ issue_status_url }}\n\nMore.' },
  }

  test('shows lists of mail the first words, and the subject to who hears it', () => {
    const { html } = compose(template, sampleContext())
    expect(html).toContain('mso-hide:all;">First *words*. More.&#847;')
    expect(html).toContain('<title>A &quot;subject&quot; &amp; more</title>')
    expect(html).toContain('aria-label="A &quot;subject&quot; &amp; more"')
  })

  test('has no image, no script, no address of others', () => {
    const { html } = compose(template, sampleContext({ configuration: { company: NO_COMPANY } }))
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|@font-face/)
    expect(html.match(/href="[^"]*"/g)).toEqual([`href="${sampleContext().statusUrl.replace('&', '&amp;')}"`])
  })

  test('leaves out what the company does not say, and how to reach it where staff reads', () => {
    const bare = compose(template, sampleContext({ configuration: { company: NO_COMPANY } }))
    expect(bare.text).toMatch(/\n\n-- \nThis message was sent automatically\.\n$/)
    const staff = compose(template, sampleContext({ audience: 'staff' }))
    expect(staff.text).not.toContain('Questions?')
    expect(staff.html).not.toContain('Questions?')
    expect(staff.html).toContain('Dlouhá 12')
  })

  test.each(PAGE_LOCALES.map(({ tag }) => tag))('has all its words in %s', (tag) => {
    const words = FRAME_WORDS[tag]
    const placeholders = Object.entries(words).map(([key, text]) => [key, text.match(/\{\w+\}/g) ?? []])
    expect(Object.fromEntries(placeholders)).toEqual({
      seeStatus: [],
      contactBoth: ['{phone}', '{email}'],
      contactPhone: ['{phone}'],
      contactEmail: ['{email}'],
      automatic: [],
      yes: [],
      no: [],
    })
    for (const text of Object.values(words)) expect(text).not.toMatch(/^$|^\s|\s$|["'!]|(^|\s)\p{L} /u)
  })
})
