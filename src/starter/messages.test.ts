import { describe, expect, test } from 'vitest'
import { pickText } from '../base/index.ts'
import type { IssueType } from '../issue-types/index.ts'
import type { Issue } from '../issues/index.ts'
import { type Composed, type Composer, openComposer } from '../messages/index.ts'
import { STARTER_LOCALES, STARTER_TEMPLATES, type StarterTemplate } from './index.ts'
import { atStep, CONFIGURATION, NOW, SAMPLE_ISSUES, TIME_ZONE } from './sample-issues.ts'

const { checkTemplate, compose }: Composer = await openComposer()

const LINK = /^\{\{ issue_status_url \}\}$/m
const OF_STEPS = ['action-needed', 'decision', 'ready', 'news', 'closed']
const FOR_STAFF = [
  'handler-new-message',
  'handler-assigned',
  'deadline-near',
  'deadline-passed',
  'deadline-silence',
  'silence-passed',
]
const MAILS = STARTER_TEMPLATES.filter(({ channel }) => channel === 'email')
const TEXTS = STARTER_TEMPLATES.filter(({ channel }) => channel === 'sms')
/** Nobody else gets mail. */
const withEmail = SAMPLE_ISSUES.filter(({ issue }) => issue.contact.email !== '')
const forCustomers = MAILS.filter(({ key }) => !FOR_STAFF.includes(key))

test('the keys of the templates', () => {
  expect(STARTER_TEMPLATES.map(({ key }) => key)).toEqual([
    'claim-received',
    'return-received',
    'repair-received',
    'complaint-received',
    'action-needed',
    'decision',
    'ready',
    'news',
    'closed',
    'status-link',
    'message',
    'handler-new-message',
    'handler-assigned',
    'deadline-near',
    'deadline-passed',
    'deadline-silence',
    'silence-passed',
    'waiting-reminder',
    'waiting-reminder-sms',
    'ready-sms',
  ])
})

test.each(STARTER_TEMPLATES)('$key passes the check of templates, in every language', (template) => {
  expect(checkTemplate(template, CONFIGURATION.fieldByKey)).toEqual([])
  for (const locale of STARTER_LOCALES) {
    expect(template.body[locale]).not.toBe('')
    if (template.channel === 'email') expect(template.subject[locale]).toBeTruthy()
  }
})

test.each(MAILS)('$key is short and calm in its own words', (template) => {
  for (const locale of STARTER_LOCALES) {
    const own = template.body[locale].replace(/\{[{%].*?[%}]\}/g, '')
    expect(own).not.toMatch(
      /!|unfortunately|bohužel|bohužiaľ|žiaľ|niestety|leider|as soon as|asap|policy|§|\blaw\b|\bzákon\b|\bGesetz\b/i,
    )
    const sentences = own.split(/(?<=[.?:]) |\n/)
    expect(sentences.filter((sentence) => sentence.split(' ').length > 20)).toEqual([])
    if (locale !== 'en' && locale !== 'de') expect(own).not.toMatch(/(?:^|\s)[aikosuvwz] /im)
  }
})

test('R17 customers get the link alone on its line, and nobody else gets it', () => {
  for (const template of MAILS) {
    for (const locale of STARTER_LOCALES) {
      if (FOR_STAFF.includes(template.key)) expect(template.body[locale]).not.toMatch(/issue_status_url/)
      else expect(template.body[locale]).toMatch(LINK)
    }
  }
})

test('customers read of these own fields and of no others', () => {
  const named = forCustomers.flatMap(({ subject, body }) =>
    [...JSON.stringify([subject, body]).matchAll(/field\.([a-z_]+)/g)].map(([, key]) => key),
  )
  expect(new Set(named)).toEqual(
    new Set([
      'claim_made',
      'complaint_about',
      'decision',
      'decision_reason',
      'defect',
      'device',
      'handed_over_on',
      'happened_on',
      'new_guarantee_until',
      'order_number',
      'parts_expected',
      'pickup_place',
      'product',
      'proposed_solution',
      'quote_amount',
      'quote_valid_until',
      'ready_from',
      'refund_amount',
      'refunded_on',
      'remedy_agreed',
      'remedy_requested',
      'repair_done',
      'repair_duration',
      'repair_work',
      'replacement',
      'return_reason',
      'serial_number',
      'tracking_out',
      'what_happened',
      'wish',
      'withdrawal_date',
    ]),
  )
})

