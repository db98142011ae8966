import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openComposer } from './index.ts'
import { type SampleChange, sampleContext } from './samples.ts'

const { compose } = await openComposer()

const TEMPLATE = {
  subject: { en: 'About {{ field.product }}, {{ customer_name }}' },
  body: {
    en: `# {{ field.product }}

Hello {{ customer_name }},
{{ message }}
- {{ field.product }} and {{ customer_name | upcase }}

{% if field.product contains "x" %}
{% assign again = message | append: customer_name %}{{ again }}
{% endif %}
https://shop.example/?q={{ field.product }}

{{ issue_status_url }}`,
  },
}

function withValue(value: string): SampleChange {
  return {
    message: value,
    issue: { contact: { name: value, email: value, phone: '' }, values: { product: value } },
  }
}

const tagsOf = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<(?:br|\/?bdi)>$/.test(tag))
const shape = (html: string) =>
  tagsOf(html).map((tag) =>
    tag.replace(/ (?:href="https:\/\/shop\.example\/\?q=[^"]*"|aria-label="[^"]*")/, ''),
  )
const PLAIN = shape(compose(TEMPLATE, sampleContext(withValue('x'))).html)

const HOSTILE = [
  '<script>alert(1)</script>x',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</p></td></table><h1>x</h1>',
  '<!-- x',
  ']]><![endif]-->x',
  '&lt;b&gt; &amp; &#x3c;script&#x3e;x',
  '{{ issue_status_url }}x',
  '{% if true %}x{% endif %}{% raw %}',
  '{{ "x" | append: company_email }}',
  '- x\n- y\n\n# z\n\n\nhttps://evil.example/ http://evil.example',
  'mailto:evil@evil.example javascript:alert(1)x',
  'x\r\nBcc: evil@evil.example\r\n\r\nbody',
  'x\u0000\u0001\u001b[31m\u007f\u0085\u2028y\u2029z',
  '\u202Etxt.exe\u202C \u2066x\u2069',
  '\uFDD0x\uFDD1https://evil.example/\uFDD2',
  '\uE000\uF8FF\uFFFE\uFFFFx',
  '\uD800x\uDC00',
  '__proto__ constructor x',
  'שלום x',
  '\u0300'.repeat(5_000) + 'x',
]

describe('R42 no value becomes more than text', () => {
  test.each(HOSTILE)('%j', (value) => {
    const { subject, html, text } = compose(TEMPLATE, sampleContext(withValue(value)))
    expect(shape(html)).toEqual(PLAIN)
    expectOneLine(subject)
    for (const part of [subject, text, html]) expect(part).not.toMatch(FORBIDDEN)
  })

  test('R42 whatever the values are', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...HOSTILE,
            '<',
            '>',
            '&',
            '"',
            '{{',
            '}}',
            '{%',
            '%}',
            '\n',
            '- ',
            '# ',
            'https://a.b/',
          ),
          { maxLength: 6 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(awkward, (value) => {
        // What is empty takes its line with it.
        const full = `x${value}x`
        const { subject, html, text } = compose(TEMPLATE, sampleContext(withValue(full)))
        expect(shape(html)).toEqual(PLAIN)
        expectOneLine(subject)
        for (const part of [subject, text, html]) expect(part).not.toMatch(FORBIDDEN)
        const clean = full
          .toWellFormed()
          .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
          .replace(new RegExp(FORBIDDEN, 'gu'), '')
        expect(textOf(html)).toContain(`Hello ${clean},`)
        expect(text.replace(/\s+/g, ' ')).toContain(`Hello ${clean},`.replace(/\s+/g, ' '))
      }),
      { numRuns: 100 },
    )
  })

  test('a value of a megabyte is cut', () => {
    const { html, text, subject, warnings } = compose(
      TEMPLATE,
      sampleContext({ message: '<&>"\n'.repeat(200_000) }),
    )
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'shortened', at: 'message' }))
    expect(subject.length).toBeLessThanOrEqual(200)
    expect(Math.max(html.length, text.length)).toBeLessThan(500 * 1024)
  })

  test('a long subject is one line that ends in an ellipsis', () => {
    const template = { subject: { en: 'a\nb {{ message }}' }, body: { en: 'x' } }
    const { subject } = compose(template, sampleContext({ message: '😀'.repeat(500) }))
    expect(Array.from(subject)).toHaveLength(200)
    expect(subject).toMatch(/^a b 😀+…$/u)
  })
})

