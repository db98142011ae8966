import { expect, test } from 'vitest'
import { pickText, type Texts } from '../base/index.ts'
import { BUILT_IN_FIELDS, STAGES, type Step, VIEWS } from '../issue-types/index.ts'
import { publicPosition } from '../issues/index.ts'
import { STARTER_FIELDS, STARTER_LOCALES, STARTER_TYPES, type StarterType } from './index.ts'

const fieldKeys = new Set(STARTER_FIELDS.map((field) => field.key))
const known = new Set<string>([...fieldKeys, ...BUILT_IN_FIELDS])

const INTERNAL = [
  'handler',
  'inspection',
  'condition_found',
  'condition_at_intake',
  'cost',
  'partner',
  'partner_number',
  'bank_account',
  'root_cause',
  'reason_code',
  'decided_by',
  'address',
  'vat_number',
  'priority',
  'tags',
  'linked_issues',
  'contact.name',
  'contact.email',
  'contact.phone',
  'device_pin',
  'accessories',
  'goods_location',
  'quote_approved_on',
  'test_result',
  'findings',
  'measures',
  'customer_view',
  'legal_basis',
  'invoice_number',
]

/** The keys of all steps that can be reached from a step. */
function reachable(type: StarterType, from: string): Set<string> {
  const seen = new Set([from])
  const queue = [from]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const { to } of stepOf(type, key).next) {
      if (seen.has(to)) continue
      seen.add(to)
      queue.push(to)
    }
  }
  return seen
}

function stepOf(type: StarterType, key: string): Step {
  const found = type.steps.find((step) => step.key === key)
  if (!found) throw new Error(`${type.key} has no step ${key}`)
  return found
}

/** Every text of a part of the configuration, however deep, with the way to it. */
function textsIn(part: unknown, path: string): [string, Texts][] {
  if (typeof part !== 'object' || part === null) return []
  const entries: [string, unknown][] = Object.entries(part)
  if (entries.length > 0 && entries.every(([key]) => STARTER_LOCALES.some((locale) => locale === key))) {
    return [[path, Object.fromEntries(entries.map(([key, text]) => [key, String(text)]))]]
  }
  return entries.flatMap(([key, value]) => textsIn(value, `${path}.${key}`))
}

test('the starter types are the warranty claim, the return, the paid repair and the complaint about service', () => {
  expect(STARTER_TYPES.map((type) => type.key)).toEqual(['warranty', 'return', 'repair', 'service'])
  expect(STARTER_TYPES.map((type) => type.numberPattern)).toEqual([
    'WC-{YY}-{seq:5}-{rand:4}',
    'RT-{YY}-{seq:5}-{rand:4}',
    'RP-{YY}-{seq:5}-{rand:4}',
    'SV-{YY}-{seq:5}-{rand:4}',
  ])
  expect(STARTER_LOCALES).toEqual(['en', 'cs', 'sk', 'pl', 'de'])
})

test.each(STARTER_TYPES)('$key: keys of steps are unique and every next step exists', (type) => {
  const keys = type.steps.map((step) => step.key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const step of type.steps) {
    const targets = step.next.map((transition) => transition.to)
    expect(keys).toEqual(expect.arrayContaining(targets))
    expect(targets).not.toContain(step.key)
    expect(new Set(targets).size).toBe(targets.length)
  }
})

test.each(STARTER_TYPES)(
  '$key: every step is reached from the first, and every one reaches the end',
  (type) => {
    const first = type.steps[0]!
    expect(first).toMatchObject({ key: 'received', stage: 'received', required: [], hidden: false })
    expect(reachable(type, first.key)).toEqual(new Set(type.steps.map((step) => step.key)))
    const stuck = type.steps.filter((step) => !reachable(type, step.key).has('closed'))
    expect(stuck).toEqual([])
  },
)

