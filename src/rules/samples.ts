/** One of everything, for the tests of this folder. */
import { openCalendars } from '../calendars/index.ts'
import { NO_COMPANY } from '../company/index.ts'
import {
  type Configuration,
  type Field,
  type IssueType,
  plainStatusPage,
  plainStep,
  type Step,
} from '../issue-types/index.ts'
import type { Issue } from '../issues/index.ts'
import type { User } from '../staff/index.ts'
import type { RuleSurroundings } from './check-rule.ts'
import type { Snapshot } from './facts.ts'
import type { Rule } from './rule.ts'

const options = ['repair', 'refund', 'replace'].map((key) => ({ key, label: { en: key } }))

const SAMPLE_FIELDS: readonly (Partial<Field> & Pick<Field, 'key' | 'type'>)[] = [
  { key: 'product', type: 'text' },
  { key: 'defect', type: 'long-text' },
  { key: 'quantity', type: 'number' },
  { key: 'price', type: 'money' },
  { key: 'bought', type: 'date' },
  { key: 'collected', type: 'date-time' },
  { key: 'urgent', type: 'boolean' },
  { key: 'remedy', type: 'choice', options },
  { key: 'tags', type: 'multi-choice', options },
  { key: 'partner_email', type: 'email' },
  { key: 'partner_phone', type: 'phone' },
  { key: 'pick_up', type: 'address' },
  { key: 'account', type: 'bank-account' },
  { key: 'report', type: 'file' },
  { key: 'tracking', type: 'link' },
  { key: 'technician', type: 'user' },
  { key: 'double', type: 'computed', result: 'number' },
  { key: 'shouted', type: 'computed', result: 'text' },
  { key: 'is_many', type: 'computed', result: 'boolean' },
  { key: 'collect_by', type: 'computed', result: 'date' },
]
const FIELDS: readonly Field[] = SAMPLE_FIELDS.map((field) => ({
  label: { en: field.key },
  filterable: false,
  options: [],
  ...field,
}))

function issueType(key: string, steps: readonly Step[]): IssueType {
  return {
    id: `0199-${key}`,
    key,
    name: { en: key },
    position: 0,
    numberPattern: '{seq:5}',
    steps,
    stepByKey: new Map(steps.map((one) => [one.key, one])),
    deadlines: [],
    views: { list: [], detail: [], form: [], 'status-page': [] },
    statusPage: plainStatusPage(key),
    pageEpoch: 1,
  }
}

export const WARRANTY = issueType('warranty', [
  plainStep('received'),
  plainStep('waiting', { stage: 'review', turn: 'customer', category: 'waiting' }),
  plainStep('assessing', { stage: 'review' }),
  plainStep('closed', { stage: 'done', category: 'done' }),
])
const REPAIR = issueType('repair', [plainStep('request'), plainStep('waiting'), plainStep('handed_over')])

const USERS: readonly User[] = ['petra', 'gone'].map((name) => ({
  id: `0199-${name}`,
  email: `${name}@shop.example`,
  name,
  publicName: '',
  role: 'handler',
  locale: null,
  active: name !== 'gone',
}))

export const CONFIGURATION: Configuration = {
  version: 1,
  isSetUp: true,
  logo: null,
  company: NO_COMPANY,
  types: [WARRANTY, REPAIR],
  typeByKey: new Map([WARRANTY, REPAIR].map((type) => [type.key, type])),
  typeById: new Map([WARRANTY, REPAIR].map((type) => [type.id, type])),
  typeByPage: new Map(),
  fields: FIELDS,
  fieldByKey: new Map(FIELDS.map((field) => [field.key, field])),
  calendars: openCalendars([]),
  users: USERS,
  userById: new Map(USERS.map((user) => [user.id, user])),
  userByEmail: new Map(USERS.map((user) => [user.email, user])),
  formulas: new Map([
    ['double', { does: 'look-up', name: 'quantity' }],
    ['shouted', { does: 'look-up', name: 'product' }],
    ['is_many', { does: 'look-up', name: 'urgent' }],
    ['collect_by', { does: 'look-up', name: 'bought' }],
  ]),
}

export const SURROUNDINGS: RuleSurroundings = {
  configuration: CONFIGURATION,
  templateKeys: new Set(['claim-received', 'decision']),
  webhookIds: new Set(['019f0000-0000-7000-8000-000000000000']),
  defaultCountry: 'CZ',
}

/** 10:00 in Prague. */
export const NOW = Date.parse('2026-11-23T09:00:00Z')

export const ISSUE: Issue = {
  id: '0199-issue',
  number: 'WC-26-00001-7KQM',
  typeId: WARRANTY.id,
  step: 'waiting',
  category: 'waiting',
  locale: 'cs',
  contact: { name: 'Jana Nováková', email: 'Jana@Example.com', phone: '601 123 456' },
  emailKey: 'jana@example.com',
  phoneKey: '+420601123456',
  contactVersion: 1,
  handlerId: '0199-petra',
  values: {
    product: 'Konvice Žár K200',
    defect: 'Teče u ucha.\nJen když je horká.',
    quantity: 3,
    price: { amount: 129_000, currency: 'CZK' },
    bought: '2026-11-20',
    // 00:30 of the 22nd in Prague.
    collected: '2026-11-21T23:30:00.000Z',
    urgent: true,
    remedy: 'repair',
    tags: ['repair', 'refund'],
    partner_email: 'Servis@Bücher.example',
    partner_phone: '+420555010203',
    pick_up: { street: 'Dlouhá 12', city: 'Brno', postalCode: '602 00', country: 'CZ' },
    account: 'CZ6508000000192000145399',
    report: '0199-file',
    tracking: { url: 'https://parcel.example/1' },
    technician: '0199-petra',
  },
  due: '2026-11-30',
  deadline: null,
  waitingSince: null,
  unansweredSince: null,
  trail: [
    ['received', NOW - 1000],
    ['waiting', NOW],
  ],
  version: 2,
  searchId: 1,
  createdAt: Date.parse('2026-11-22T22:59:00Z'),
  changedAt: NOW,
  publicChangedAt: NOW,
}

/** Has nothing that an issue may lack. */
export const EMPTY_ISSUE: Issue = {
  ...ISSUE,
  contact: { name: '', email: '', phone: '' },
  emailKey: null,
  phoneKey: null,
  handlerId: null,
  values: {},
  due: null,
}

export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    issue: ISSUE,
    type: WARRANTY,
    configuration: CONFIGURATION,
    event: { kind: 'issue.created', data: { step: 'received' } },
    now: NOW,
    timeZone: 'Europe/Prague',
    ...more,
  }
}

export function rule(more: Partial<Rule> = {}): Rule {
  return {
    id: 'rule-1',
    name: 'A rule',
    enabled: true,
    issueType: null,
    trigger: { on: 'issue.created' },
    condition: null,
    actions: [{ do: 'note', body: 'It fired.' }],
    stop: false,
    once: false,
    position: 0,
    ...more,
  }
}