describe('composed', () => {
  test.each(MAILS)('$key has no holes, whatever the issue', (template) => {
    for (const { issue, type } of withEmail) {
      for (const locale of STARTER_LOCALES) expectWhole(composed(template, issue, type, locale))
    }
  })

  test.each(MAILS)('$key has no holes where nothing is known', (template) => {
    const company = { ...CONFIGURATION.company, name: '', phone: '', email: '' }
    for (const type of CONFIGURATION.types) {
      const { issue } = SAMPLE_ISSUES.find((sample) => sample.type === type) ?? SAMPLE_ISSUES[0]!
      const contact = { name: '', email: 'a@example.com', phone: '' }
      const bare = { ...issue, contact, phoneKey: null, due: null, values: {}, handlerId: null }
      for (const step of type.steps) {
        for (const locale of STARTER_LOCALES) {
          expectWhole(composed(template, atStep(bare, type, step.key), type, locale, company))
        }
      }
    }
  })

  test('what customers read of a step is in the message: its name, what it means, and what is next', () => {
    const shown = CONFIGURATION.types.flatMap((type) => type.steps.map((step) => ({ type, step })))
    for (const { type, step } of shown) {
      if (step.hidden) continue
      const issue = atStep(SAMPLE_ISSUES.find((sample) => sample.type === type)!.issue, type, step.key)
      for (const locale of STARTER_LOCALES) {
        for (const template of STARTER_TEMPLATES.filter(({ key }) => OF_STEPS.includes(key))) {
          const text = flat(composed(template, issue, type, locale).text)
          for (const part of [step.publicName, step.explanation, step.whatNext]) {
            expect(text).toContain(flat(pickText(part, [locale])))
          }
        }
      }
    }
  })

  test('the confirmation of a claim says when, what, which remedy, until when and where we write', () => {
    const { issue, type } = SAMPLE_ISSUES[0]!
    const { subject, text } = composed(byKey('claim-received'), issue, type, 'cs')
    expect(subject).toBe(`Potvrzení reklamace ${issue.number}`)
    for (const line of [
      `Číslo reklamace: ${issue.number}`,
      'Reklamace uplatněna: 11. listopadu 2026',
      'Výrobek: Kettle K200, cream',
      'Závada: Leaks at the handle when it is more than half full.',
      'Požadovaný způsob vyřízení: Oprava',
      'Vyřídíme nejpozději: 11. prosince 2026',
      'Kontakt na vás: emily.carter@example.com, +420 602 000 101',
    ]) {
      expect(flat(text)).toContain(`- ${line}`)
    }
  })

  test('the confirmation of a return says what was received, on which day and at what time', () => {
    const { issue, type } = SAMPLE_ISSUES.find((sample) => sample.type.key === 'return')!
    const text = flat(composed(byKey('return-received'), issue, type, 'en').text)
    expect(text).toMatch(
      /- Received on: 20 November 2026 at \d\d:\d\d - Withdrawal sent on: 20 November 2026/,
    )
    expect(text).toMatch(/- Name: Barbora Vaňková .*- Order number: .*- Product: /)
  })

  test('names are greeted where they need no declension', () => {
    const { issue, type } = SAMPLE_ISSUES[0]!
    const greetings = STARTER_LOCALES.map(
      (locale) => composed(byKey('news'), issue, type, locale).text.split('\n')[0],
    )
    expect(greetings).toEqual([
      'Hello Emily Carter,',
      'Dobrý den,',
      'Dobrý deň,',
      'Dzień dobry,',
      'Guten Tag Emily Carter,',
    ])
    const nameless = { ...issue, contact: { ...issue.contact, name: '' } }
    expect(composed(byKey('news'), nameless, type, 'en').text).toMatch(/^Hello,\n/)
    expect(composed(byKey('news'), nameless, type, 'de').text).toMatch(/^Guten Tag,\n/)
  })
})

test.each(TEXTS)(
  '$key is two cheap messages at most, says whose it is, and leads to the page',
  (template) => {
    const { issue, type } = SAMPLE_ISSUES[0]!
    for (const locale of STARTER_LOCALES) {
      const { size, text } = composed(template, issue, type, locale)
      expect(size).toMatchObject({ encoding: 'gsm-7', unusual: [] })
      // The link that is sent has a key of 43 characters besides.
      expect(size!.segments).toBe(1)
      expect(text).toMatch(/^Northlight Home: .*[.:] https:\/\/shop\.example\/\S+$/)
    }
  },
)

function expectWhole({ subject, text, html, warnings }: Composed): void {
  const [body = ''] = text.split('\n-- \n')
  expect(subject).toMatch(/^\S.{5,69}$/u)
  expect(subject).not.toMatch(/[{}]|[–:]$/)
  expect(body).not.toMatch(
    /\{\{|\{%|\}\}|%\}|\n\s*\n\s*\n|(?:^|\n)- ?(?:\n|[^\n]*: *(?:\n- |\n\n|$))|\(\)| [,.:]|,,/,
  )
  expect(html).not.toMatch(/\{\{|\{%/)
  const kinds = new Set(warnings.map(({ kind }) => kind))
  expect([...kinds].filter((kind) => kind !== 'empty-variable')).toEqual([])
}

function composed(
  template: StarterTemplate,
  issue: Issue,
  type: IssueType,
  locale: string,
  company = CONFIGURATION.company,
): Composed {
  return compose(template, {
    issue: { ...issue, locale },
    type,
    configuration: { ...CONFIGURATION, company },
    settings: {
      baseUrl: 'https://shop.example',
      defaultLocale: 'en',
      defaultCountry: 'CZ',
      timeZone: TIME_ZONE,
      sms: { countries: ['CZ'], dailyBudget: 500 },
    },
    audience: FOR_STAFF.includes(template.key) ? 'staff' : 'customer',
    statusUrl: `https://shop.example/${locale}/status/${type.key}?issue=${issue.number}`,
    message: 'Please send us a photo.',
    locale,
    now: NOW,
  })
}

function byKey(key: string): StarterTemplate {
  return STARTER_TEMPLATES.find((template) => template.key === key)!
}

/** On one line, with plain spaces. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