/** Every way from the first step to an end that enters no step twice. */
function walks(type: StarterType): string[][] {
  const found: string[][] = []
  const walk = (path: string[]): void => {
    const at = stepOf(type, path.at(-1)!)
    if (at.category === 'done') found.push(path)
    for (const { to } of at.next) if (!path.includes(to)) walk([...path, to])
  }
  walk([type.steps[0]!.key])
  return found
}

test.each(STARTER_TYPES)('$key: walked from the first step to each end, the customer sees it end', (type) => {
  const stepByKey = new Map(type.steps.map((step) => [step.key, step]))
  const ends = new Set<string>()
  for (const walk of walks(type)) {
    const position = publicPosition(
      { stepByKey },
      walk.map((key, index) => [key, index + 1]),
    )
    ends.add(walk.at(-1)!)
    expect(position.step).toMatchObject({ key: walk.at(-1), category: 'done' })
    expect(position.progress.at(-1)).toEqual({ stage: 'done', state: 'current', at: expect.any(Number) })
    expect(position.progress[0]).toMatchObject({ stage: 'received', state: 'done', at: expect.any(Number) })
  }
  expect(ends).toEqual(new Set(type.steps.filter((step) => step.category === 'done').map((step) => step.key)))
})

test('only a dispute, a new quote, a change of mind or a fault that came back goes back on the line', () => {
  const backwards = STARTER_TYPES.flatMap((type) =>
    type.steps.flatMap((step) =>
      step.next
        .filter(({ to }) => STAGES.indexOf(stepOf(type, to).stage) < STAGES.indexOf(step.stage))
        .filter(({ to }) => to !== 'disputed' && step.key !== 'withdrawn' && step.key !== 'cancelled')
        .map(({ to }) => `${type.key}: ${step.key} to ${to}`),
    ),
  )
  expect(backwards).toEqual([
    'warranty: waiting-for-information to waiting-for-goods',
    'repair: declined to diagnosing',
    'repair: declined to approved',
    'repair: not-repairable to diagnosing',
    'repair: waiting-for-parts to quote-sent',
    'repair: repairing to quote-sent',
    'repair: ready to diagnosing',
    'repair: handed-over to device-received',
    'repair: closed to device-received',
    'service: proposed-solution to investigating',
  ])
})

test('nothing is repaired before the customer knows the price, the work and how long the price holds', () => {
  const repair = STARTER_TYPES.find((type) => type.key === 'repair')!
  for (const walk of walks(repair).filter((path) => path.includes('repairing'))) {
    expect(walk.slice(0, walk.indexOf('repairing'))).toContain('approved')
  }
  expect(stepOf(repair, 'quote-sent').required).toEqual(['repair_work', 'quote_amount', 'quote_valid_until'])
  expect(stepOf(repair, 'approved').required).toContain('quote_amount')
})

test('a rejected or reduced decision can be disputed, and goes back to the test', () => {
  const [warranty, returns, , service] = STARTER_TYPES
  for (const [type, keys, back] of [
    [warranty!, ['partly-accepted', 'rejected', 'closed'], 'assessing'],
    [returns!, ['refund-reduced', 'refund-refused', 'closed'], 'condition-check'],
    [service!, ['justified', 'partly-justified', 'unjustified', 'closed'], 'investigating'],
  ] as const) {
    for (const key of keys) expect(stepOf(type, key).next.map(({ to }) => to)).toContain('disputed')
    expect(stepOf(type, 'disputed').next.map(({ to }) => to)).toContain(back)
  }
})

