import { describe, expect, test } from 'vitest'
import { openComposer } from './index.ts'
import { sampleContext } from './samples.ts'

const { checkTemplate, compose, sizesByLocale } = await openComposer()

function textOf(source: string, more: Parameters<typeof sampleContext>[0] = {}): string {
  return compose(
    { channel: 'sms', subject: {}, body: { en: source } },
    sampleContext({ locale: 'en', ...more }),
  ).text
}

describe('a text message', () => {
  test('is its body alone, with line breaks, without white space around and without a frame', () => {
    const { subject, html, text, body, size, warnings } = compose(
      { channel: 'sms', subject: {}, body: { en: '  Hello\n\n\n\n# no heading  \n- no list\n  ' } },
      sampleContext({ locale: 'en' }),
    )
    expect({ subject, html, text, body, warnings }).toEqual({
      subject: '',
      html: '',
      text: 'Hello\n\n# no heading\n- no list',
      body: 'Hello\n\n# no heading\n- no list',
      warnings: [],
    })
    expect(size).toMatchObject({ encoding: 'gsm-7', segments: 1 })
  })

  test('values stand as they are, lines of empty ones are left out, and tags leave no lines', () => {
    const message = '<b>Tom & Jerry</b>\n{{issue_number}} [x]'
    expect(
      textOf('A {{message}}\n{{due_date}}\n{% if message %}\nB\n{% endif %}\nC', {
        message,
        issue: { due: null },
      }),
    ).toBe('A <b>Tom & Jerry</b>\n{{issue_number}} [x]\nB\nC')
  })

  test('addresses stay whole, and a value behind one belongs to it', () => {
    const statusUrl = 'https://claims.example/en/status/warranty?issue=A-1&key=abc'
    expect(textOf('{{issue_status_url}}', { statusUrl })).toBe(statusUrl)
    expect(textOf('See {{issue_status_url}}.', { statusUrl })).toBe(`See ${statusUrl}.`)
    expect(textOf('https://carrier.example/track?no={{message}}', { message: 'a b&c' })).toBe(
      'https://carrier.example/track?no=a%20b%26c',
    )
    // A dash in an address is not ours to replace.
    expect(textOf('https://shop.example/a–b')).toBe('https://shop.example/a%E2%80%93b')
  })

  test('typographic characters do not make it longer, neither the template’s nor the values’', () => {
    expect(textOf('“Ready” – come\u00a0in… {{message}}', { message: '‘now’' })).toBe(
      `"Ready" - come in... 'now'`,
    )
    expect(textOf('{{ created_date }}')).not.toMatch(/\u00a0/)
  })

  test('R42 marks and control characters of a value do not survive', () => {
    expect(textOf('{{message}}', { message: 'a\uFDD0b\uFDD2c\0d\u202Ee' })).toBe('abcde')
  })

  test.each([
    ['a'.repeat(1531), '11 segments'],
    ['ř'.repeat(671), '11 segments'],
    ['a'.repeat(60_000), '393 segments'],
    ['{{message}}', 'empty'],
  ])('longer than ten segments, or empty, it is none', (source, because) => {
    expect(() => textOf(source)).toThrow(because)
    expect(() => textOf(source)).toThrow(expect.objectContaining({ name: 'UnrenderableTemplate' }))
  })

  test('the wanted language is taken, and each is counted', () => {
    const template = {
      channel: 'sms' as const,
      subject: {},
      body: { en: 'Ready', cs: 'Připraveno', pl: ' ', de: 'x'.repeat(2000) },
    }
    expect(compose(template, sampleContext({ locale: 'cs' })).text).toBe('Připraveno')
    const other = compose(template, sampleContext({ locale: 'sk' }))
    expect([other.text, other.warnings.map(({ kind }) => kind)]).toEqual(['Ready', ['missing-translation']])
    const sizes = sizesByLocale(template, (locale) => sampleContext({ locale }))
    expect(Object.entries(sizes).map(([locale, { segments }]) => [locale, segments])).toEqual([
      ['en', 1],
      ['cs', 1],
      ['de', 14],
    ])
    expect(sizes.cs?.unusual).toEqual(['ř'])
  })
})

test('the template of a text message has a body and no subject', () => {
  const check = (subject: Record<string, string>, body: Record<string, string>) =>
    checkTemplate({ channel: 'sms', subject, body }, new Map()).map(
      ({ path, message }) => `${path}: ${message}`,
    )
  expect(check({}, { en: 'x' })).toEqual([])
  expect(check({ en: ' ' }, { en: 'x', cs: 'y' })).toEqual([])
  expect(check({ en: 'Hi' }, { en: 'x' })).toEqual([
    'subject: a text message has no subject; leave it out or empty',
  ])
  expect(check({}, { en: ' ' })).toEqual(['body: a body is needed in one language at least'])
  expect(check({}, { en: '{{nothing}}' })).toEqual([expect.stringContaining('body.en: line 1, column 3')])
})
