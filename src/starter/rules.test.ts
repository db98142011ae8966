import { describe, expect, test } from 'vitest'
import type { Issue } from '../issues/index.ts'
import type { IssueType } from '../issue-types/index.ts'
import {
  checkRule,
  compileRules,
  evaluate,
  type Rule,
  ruleBodySchema,
  type Snapshot,
} from '../rules/index.ts'
import { STARTER_RULES, STARTER_TEMPLATES } from './index.ts'
import { atStep, CONFIGURATION, NOW, SAMPLE_ISSUES, TIME_ZONE } from './sample-issues.ts'

const surroundings = {
  configuration: CONFIGURATION,
  templateKeys: new Set(STARTER_TEMPLATES.map(({ key }) => key)),
  webhookIds: new Set<string>(),
  defaultCountry: 'CZ',
}
const stored = STARTER_RULES.map((rule, index): Rule => ({ ...rule, id: `rule-${index}` }))
const compiled = compileRules(stored, surroundings)

/** What happened to an issue makes these messages: template and recipient. */
function sent(event: Snapshot['event'], issue: Issue, type: IssueType): string[] {
  const { fired } = evaluate(compiled, {
    issue,
    type,
    configuration: CONFIGURATION,
    event,
    now: NOW,
    timeZone: TIME_ZONE,
  })
  return fired.flatMap(({ actions }) =>
    actions.map((action) =>
      action.do === 'send' ? `${action.template} to ${recipient(action.to)}` : action.do,
    ),
  )
}

const recipient = (to: unknown) => (typeof to === 'string' ? to : JSON.stringify(to))

/** An issue of a type, whose customer has an e-mail. */
function sampleOf(key: string): { issue: Issue; type: IssueType } {
  return SAMPLE_ISSUES.find(({ issue, type }) => type.key === key && issue.contact.email !== '')!
}

const withoutEmail = ({ contact, ...issue }: Issue): Issue => ({
  ...issue,
  contact: { ...contact, email: '' },
})

/** Mails that a move makes; text messages come beside them. */
function moved(sample: { issue: Issue; type: IssueType }, from: string, to: string): string[] {
  return allMoved(sample, from, to).filter((line) => !line.includes('-sms '))
}

function allMoved({ issue, type }: { issue: Issue; type: IssueType }, from: string, to: string): string[] {
  return sent(
    { kind: 'issue.step-changed', data: { from, to, comment: null } },
    atStep(issue, type, to),
    type,
  )
}

/** By step: the template that a move into it sends; where it depends, the steps it must come from. */
const SENT_BY_STEP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  warranty: {
    received: 'news',
    'accepted-for-handling': '',
    'waiting-for-goods': 'action-needed',
    'goods-received': 'news from waiting-for-goods',
    assessing: '',
    'waiting-for-information': 'action-needed',
    'at-partner': '',
    accepted: 'decision',
    'partly-accepted': 'decision',
    rejected: 'decision',
    disputed: 'news',
    repairing: '',
    replacing: '',
    refunding: '',
    discount: '',
    ready: 'ready',
    shipped: 'ready',
    closed: 'closed',
    withdrawn: 'closed',
    cancelled: 'closed',
  },
  return: {
    received: 'news',
    'waiting-for-goods': 'action-needed',
    'goods-received': 'news from waiting-for-goods',
    'condition-check': '',
    'refund-full': 'decision',
    'refund-reduced': 'decision',
    'refund-refused': 'decision',
    disputed: 'news',
    'refund-sent': 'closed',
    closed: 'closed from refund-refused',
    withdrawn: 'closed',
    cancelled: 'closed',
  },
  repair: {
    received: 'news',
    'waiting-for-device': 'action-needed',
    'device-received': 'news from waiting-for-device',
    diagnosing: '',
    'quote-sent': 'action-needed',
    approved: '',
    declined: '',
    'not-repairable': 'decision',
    'waiting-for-parts': 'news',
    repairing: '',
    testing: '',
    ready: 'ready',
    'handed-over': '',
    closed: '',
    withdrawn: 'closed',
    cancelled: 'closed',
  },
  service: {
    received: 'news',
    acknowledged: 'news',
    investigating: '',
    'waiting-for-customer': 'action-needed',
    'proposed-solution': 'action-needed',
    justified: 'decision',
    'partly-justified': 'decision',
    unjustified: 'decision',
    disputed: 'news',
    'measures-taken': '',
    closed: 'closed',
    withdrawn: 'closed',
    cancelled: 'closed',
  },
}

