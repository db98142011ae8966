import { expect, test } from 'vitest'
import { ForeignText } from '../../base/index.ts'
import type { PublicIssue, PublicPart } from '../public-issue.ts'
import { formPage } from './form-page.ts'
import {
  sampleFiles,
  sampleFrame,
  sampleIssue,
  sampleMessages,
  sampleNext,
  sampleProgress,
  sampleShop,
} from './samples.ts'
import { viewPage } from './view-page.ts'

const czech = (text: string) => new ForeignText(text, 'cs')
const arabic = new ForeignText('مطالبة', 'ar')
const view = (change: Partial<PublicIssue>, shop = sampleShop()) =>
  viewPage(sampleFrame('en', shop), sampleIssue('en', change), { leaveAction: '/' })
const values = (...items: Extract<PublicPart, { kind: 'values' }>['items']) =>
  view({ parts: [{ kind: 'values', items }] })

test('every text of the administrator tells its language where that is not the page’s', () => {
  const page = view({
    typeName: czech('Reklamace'),
    headline: czech('Přijali jsme ji'),
    explanation: czech('Je zapsaná.'),
    parts: [
      { ...sampleProgress(), label: czech('Průběh') } as PublicPart,
      sampleNext('en', { label: czech('Co dál'), text: czech('Podíváme se.') }),
      {
        kind: 'values',
        items: [{ key: 'product', label: czech('Výrobek'), value: { type: 'text', text: czech('Konvice') } }],
      },
      { ...sampleMessages('en'), label: czech('Zprávy') },
      { ...sampleFiles(), label: czech('Soubory') },
    ],
  })
  for (const marked of [
    '<span lang="cs">Reklamace</span>',
    '<h1 class="rk-title" lang="cs">Přijali jsme ji</h1>',
    '<p class="rk-lede" lang="cs">Je zapsaná.</p>',
    '<h2 class="rk-heading" id="progress" lang="cs">Průběh</h2>',
    '<h2 class="rk-next__title" id="next" lang="cs">Co dál</h2>',
    '<p class="rk-next__text" lang="cs">Podíváme se.</p>',
    '<dt lang="cs">Výrobek</dt><dd><bdi lang="cs">Konvice</bdi></dd>',
    '<h2 class="rk-heading" id="messages" lang="cs">Zprávy</h2>',
    '<h2 class="rk-heading" id="files" lang="cs">Soubory</h2>',
  ])
    expect(page).toContain(marked)
})

test('the call, and a part behind other fields, tell it too', () => {
  const next = sampleNext('en', { label: czech('Co teď'), text: czech('Pošlete ho.'), turn: 'customer' })
  const call = view({ parts: [next] })
  expect(call).toContain('id="next" lang="cs">Co teď</h2>')
  expect(call).toContain('<p class="rk-next__text" lang="cs">Pošlete ho.</p>')
  const item = { key: 'a', label: 'A', value: { type: 'text', text: 'A' } } as const
  const below = view({
    parts: [
      { kind: 'values', items: [item] },
      { ...next, turn: 'us' },
    ],
  })
  expect(below).toContain('<h2 class="rk-heading" id="next" lang="cs">Co teď</h2>')
})

test('in a list each label tells its own', () => {
  const labels = ['Lid', czech('Podstavec'), arabic]
  expect(values({ key: 'k', label: 'Enclosed', value: { type: 'multi-choice', labels } })).toContain(
    '<dd>Lid, <span lang="cs">Podstavec</span> and <span lang="ar" dir="rtl">مطالبة</span></dd>',
  )
  const evil = new ForeignText('{0}<b>', 'cs')
  expect(values({ key: 'k', label: 'Enclosed', value: { type: 'choice', labels: [evil] } })).toContain(
    '<dd><span lang="cs">{0}&lt;b&gt;</span></dd>',
  )
})

test('a language that is written the other way also tells which', () => {
  expect(view({ headline: arabic })).toContain('<h1 class="rk-title" lang="ar" dir="rtl">')
  expect(view({ headline: new ForeignText('A', 'en-ab-cd') })).toContain(
    '<h1 class="rk-title" lang="en-ab-cd">',
  )
})

test('a name among words of the page is set apart', () => {
  const page = view({ headline: null, typeName: czech('Reklamace') })
  expect(page).toContain('<h1 class="rk-title"><span lang="cs">Reklamace</span>: overview</h1>')
  expect(page).toContain('<title>Reklamace: overview – Northlight Home</title>')
})

test('a title tells its language only where all of it is in one', () => {
  const titled = sampleShop({ metaTitle: czech('Vaše reklamace') })
  const title = (page: string) => /<title.*<\/title>/.exec(page)?.[0]
  expect(title(view({ headline: czech('Přijato') }, titled))).toBe(
    '<title lang="cs">Přijato – Vaše reklamace</title>',
  )
  expect(title(view({}, titled))).toBe('<title>We are testing your product – Vaše reklamace</title>')
  const form = {
    action: '/',
    issue: '',
    verification: 'email',
    typeName: 'Claim',
    numberExample: null,
  } as const
  expect(title(formPage(sampleFrame('en', titled), form))).toBe('<title lang="cs">Vaše reklamace</title>')
})

test('so do the header, the name over the form and the hours of the phone', () => {
  const shop = sampleShop({ header: czech('<p>Obchod</p>') })
  const company = { ...shop.company, phoneHours: { cs: 'po–pá' } }
  const frame = sampleFrame('en', { ...shop, company })
  const content = { action: '/', issue: '', verification: 'email', numberExample: null } as const
  const page = formPage(frame, { ...content, typeName: czech('Reklamace') })
  expect(page).toContain('<div class="rk-header" lang="cs"><p>Obchod</p></div>')
  expect(page).toContain('<p class="rk-status__id"><span lang="cs">Reklamace</span></p>')
  expect(page).toContain('<span lang="cs">(po–pá)</span>')
})

test('texts in the language of the page tell nothing', () => {
  const page = view({ parts: [sampleProgress(), sampleNext('en'), sampleMessages('en'), sampleFiles()] })
  expect(page.match(/ lang="[^"]*"(?! hreflang)/g)).toEqual([' lang="en"'])
})
