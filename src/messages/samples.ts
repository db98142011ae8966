import type { Settings } from '../base/index.ts'
import { openCalendars } from '../calendars/index.ts'
import type { Company } from '../company/index.ts'
import {
  type Configuration,
  type Field,
  type IssueType,
  plainDeadlineRule,
  plainStatusPage,
  plainStep,
  type Step,
} from '../issue-types/index.ts'
import type { Issue } from '../issues/index.ts'
import type { TemplateTexts } from './template.ts'
import type { MessageContext } from './variables-of.ts'

/** A made-up shop, issue and templates, for the tests of messages and for the gallery. */

const NOW = Date.parse('2026-11-23T09:06:00Z')

export const SAMPLE_SETTINGS: Settings = {
  baseUrl: 'https://claims.northlight.example',
  defaultLocale: 'en',
  defaultCountry: 'CZ',
  timeZone: 'Europe/Prague',
  sms: { countries: ['CZ'], dailyBudget: 500 },
}

export const SAMPLE_COMPANY: Company = {
  name: 'Northlight Home',
  imprint: 'Northlight Home s.r.o., Dlouhá 12, 602 00 Brno',
  phone: '+420555010203',
  phoneHours: {
    en: 'Monday to Friday, 8:00 to 16:00',
    cs: 'pondělí až pátek, 8.00 až 16.00',
    sk: 'pondelok až piatok, 8.00 až 16.00',
    pl: 'od poniedziałku do piątku, 8:00–16:00',
    de: 'Montag bis Freitag, 8 bis 16 Uhr',
  },
  email: 'claims@northlight.example',
  website: 'https://northlight.example/',
  privacyUrl: '',
}

const PLAIN_COMPANY: Company = { ...SAMPLE_COMPANY, name: '', imprint: '', phone: '', website: '' }

function field(key: string, type: Field['type'], more: Partial<Field> = {}): Field {
  return { key, type, label: { en: key }, filterable: false, options: [], ...more }
}

export const SAMPLE_FIELDS: readonly Field[] = [
  field('product', 'text'),
  field('defect', 'long-text'),
  field('remedy', 'choice', {
    options: [
      { key: 'repair', label: { en: 'Repair', cs: 'Oprava', de: 'Reparatur', pl: 'Naprawa', sk: 'Oprava' } },
      { key: 'refund', label: { en: 'Money back', cs: 'Vrácení peněz' } },
    ],
  }),
  field('accessories', 'multi-choice', {
    options: [
      { key: 'box', label: { en: 'box', cs: 'krabice' } },
      { key: 'cable', label: { en: 'cable', cs: 'kabel' } },
      { key: 'manual', label: { en: 'manual', cs: 'návod' } },
    ],
  }),
  field('price', 'money'),
  field('quantity', 'number'),
  field('bought', 'date'),
  field('pickup', 'date-time'),
  field('in_warranty', 'boolean'),
  field('second_email', 'email'),
  field('second_phone', 'phone'),
  field('account', 'bank-account'),
  field('address', 'address'),
  field('tracking', 'link'),
  field('protocol', 'file'),
  field('empty', 'text'),
]

const STEPS: readonly Step[] = [
  plainStep('received', { publicName: { en: 'We have your claim', cs: 'Máme vaši reklamaci' } }),
  plainStep('assessing', {
    name: { en: 'Assessing', cs: 'Posuzuje se' },
    publicName: { en: 'We are testing your product', cs: 'Testujeme váš výrobek' },
    explanation: { en: 'It is on our test bench.', cs: 'Je na zkušebním stole.' },
    whatNext: {
      en: 'We tell you in writing what we found and how we settle it.',
      cs: 'Písemně vám sdělíme, co jsme zjistili a jak reklamaci vyřídíme.',
    },
    stage: 'review',
  }),
  plainStep('at_partner', { name: { en: 'At the partner' }, hidden: true, stage: 'review' }),
]