test.each(STARTER_RULES)('$name: fits the starter configuration', (rule) => {
  expect(ruleBodySchema.parse(rule)).toEqual(rule)
  expect(checkRule(rule, surroundings)).toEqual([])
})

test('names are unique, positions grow, and no rule keeps later ones from an event', () => {
  expect(new Set(STARTER_RULES.map(({ name }) => name)).size).toBe(STARTER_RULES.length)
  expect(STARTER_RULES.map(({ position }) => position)).toEqual(STARTER_RULES.map((_, i) => (i + 1) * 10))
  expect(STARTER_RULES.filter(({ stop, enabled }) => stop || !enabled)).toEqual([])
  expect(compiled.broken).toEqual([])
})

describe.each(Object.entries(SENT_BY_STEP))('%s', (key, sentByStep) => {
  const sample = sampleOf(key)
  const { type } = sample
  const keys = type.steps.map((step) => step.key)

  test('each step sends what the table says', () => {
    const found = keys.map((to) => {
      const from = keys.filter((one) => one !== to && moved(sample, one, to).length > 0)
      const templates = new Set(from.flatMap((one) => moved(sample, one, to)))
      expect(templates.size).toBeLessThanOrEqual(1)
      const [template = ''] = [...templates].map((line) => line.replace(' to customer', ''))
      return [
        to,
        from.length === keys.length - 1 || !template ? template : `${template} from ${from.join(', ')}`,
      ]
    })
    expect(Object.fromEntries(found)).toEqual(sentByStep)
  })

  test('one move sends one message at most', () => {
    const moves = keys.flatMap((from) => keys.map((to) => moved(sample, from, to)))
    expect(moves.filter((messages) => messages.length > 1)).toEqual([])
  })

  test('hidden steps send nothing, and wherever it is the customer’s turn, the customer hears of it', () => {
    const hidden = type.steps.filter((step) => step.hidden)
    expect(hidden.filter((step) => sentByStep[step.key] !== '')).toEqual([])
    const customers = type.steps.filter((step) => step.turn === 'customer')
    expect(customers.filter((step) => !/^(?:action-needed|ready)$/.test(sentByStep[step.key] ?? ''))).toEqual(
      [],
    )
  })

  test('every decision and every end is told', () => {
    const decided = type.steps.filter((step) => step.outcome !== null)
    expect(decided.filter((step) => sentByStep[step.key] !== 'decision')).toEqual([])
    const ends = type.steps.filter((step) => step.category === 'done').map((step) => step.key)
    // Whoever collects a device in person knows.
    const silent = key === 'repair' ? ['handed-over', 'closed'] : []
    expect(ends.filter((end) => sentByStep[end] === '')).toEqual(silent)
  })

  test('who has no e-mail gets none', () => {
    const { issue } = sample
    for (const to of keys) {
      expect(moved({ issue: withoutEmail(issue), type }, keys[0] ?? '', to)).toEqual([])
    }
    const created = { kind: 'issue.created', data: { step: 'received' } } as const
    expect(sent(created, withoutEmail(issue), type)).toEqual([])
  })
})

test.each([
  ['warranty', 'claim-received'],
  ['return', 'return-received'],
  ['repair', 'repair-received'],
  ['service', 'complaint-received'],
])('%s: a new issue sends %s', (key, template) => {
  const { issue, type } = sampleOf(key)
  expect(sent({ kind: 'issue.created', data: { step: 'received' } }, issue, type)).toEqual([
    `${template} to customer`,
  ])
})

test('a repaired device that travels by parcel is told, one that is collected is not', () => {
  const { issue, type } = sampleOf('repair')
  const { tracking_out: _none, ...values } = issue.values
  const collected = { issue: { ...issue, values }, type }
  const sentOff = { issue: { ...issue, values: { ...values, tracking_out: 'DPD 1' } }, type }
  for (const from of ['testing', 'ready', 'declined', 'not-repairable']) {
    expect(moved(collected, from, 'handed-over')).toEqual([])
    expect(moved(sentOff, from, 'handed-over')).toEqual(['ready to customer'])
  }
})

