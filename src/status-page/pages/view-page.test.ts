import { describe, expect, test } from 'vitest'
import type { PageLocale } from '../../base/index.ts'
import type { PublicIssue, PublicNext, PublicPart, ShownValue } from '../public-issue.ts'
import {
  NUMBER,
  sampleFiles,
  sampleFrame,
  sampleIssue,
  sampleMessages,
  sampleNext,
  sampleProgress,
  sampleShop,
  sampleValues,
} from './samples.ts'
import { viewPage } from './view-page.ts'

const view = (change: Partial<PublicIssue> = {}, locale: PageLocale = 'en', shop = sampleShop()) =>
  viewPage(sampleFrame(locale, shop), sampleIssue(locale, change), {
    leaveAction: '/en/status/warranty/leave',
  })
const viewNext = (change: Partial<PublicNext>, locale: PageLocale = 'en') =>
  view({ parts: [sampleNext(locale, change)] }, locale)
const card = (page: string) => page.slice(page.indexOf('rk-status'), page.indexOf('rk-section'))
const value = (value: ShownValue) =>
  view({ parts: [{ kind: 'values', items: [{ key: 'k', label: 'Label', value }] }] }).match(
    /<dt>Label<\/dt><dd>([^]*?)<\/dd>/,
  )?.[1]