const TYPE: IssueType = {
  id: 'type',
  key: 'warranty',
  name: {
    en: 'Warranty claim',
    cs: 'Reklamace',
    sk: 'Reklamácia',
    pl: 'Reklamacja',
    de: 'Reklamation',
  },
  position: 0,
  numberPattern: 'WC-{yy}-{seq:5}-{rand:4}',
  steps: STEPS,
  stepByKey: new Map(STEPS.map((one) => [one.key, one])),
  deadlines: [
    plainDeadlineRule('law', {
      silence: 'accepted',
      words: { en: 'By law within 30 days.', cs: 'Podle zákona do 30 dnů.' },
    }),
  ],
  views: { list: [], detail: [], form: [], 'status-page': [] },
  statusPage: plainStatusPage('warranty', { enabled: true, attachmentDownloads: true }),
  pageEpoch: 1,
}

const ISSUE: Issue = {
  id: 'issue',
  number: 'WC-26-00123-7KQM',
  typeId: 'type',
  step: 'assessing',
  category: 'open',
  locale: 'en',
  contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '601 123 456' },
  emailKey: 'jana@example.com',
  phoneKey: '+420601123456',
  contactVersion: 1,
  handlerId: null,
  values: {
    product: 'Kettle K200, cream',
    defect: 'Leaks at the handle.\nWhen it is more than half full.',
    remedy: 'repair',
    accessories: ['box', 'cable'],
    price: { amount: 129_000, currency: 'CZK' },
    quantity: 1234.5,
    bought: '2026-03-09',
    pickup: '2026-11-24T08:30:00.000Z',
    in_warranty: true,
    second_email: 'second@example.com',
    second_phone: '+420601999888',
    account: 'CZ6508000000192000145399',
    address: { street: 'Dlouhá 12', city: 'Brno', postalCode: '602 00', country: 'CZ' },
    tracking: { url: 'https://carrier.example/track/1', label: 'Parcel' },
    protocol: 'file-id',
  },
  due: '2026-12-09',
  deadline: {
    rule: 'law',
    state: 'running',
    start: '2026-11-09',
    day: '2026-12-09',
    since: null,
    pausedDays: 0,
    setAt: Date.parse('2026-11-08T23:30:00Z'),
    extension: null,
  },
  waitingSince: null,
  unansweredSince: null,
  trail: [
    ['received', Date.parse('2026-11-08T23:30:00Z')],
    ['assessing', Date.parse('2026-11-18T09:00:00Z')],
  ],
  version: 3,
  searchId: 1,
  createdAt: Date.parse('2026-11-08T23:30:00Z'),
  changedAt: NOW,
  publicChangedAt: NOW,
}

export const SAMPLE_CONFIGURATION: Configuration = {
  version: 1,
  isSetUp: true,
  logo: null,
  company: SAMPLE_COMPANY,
  types: [TYPE],
  typeByKey: new Map([[TYPE.key, TYPE]]),
  typeById: new Map([[TYPE.id, TYPE]]),
  typeByPage: new Map([['warranty', TYPE]]),
  fields: SAMPLE_FIELDS,
  fieldByKey: new Map(SAMPLE_FIELDS.map((one) => [one.key, one])),
  calendars: openCalendars([]),
  formulas: new Map(),
  users: [],
  userById: new Map(),
  userByEmail: new Map(),
}

export type SampleChange = Partial<Omit<MessageContext, 'issue' | 'type' | 'configuration'>> & {
  issue?: Partial<Issue>
  type?: Partial<IssueType>
  page?: Partial<IssueType['statusPage']>
  configuration?: Partial<Configuration>
}

export function sampleContext({
  issue,
  type,
  page,
  configuration,
  ...more
}: SampleChange = {}): MessageContext {
  const locale = more.locale ?? 'en'
  return {
    issue: { ...ISSUE, locale, ...issue },
    type: { ...TYPE, ...type, statusPage: { ...TYPE.statusPage, ...page } },
    configuration: { ...SAMPLE_CONFIGURATION, ...configuration },
    settings: SAMPLE_SETTINGS,
    audience: 'customer',
    statusUrl: `https://claims.northlight.example/${locale}/status/warranty?issue=WC-26-00123-7KQM&key=w7CmVb2p9TqLZ4yXk8RdNA`,
    message: null,
    now: NOW,
    ...more,
    locale,
  }
}