describe('the handler', () => {
  const { issue, type } = sampleOf('warranty')
  const handled = { ...issue, handlerId: CONFIGURATION.users[0]!.id }
  const nobodys = { ...issue, handlerId: null }
  const message = (from: string, internal = false) => ({
    kind: 'message.received' as const,
    data: { message: 'id', from, internal },
  })
  const changed = (field: string) => ({
    kind: 'issue.field-changed' as const,
    data: { changes: { [field]: { from: null, to: 'x' } } },
  })

  test('hears of what the customer writes, or else the leads do, and of nothing that the shop writes', () => {
    expect(sent(message('customer'), handled, type)).toEqual(['handler-new-message to handler'])
    expect(sent(message('customer'), nobodys, type)).toEqual([
      'handler-new-message to [{"role":"owner"},{"role":"administrator"}]',
    ])
    expect(sent(message('shop'), handled, type)).toEqual([])
    expect(sent(message('shop', true), handled, type)).toEqual([])
  })

  test('hears of an issue that is theirs now', () => {
    expect(sent(changed('handler'), handled, type)).toEqual(['handler-assigned to handler'])
    expect(sent(changed('handler'), nobodys, type)).toEqual([])
    expect(sent(changed('product'), handled, type)).toEqual([])
  })
})

test('what is ready to collect is told by text message too, once', () => {
  for (const key of ['warranty', 'repair'])
    expect(allMoved(sampleOf(key), 'repairing', 'ready')).toEqual([
      'ready to customer',
      'ready-sms to customer',
    ])
  const text = { do: 'send', template: 'ready-sms', to: 'customer' }
  expect(STARTER_RULES.filter(({ once }) => once).flatMap(({ actions }) => actions)).toEqual([text, text])
})

describe('what time starts', () => {
  const { issue, type } = sampleOf('warranty')
  const deadline = {
    start: null,
    day: null,
    since: null,
    pausedDays: 0,
    setAt: 0,
    extension: null,
    state: 'running',
  } as const
  const polish: Issue = { ...issue, deadline: { ...deadline, rule: 'pl-consumer' } }
  const near = (before: string) => ({ kind: 'deadline.near', data: { before, at: '08:00' } }) as const
  const passed = { kind: 'deadline.passed', data: { after: null } } as const
  const waited = { kind: 'waiting.for-customer', data: { for: '5d' } } as const
  const leads = '{"role":"owner"},{"role":"administrator"}]'

  test.each([
    [near('7d'), issue, ['deadline-near to ["handler"]']],
    [near('7d'), { ...issue, handlerId: null }, [`deadline-near to [${leads}`]],
    [near('2d'), issue, [`deadline-near to ["handler",${leads}`]],
    [near('1d'), issue, []],
    [passed, issue, [`deadline-passed to ["handler",${leads}`]],
    [near('7d'), polish, [`deadline-silence to ["handler",${leads}`]],
    [near('2d'), polish, [`deadline-silence to ["handler",${leads}`]],
    [near('1d'), polish, [`deadline-silence to ["handler",${leads}`]],
    [passed, polish, ['note', `silence-passed to ["handler",${leads}`]],
    [waited, issue, ['waiting-reminder to customer']],
    [waited, withoutEmail(issue), ['waiting-reminder-sms to customer']],
    [waited, { ...withoutEmail(issue), phoneKey: null }, []],
  ])('%j', (event, about, messages) => {
    const handlerId = about.handlerId === null ? null : 'somebody'
    expect(sent(event, about === polish ? polish : { ...about, handlerId }, type)).toEqual(messages)
  })
})

test('a whole story of each type sends few messages', () => {
  const counts = Object.fromEntries(
    ['warranty', 'return', 'repair', 'service'].map((key) => {
      const most = SAMPLE_ISSUES.filter(({ type }) => type.key === key).map(({ issue, type }) => {
        const moves = issue.trail.slice(1).map(([to], index) => [issue.trail[index]![0], to] as const)
        const reachable = { ...issue, contact: { ...issue.contact, email: 'a@example.com' } }
        return moves.flatMap(([from, to]) => moved({ issue: reachable, type }, from, to)).length + 1
      })
      return [key, Math.max(...most)]
    }),
  )
  expect(counts).toEqual({ warranty: 6, return: 5, repair: 6, service: 5 })
})