/** What stands on the page, from top to bottom. */
function outline(page: string): readonly string[] {
  return [...page.matchAll(/rk-(lede|facts|next--call|progress|next__text|fields|thread|files)"/g)].map(
    (match) => match[1] ?? '',
  )
}

describe('the order', () => {
  const values = sampleValues('en')

  test('of the answer: facts, progress, what happens next, then the parts as they are configured', () => {
    expect(outline(view())).toEqual(['lede', 'facts', 'progress', 'next__text', 'fields', 'thread', 'files'])
    const next = { parts: [sampleNext('en'), sampleProgress(), sampleFiles(), values] }
    expect(outline(view(next))).toEqual(['lede', 'facts', 'next__text', 'progress', 'files', 'fields'])
  })

  test('puts what the customer has to do before the progress', () => {
    const parts = [sampleProgress(), sampleNext('en', { turn: 'customer' }), values]
    expect(outline(view({ parts, tone: 'customer' }))).toEqual([
      'lede',
      'next--call',
      'facts',
      'next__text',
      'progress',
      'fields',
    ])
  })

  test('keeps progress and next in their place behind other fields', () => {
    const parts = [values, sampleProgress(), sampleNext('en')]
    expect(outline(view({ parts }))).toEqual(['lede', 'fields', 'progress', 'next__text', 'facts'])
  })

  test('of messages is newest first', () => {
    const times = [...view().matchAll(/rk-message__head">.*datetime="([^"]+)"/g)].map((match) => match[1])
    expect(times).toEqual(['2026-11-18T14:20', '2026-11-12T19:05', '2026-11-09T10:02'])
  })

  test('gives every part an anchor of its own', () => {
    const ids = [...view({ parts: [values, sampleFiles(), values] }).matchAll(/ id="([^"]+)"/g)].map(
      (m) => m[1],
    )
    expect(ids).toContain('fields-2')
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the state', () => {
  test.each(['shop', 'customer', 'rejected', 'done'] as const)('%s is on the article', (tone) => {
    expect(view({ tone })).toContain(`<article class="rk-issue rk-issue--${tone}">`)
  })

  test('is plain where it is not shown', () => {
    const page = view({ tone: 'plain', headline: null, explanation: null, parts: [sampleValues('en')] })
    expect(page).toContain('<article class="rk-issue">')
    expect(page).toContain('<h1 class="rk-title">Warranty claim: overview</h1>')
    expect(outline(page)).toEqual(['fields'])
  })

  test.each([
    [{ turn: 'us' }, 'Ours', 'Settled by'],
    [{ turn: 'partner' }, 'Our partner’s', 'Settled by'],
    [{ turn: 'customer' }, 'Yours', 'Due by'],
  ] as const)('%j says whose turn it is and until when', (change, whose, due) => {
    const page = viewNext(change)
    expect(page).toContain(`<dt>Whose turn</dt><dd>${whose}`)
    expect(page).toContain(`<dt>${due}</dt><dd><time datetime="2026-12-09">9 December 2026</time>`)
    expect(page).toContain('16 days left')
  })

  test.each([
    ['decided', 'Decided on'],
    ['done', 'Settled on'],
  ] as const)('%s says when, and nobody’s turn', (what, label) => {
    const settled = { what, at: Date.parse('2026-12-02T23:30:00Z') }
    const page = viewNext({ turn: 'customer', settled })
    expect(page).toContain(`<dt>${label}</dt><dd><time datetime="2026-12-03">3 December 2026</time>`)
    expect(page).not.toMatch(/Whose turn|rk-next--call/)
  })

  test.each([
    ['en', 2, '<span class="rk-left">2 days left</span>'],
    ['en', 1, '<span class="rk-left">Tomorrow</span>'],
    ['en', 0, '<span class="rk-left">Today</span>'],
    ['en', -1, '<span class="rk-left rk-left--late">1 day late.</span> We are sorry.'],
    ['cs', 5, '<span class="rk-left">Zbývá 5 dní</span>'],
    ['cs', 3, '<span class="rk-left">Zbývají 3 dny</span>'],
    ['cs', -1, '<span class="rk-left rk-left--late">1 den po termínu.</span> Omlouváme se.'],
    ['cs', -7, '<span class="rk-left rk-left--late">7 dní po termínu.</span> Omlouváme se.'],
    ['sk', 5, '<span class="rk-left">Zostáva 5 dní</span>'],
    ['sk', 3, '<span class="rk-left">Zostávajú 3 dni</span>'],
    ['sk', -1, '<span class="rk-left rk-left--late">1 deň po termíne.</span> Ospravedlňujeme sa.'],
    ['pl', 5, '<span class="rk-left">Zostało 5 dni</span>'],
    ['pl', 3, '<span class="rk-left">Zostały 3 dni</span>'],
    ['pl', 22, '<span class="rk-left">Zostały 22 dni</span>'],
    ['pl', -1, '<span class="rk-left rk-left--late">1 dzień po terminie.</span> Przepraszamy.'],
    ['de', 2, '<span class="rk-left">Noch 2 Tage</span>'],
    ['de', -1, '<span class="rk-left rk-left--late">1 Tag zu spät.</span> Das tut uns leid.'],
  ] as const)('in %s, %d days from the deadline', (locale, daysLeft, text) => {
    expect(viewNext({ due: { date: '2026-11-23', daysLeft } }, locale)).toContain(text)
  })

  test('does not blame the customer for a date that passed', () => {
    const page = viewNext({ turn: 'customer', due: { date: '2026-11-20', daysLeft: -3 } })
    expect(page).toContain('<span class="rk-left">3 days ago</span>')
    expect(page).not.toContain('rk-left--late')
  })
})

describe('the progress', () => {
  const stages = (part: PublicPart) =>
    [...view({ parts: [part] }).matchAll(/rk-stage--(\w+)"/g)].map((m) => m[1])

  test('has a shape for every state', () => {
    const part = sampleProgress(['done', 'skipped', 'current', 'upcoming', 'upcoming'])
    expect(stages(part)).toEqual(['done', 'skipped', 'now', 'todo', 'todo'])
  })

  test('ends in a tick, also when the claim was not accepted', () => {
    const part = sampleProgress(['done', 'done', 'skipped', 'done', 'current'], null)
    expect(stages(part)).toEqual(['done', 'done', 'skipped', 'done', 'final'])
    expect(view({ tone: 'rejected', parts: [part] })).toContain('rk-stage--final" aria-current="step"')
  })

  test('tells past days, since when, and only a promised day ahead', () => {
    const page = view({ parts: [sampleProgress()] })
    expect(page).toContain('<time datetime="2026-11-09">9 Nov</time>')
    expect(page).toContain('since <time datetime="2026-11-18">18 Nov</time>')
    expect(page.match(/by <time datetime="2026-12-09">9 Dec<\/time>/g)).toHaveLength(1)
    expect(view({ parts: [sampleProgress(undefined, '2026-11-22')] })).not.toContain('by <time')
  })
})

describe('values', () => {
  test.each([
    [{ type: 'bank-account', text: '19-2000145399/0800' }, /5399/],
    [{ type: 'phone', text: '+420601123456' }, /^<bdi dir="ltr">\+420\u00a0601\u00a0123\u00a0456<\/bdi>$/],
    [{ type: 'boolean', yes: false }, /^No$/],
    [{ type: 'long-text', text: 'a\nb' }, /^<bdi>a\nb<\/bdi>$/],
    [{ type: 'date', date: 'soon' }, /^soon$/],
    [{ type: 'multi-choice', labels: ['a', 'b'] }, /^a and b$/],
    [
      { type: 'link', link: { url: 'https://x.example' } },
      /^<a href="https:\/\/x.example" rel="noopener noreferrer nofollow"><bdi>/,
    ],
  ] as const)('%j', (shown, expected) => {
    expect(value(shown)).toMatch(expected)
  })

  test('of an account show its end alone', () => {
    expect(value({ type: 'bank-account', text: '19-2000145399/0800' })).not.toMatch(/2000|0800|19-/)
  })

  test('with a dangerous address are plain text', () => {
    const dangerous = value({ type: 'link', link: { url: 'javascript:alert(1)', label: 'Track' } })
    expect(dangerous).toBe('<bdi>Track</bdi>')
  })
})

test('with downloads off no address of a file is on the page', () => {
  const page = view({ parts: [{ ...sampleFiles(true), downloads: false }] })
  expect(page).not.toMatch(/attachments\/|download>/)
  expect(page).toContain('leak-at-the-handle.jpg')
  expect(page).toContain('Files can’t be downloaded here.')
})

test('empty parts are left out', () => {
  const parts: PublicPart[] = [
    { kind: 'values', items: [] },
    { ...sampleMessages('en'), messages: [] },
    { ...sampleFiles(), files: [] },
  ]
  expect(outline(view({ parts }))).toEqual(['lede'])
})

test('the number is never in the title; the meta title is', () => {
  const title = (page: string) => page.match(/<title>(.*)<\/title>/)?.[1]
  expect(title(view())).toBe('We are testing your product – Warranty claim – Northlight Home')
  const titled = view({}, 'en', sampleShop({ metaTitle: 'Your claim' }))
  expect(title(titled)).toBe('We are testing your product – Your claim')
  expect(title(view({ headline: null }))).not.toContain(NUMBER)
})

test('leaving is a button; nothing else is sent from the page, and nothing runs on it', () => {
  const page = view()
  expect(page.match(/<form /g)).toHaveLength(1)
  expect(page).toContain('method="post" action="/en/status/warranty/leave"')
  expect(page).not.toMatch(/<script|style=|<img|<input/)
})

test('what customers and administrators write is text in every part', () => {
  const evil = `"><script>alert('x')</script>`
  const parts: PublicPart[] = [
    { ...sampleProgress(), label: evil } as PublicPart,
    sampleNext('en', { label: evil, text: evil }),
    {
      kind: 'values',
      items: [
        { key: evil, label: evil, value: { type: 'text', text: evil } },
        { key: 'a', label: evil, value: { type: 'choice', labels: [evil] } },
        { key: 'b', label: evil, value: { type: 'address', address: { street: evil, country: evil } } },
        { key: 'c', label: evil, value: { type: 'link', link: { url: `https://x/${evil}`, label: evil } } },
        { key: 'd', label: evil, value: { type: 'money', money: { amount: 1, currency: evil } } },
        { key: 'e', label: evil, value: { type: 'phone', text: evil } },
        { key: 'f', label: evil, value: { type: 'date', date: evil } },
      ],
    },
    { kind: 'messages', label: evil, messages: [{ from: 'customer', body: evil, at: 0 }] },
    {
      ...sampleFiles(),
      label: evil,
      files: sampleFiles().files.map((file) => ({ ...file, name: evil, badge: evil, href: `/a/${evil}` })),
    },
  ]
  const company = {
    name: evil,
    imprint: evil,
    phone: evil,
    phoneHours: { en: evil },
    email: evil,
    website: evil,
    privacyUrl: evil,
  }
  const shop = sampleShop({ company, metaTitle: evil, favicon: evil })
  for (const tone of ['shop', 'rejected'] as const) {
    const page = view(
      { number: evil, typeName: evil, headline: evil, explanation: evil, tone, parts },
      'en',
      shop,
    )
    expect(page).not.toMatch(/<script|alert\('|javascript:/)
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(30)
  }
})

test('an issue without any contact of the shop offers none', () => {
  const company = { name: '', imprint: '', phone: '', phoneHours: {}, email: '', website: '', privacyUrl: '' }
  const page = view({ tone: 'rejected' }, 'en', sampleShop({ company }))
  expect(page).not.toMatch(/tel:|mailto:|If you see it differently/)
  expect(card(page)).toContain(NUMBER)
})