/** A receipt, with everything that a body may hold. */
export const SAMPLE_TEMPLATE: TemplateTexts = {
  subject: {
    en: 'We have your claim {{ issue_number }}',
    cs: 'Máme vaši reklamaci {{ issue_number }}',
    sk: 'Máme vašu reklamáciu {{ issue_number }}',
    pl: 'Mamy Państwa reklamację {{ issue_number }}',
    de: 'Ihre Reklamation {{ issue_number }} ist bei uns',
  },
  body: {
    en: `# We have your claim

Hello {{ customer_name }},

thank you for writing to us about your {{ field.product }}. This message confirms that we received your claim on {{ created_date }}.

{% if due_date %}
We will tell you how we settle it by {{ due_date }} at the latest.
{% endif %}

{{ issue_status_url }}

What happens now:
- We test the product. That takes a few days.
- We decide, and write to you the same day.
{% if field.remedy == "repair" %}
- You asked for: {{ field.remedy | downcase }}. We try that first.
{% endif %}

Our terms: https://northlight.example/claims.

Kind regards
{{ company_name }}`,
    cs: `# Vaši reklamaci máme

Dobrý den,

děkujeme, že jste se na nás obrátili. Tímto potvrzujeme, že jsme {{ created_date }} přijali vaši reklamaci výrobku {{ field.product }}.

{% if due_date %}
Nejpozději {{ due_date }} vám sdělíme, jak ji vyřídíme.
{% endif %}

{{ issue_status_url }}

Co bude dál:
- Výrobek vyzkoušíme. Potrvá to několik dní.
- Rozhodneme a ještě týž den vám napíšeme.

S pozdravem
{{ company_name }}`,
    sk: `# Vašu reklamáciu máme

Dobrý deň,

ďakujeme, že ste sa na nás obrátili. Týmto potvrdzujeme, že sme {{ created_date }} prijali vašu reklamáciu výrobku {{ field.product }}.

{% if due_date %}
Najneskôr {{ due_date }} vám oznámime, ako ju vybavíme.
{% endif %}

{{ issue_status_url }}

S pozdravom
{{ company_name }}`,
    pl: `# Otrzymaliśmy Państwa reklamację

Dzień dobry,

dziękujemy za zgłoszenie. Potwierdzamy, że {{ created_date }} przyjęliśmy reklamację produktu {{ field.product }}.

{% if due_date %}
Najpóźniej {{ due_date }} poinformujemy Państwa, jak ją załatwimy.
{% endif %}

{{ issue_status_url }}

Z poważaniem
{{ company_name }}`,
    de: `# Ihre Reklamation ist bei uns

Guten Tag,

vielen Dank für Ihre Nachricht. Hiermit bestätigen wir, dass wir Ihre Reklamation zu „{{ field.product }}“ am {{ created_date }} erhalten haben.

{% if due_date %}
Spätestens am {{ due_date }} teilen wir Ihnen mit, wie wir sie regeln.
{% endif %}

{{ issue_status_url }}

Mit freundlichen Grüßen
{{ company_name }}`,
  },
}

/** A message that a handler typed, in the shop's colour, with values that are hard to set. */
const REPLY: TemplateTexts = {
  subject: { en: 'Re: your claim {{ issue_number }}' },
  body: {
    en: `Hello {{ customer_name }},

{{ message }}

You can answer on the status page: {{ issue_status_url }}

{{ handler_name | default: company_name }}`,
  },
}

/** What the gallery and the tests in a browser look at. */
export function sampleMessages(locale: string): readonly [string, TemplateTexts, MessageContext][] {
  const message =
    'we tested the kettle for three days and could not make it leak.\n\nPlease tell us:\n- Which programme did you use?\n- How hard is the water where you live?'
  const shop = { page: { css: ':root{--rk-accent:#ffb400}' }, configuration: { company: PLAIN_COMPANY } }
  const name = 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff שרה'
  return [
    ['receipt', SAMPLE_TEMPLATE, sampleContext({ locale })],
    [
      'reply',
      REPLY,
      sampleContext({ locale, message, ...shop, issue: { contact: { name, email: '', phone: '' } } }),
    ],
  ]
}
