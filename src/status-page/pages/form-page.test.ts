import { describe, expect, test } from 'vitest'
import { PAGE_LOCALES } from '../../base/index.ts'
import { type FormContent, formPage, refusedPage } from './form-page.ts'
import { badRequestPage, errorPage, throttledPage, unavailablePage } from './notice-pages.ts'
import { NUMBER, sampleFrame, sampleShop } from './samples.ts'

const content: FormContent = {
  action: '/en/status/warranty',
  issue: '',
  verification: 'email-or-phone',
  typeName: 'Warranty claim',
  numberExample: 'WC-26-00001-ABCD',
}
const frame = sampleFrame('en')
const input = (page: string, name: string) => page.match(new RegExp(`<input [^>]*name="${name}"[^>]*>`))?.[0]

test('the form posts the number and the contact, and nothing else', () => {
  const page = formPage(frame, content)
  expect(page).toContain('<form class="rk-form" method="post" action="/en/status/warranty">')
  expect(page.match(/<input /g)).toHaveLength(2)
  expect(input(page, 'issue')).toMatch(/ required maxlength="64"/)
  expect(input(page, 'contact')).toMatch(/ required maxlength="254"/)
  expect(page).not.toMatch(/<script|style=|<img|csrf/)
})

test.each([
  ['email', 'type="email" inputmode="email" autocomplete="email"', 'E-mail'],
  ['phone', 'type="tel" inputmode="tel" autocomplete="tel"', 'Phone'],
  ['email-or-phone', 'type="text" inputmode="email" autocomplete="email"', 'E-mail or phone'],
] as const)('asks for %s', (verification, attributes, label) => {
  const page = formPage(frame, { ...content, verification })
  expect(input(page, 'contact')).toContain(attributes)
  expect(page).toContain(`<label class="rk-label" for="contact">${label}</label>`)
})

test('fills the number in, escaped', () => {
  expect(input(formPage(frame, { ...content, issue: NUMBER }), 'issue')).toContain(`value="${NUMBER}"`)
  expect(input(formPage(frame, { ...content, issue: '"><script>' }), 'issue')).toContain(
    'value="&quot;&gt;&lt;script&gt;"',
  )
  expect(input(formPage(frame, content), 'issue')).not.toContain('value=')
})

test('the title is the meta title, or says what the page is for', () => {
  const titled = sampleFrame('en', sampleShop({ metaTitle: 'Your claim <3' }))
  expect(formPage(titled, content)).toContain('<title>Your claim &lt;3</title>')
  expect(formPage(frame, content)).toContain('<title>See where it stands – Northlight Home</title>')
})

test('the header is the cleaned one of the page, else the name and the phone', () => {
  const own = sampleFrame('en', sampleShop({ header: '<p>Own <em>header</em></p>' }))
  expect(formPage(own, content)).toContain('<div class="rk-header"><p>Own <em>header</em></p></div>')
  expect(formPage(frame, content)).toContain(
    '<a href="tel:+420555010203" dir="ltr">+420\u00a0555\u00a0010\u00a0203</a>',
  )
})

test('an icon is named only where one is set, and only with a safe address', () => {
  const icon = (favicon: string | null) => formPage(sampleFrame('en', sampleShop({ favicon })), content)
  expect(icon(null)).not.toContain('rel="icon"')
  expect(icon('javascript:alert(1)')).not.toContain('rel="icon"')
  expect(icon('https://shop.example/i.png')).toContain('<link rel="icon" href="https://shop.example/i.png">')
})

test('the refusal keeps the number, marks both fields alike, and names no cause', () => {
  const page = refusedPage(frame, { ...content, issue: NUMBER })
  expect(input(page, 'issue')).toContain(`value="${NUMBER}"`)
  expect(input(page, 'contact')).not.toContain('value=')
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(2)
  expect(page).toContain('autofocus')
  expect(page).not.toMatch(/unknown|does not exist|wrong|not found/i)
})

test('the refusal is the same to the byte at any time and for any attempt with that number', () => {
  const refuse = (now: number) => refusedPage({ ...frame, now }, { ...content, issue: NUMBER })
  expect(refuse(0)).toBe(refuse(frame.now))
})

test.each([
  [1, 'about a minute'],
  [60, 'about a minute'],
  [61, 'a few minutes'],
  [480, 'a few minutes'],
  [960, 'about half an hour'],
  [1920, 'about half an hour'],
  [3600, 'about an hour'],
  [90_000, 'about an hour'],
])('a wait of %d seconds is told as %s', (retryAfterSeconds, text) => {
  const page = throttledPage(frame, { formHref: '/en/status/warranty', retryAfterSeconds })
  expect(page).toContain(`<h1 class="rk-title">Please try again in ${text}</h1>`)
  expect(page).toContain('href="/en/status/warranty"')
})

test('the error page carries nothing of a shop', () => {
  const page = errorPage(sampleFrame('en', null))
  expect(page).toContain('<h1 class="rk-title">This page is not available</h1>')
  expect(page).not.toMatch(/rk-header|rk-foot|Northlight/)
})

test('an unreachable store is not called a missing page', () => {
  const page = unavailablePage(sampleFrame('en', null))
  expect(page).toContain('We can’t reach the system right now')
  expect(page).not.toMatch(/not found|not available/i)
})

test.each(['bad-request', 'method', 'too-large'] as const)('%s leads back to the form', (kind) => {
  expect(badRequestPage(sampleFrame('en', null), kind)).toContain(
    'href="/en/status/warranty">Open the form</a>',
  )
})

describe.each(PAGE_LOCALES.map(({ tag }) => tag))('in %s every page', (tag) => {
  const local = sampleFrame(tag)
  const pages = {
    form: formPage(local, content),
    refused: refusedPage(local, content),
    throttled: throttledPage(local, { formHref: '/', retryAfterSeconds: 1 }),
    error: errorPage({ ...local, shop: null }),
    unavailable: unavailablePage({ ...local, shop: null }),
  }
  test.each(Object.entries(pages))(
    '%s says its language, is not indexed, and offers the others',
    (_, page) => {
      expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${tag}" dir="ltr">`))
      expect(page).toContain('<meta name="robots" content="noindex')
      expect(page.match(/hreflang=/g)).toHaveLength(PAGE_LOCALES.length)
      expect(page).toContain(`lang="${tag}" hreflang="${tag}" aria-current="true"`)
    },
  )
})