describe('R42 what templates can name leads nowhere else', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'field.__proto__',
    'field.constructor',
    'field.toString',
    'due_date.constructor',
    'due_date.__proto__',
    'due_date.valueOf',
    'due_date.toString',
    'due_date.equals',
    'due_date.liquidMethodMissing',
    'field.product.constructor',
    'field.accessories.first',
    'field.accessories.size',
    'field.product.length',
    'settings',
    'configuration',
    'secret',
    'process',
    'global',
    'this',
    'self',
    'rendering',
  ])('%s prints nothing of the program', (path) => {
    for (const name of [path, `${path}.constructor`, `${path}.prototype`, `${path}["constructor"]`]) {
      const template = { subject: { en: 'x' }, body: { en: `[{{ ${name} }}]` } }
      let inside: string | undefined = ''
      try {
        inside = /^\[([^\]]*)\]/.exec(compose(template, sampleContext()).text)?.[1]
      } catch (error) {
        expect(error).toHaveProperty('name', 'UnrenderableTemplate')
      }
      // Members of every value; the last is what `toString` of a drop says.
      expect(['', 'false', '2026-12-09', '[object Object']).toContain(inside)
    }
  })
})

describe('R42 bombs stop within the limits', () => {
  const long = '{% capture a %}{% for i in (1..400) %}' + 'x'.repeat(100) + '{% endfor %}{% endcapture %}'
  test.each([
    [
      '{% for i in (1..1000000000) %}x{% endfor %}',
      'more than 1000000 characters are worked on (line 1, column 1)',
    ],
    [
      '{% for i in (1..999) %}{% for j in (1..999) %}{% for k in (1..999) %}{% endfor %}{% endfor %}{% endfor %}',
      'more than 20000 steps are taken',
    ],
    [`{% for i in (1..1000) %}${'x'.repeat(90_000)}{% endfor %}`, 'more than 512000 characters are printed'],
    [
      '{% assign a = "xxxx" %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
      'a text of more than 50000 characters is made',
    ],
    [`${long}{{ a | replace: "x", a }}`, 'more than 1000000 characters are worked on'],
    [`${long}{{ a${' | upcase | downcase'.repeat(150)} }}`, 'more than 1000000 characters are worked on'],
    [
      `${long}{% for i in (1..5000) %}{% if a contains "y" %}{% endif %}{% endfor %}`,
      'more than 1000000 characters are worked on',
    ],
    [
      `${long}{% for i in (1..5000) %}{% if a == message %}{% endif %}{% endfor %}`,
      'more than 1000000 characters are worked on',
    ],
    ['{% for i in (1..3000) %}\nx\n{% endfor %}', 'more than 2000 lines'],
    ['{% if x %}', 'error in its syntax'],
    ['{% include "x" %}', 'error in its syntax'],
    ['{{ 1 }}'.repeat(2_000), 'at most 1000 tags and outputs are allowed'],
    [' ', 'no text in any language'],
  ])('%.60j', (body, reason) => {
    expect(() => compose({ subject: { en: 'x' }, body: { en: body } }, sampleContext())).toThrow(reason)
  })
})

const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Cs}/u

function expectOneLine(subject: string): void {
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
}

/** What a browser would show, with line breaks as they are marked up. */
function textOf(html: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  }
  return html
    .replace(/\n/g, '')
    .replaceAll('<br>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '')
}