test.each(STARTER_TYPES)('$key: outcomes, turns, categories and stages agree', (type) => {
  const { steps } = type
  // Of a repair the customer decides; whoever declines a quote must not read that the shop rejected something.
  expect(new Set(steps.map((step) => step.outcome))).toEqual(
    new Set(type.key === 'repair' ? [null] : [null, 'accepted', 'partly', 'rejected']),
  )
  const customers = steps.filter((step) => step.turn === 'customer')
  expect(steps.filter((step) => step.category === 'waiting')).toEqual(customers)
  const last = steps.filter((step) => step.stage === 'done')
  expect(steps.filter((step) => step.category === 'done')).toEqual(last)
  const decisions = steps.filter((step) => step.outcome)
  expect(decisions.filter((step) => !step.required.includes('decision'))).toEqual([])
  const unwelcome = decisions.filter((step) => step.outcome !== 'accepted')
  expect(unwelcome.filter((step) => !step.required.includes('decision_reason'))).toEqual([])
  expect(steps.filter((step) => !/^#[0-9a-f]{6}$/.test(step.colour ?? ''))).toEqual([])
})

test('keys of fields are unique and their own, and choices alone have options', () => {
  expect(fieldKeys.size).toBe(STARTER_FIELDS.length)
  expect(BUILT_IN_FIELDS.filter((key) => fieldKeys.has(key))).toEqual([])
  for (const field of STARTER_FIELDS) {
    expect(field.key).toMatch(/^[a-z][a-z_]*$/)
    expect([field.key, field.options.length > 0]).toEqual([field.key, field.type.endsWith('choice')])
  }
})

test.each(STARTER_TYPES)('$key: fields of views exist, each once in a view', (type) => {
  expect(Object.keys(type.views)).toEqual([...VIEWS])
  for (const view of VIEWS) {
    const keys = type.views[view].map((line) => line.field)
    expect(keys.filter((key) => !known.has(key))).toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test.each(STARTER_TYPES)('$key: whatever a step requires is a field that the desk shows', (type) => {
  const shown = type.views.detail.map((line) => line.field)
  const required = type.steps.flatMap((step) => step.required)
  expect(required.filter((key) => !fieldKeys.has(key) || !shown.includes(key))).toEqual([])
})

test.each(STARTER_TYPES)('$key: nothing internal stands on the status page', (type) => {
  const shown = type.views['status-page'].map((line) => line.field)
  expect(shown.filter((key) => INTERNAL.includes(key))).toEqual([])
  expect(shown.slice(0, 2)).toEqual(['progress', 'next'])
  expect(type.statusPage).toMatchObject({
    enabled: true,
    identifier: type.key,
    verification: 'email-or-phone',
    attachmentDownloads: true,
  })
})

test('every text is there in every language', () => {
  const texts = [...textsIn(STARTER_TYPES, 'types'), ...textsIn(STARTER_FIELDS, 'fields')]
  expect(texts.length).toBeGreaterThan(400)
  const lacking = texts.flatMap(([path, text]) =>
    STARTER_LOCALES.filter((locale) => !text[locale] || text[locale] !== text[locale].trim()).map(
      (locale) => `${path} in ${locale}`,
    ),
  )
  expect(lacking).toEqual([])
})

test.each(STARTER_TYPES)('$key: what customers read is short and calm', (type) => {
  for (const step of type.steps) {
    for (const locale of STARTER_LOCALES) {
      const headline = pickText(step.publicName, [locale])
      const explanation = pickText(step.explanation, [locale])
      const whatNext = pickText(step.whatNext, [locale])
      expect(headline).toMatch(/^.{1,59}[^.!]$/)
      expect(explanation).toMatch(/^.{1,159}\.$/)
      expect(`${explanation} ${whatNext}`).not.toMatch(
        /!|unfortunately|bohužel|bohužiaľ|žiaľ|niestety|leider|as soon as|asap|policy|§|\blaw\b|\bzákon\b|\bGesetz\b/i,
      )
      expect(sentencesOf(whatNext).length).toBeLessThanOrEqual(3)
      const long = sentencesOf(`${explanation} ${whatNext}`).filter(
        (sentence) => sentence.split(' ').length > 20,
      )
      expect(long).toEqual([])
    }
  }
})

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?]) /)
}

test.each(['cs', 'sk', 'pl'] as const)('no line of a text in %s ends in a one-letter word', (locale) => {
  const texts = [...textsIn(STARTER_TYPES, 'types'), ...textsIn(STARTER_FIELDS, 'fields')]
  expect(texts.map(([, text]) => text[locale] ?? '').filter((text) => /(^|\s)\p{L} /u.test(text))).toEqual([])
})
