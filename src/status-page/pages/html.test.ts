import { expect, test } from 'vitest'
import { type HtmlPart, html, trusted } from '../../base/index.ts'
import { safeUrl } from './safe-url.ts'
import { fill, fillText, plural } from './words.ts'

test('values are escaped, in content and in attributes', () => {
  const hostile = `<script>alert("1" & '2')</script>`
  const escaped = '&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;'
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`)
})

test('markup, lists and numbers stand as they are; nothing stands for nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
  expect(html`${items}${3}${0}${null}${undefined}${false}${''}${trusted('<br>')}`.markup).toBe(
    '<li>a</li><li>&lt;b&gt;</li>30<br>',
  )
})

test('an object from outside cannot pass for markup', () => {
  const forged = JSON.parse('{"markup": "<script>"}') as HtmlPart
  expect(() => html`${forged}`).toThrow('not iterable')
})

test('the indentation of the source does not reach the page', () => {
  expect(
    html`<ul>
    <li>a</li>
    </ul>`.markup,
  ).toBe('<ul>\n<li>a</li>\n</ul>')
})

test.each([
  'https://example.com/a?b=c#d',
  'http://example.com',
  'HTTPS://EXAMPLE.COM',
  'mailto:a@example.com',
  'tel:+420555010203',
  '/en/status/warranty',
])('%s is a safe address', (url) => {
  expect(safeUrl(url)).toBe(url)
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  '//evil.example',
  '/\\evil.example',
  'https:/\\evil.example',
  'https://a b',
  'evil.example',
  '#top',
  '',
  null,
  undefined,
])('%j is none', (url) => {
  expect(safeUrl(url)).toBeNull()
})

test('a message takes text, which is escaped, and markup', () => {
  expect(fill('<{a}> {b}', { a: '<', b: html`<i>x</i>` }).markup).toBe('&lt;&lt;&gt; <i>x</i>')
  expect(fillText('{a} & {missing}b', { a: '<' })).toBe('< & b')
})

test.each([
  ['en', 1, 'one 1'],
  ['en', 2, 'other 2'],
  ['cs', 1, 'one 1'],
  ['cs', 3, 'few 3'],
  ['cs', 5, 'other 5'],
  ['sk', 4, 'few 4'],
  ['sk', 22, 'other 22'],
  ['pl', 22, 'few 22'],
  ['pl', 5, 'many 5'],
  ['de', 1, 'one 1'],
  ['de', 0, 'other 0'],
] as const)('in %s the plural of %d is %s', (locale, count, text) => {
  expect(
    plural(locale, { one: 'one {n}', few: 'few {n}', many: 'many {n}', other: 'other {n}' }, count),
  ).toBe(text)
})
