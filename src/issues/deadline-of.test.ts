import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, DAY, dateIn, startOfDay } from '../base/index.ts'
import { openCalendars } from '../calendars/index.ts'
import { type DeadlineRule, plainDeadlineRule, plainStep, type Step } from '../issue-types/index.ts'
import { byHand, type Deadline } from './deadline.ts'
import { deadlineOf } from './deadline-of.ts'
import type { TrailEntry } from './progress.ts'

const timeZone = 'Europe/Prague'
const STEPS: readonly Step[] = [
  plainStep('received'),
  plainStep('arrived'),
  plainStep('waiting', { stage: 'review', turn: 'customer', category: 'waiting', pauses: true }),
  plainStep('assessing', { stage: 'review' }),
  plainStep('asking', { hidden: true, stage: 'decision', outcome: 'accepted' }),
  plainStep('accepted', { stage: 'solving', outcome: 'accepted' }),
  plainStep('repairing', { stage: 'solving' }),
  plainStep('ready', { stage: 'decision', pauses: true, category: 'waiting' }),
  plainStep('closed', { stage: 'done', category: 'done' }),
]
const calendars = openCalendars([])
const stepByKey = new Map(STEPS.map((step) => [step.key, step]))

/** Noon of a day of the shop. */
const noon = (date: string) => startOfDay(timeZone, date) + DAY / 2
type Walk = readonly (readonly [step: string, date: string])[]
type Case = {
  rule?: Partial<DeadlineRule>
  walk: Walk
  values?: Record<string, string | boolean>
  locale?: string
  due?: string | null
  deadline?: Deadline | null
}

function compute({ rule = {}, walk, values = {}, locale = 'cs', due = null, deadline = null }: Case) {
  const trail = walk.map(([step, date]): TrailEntry => [step, noon(date)])
  const [last = 'received'] = trail.at(-1) ?? []
  const category = stepByKey.get(last)?.category ?? 'open'
  const createdAt = trail[0]?.[1] ?? 0
  const deadlines = [plainDeadlineRule('rule', { pauses: true, until: 'settled', ...rule })]
  return deadlineOf(
    { trail, category, values, locale, due, deadline, createdAt },
    { type: { deadlines, stepByKey }, calendars, timeZone },
  )
}

const told = (of: Case) => {
  const { due, deadline } = compute(of)
  return [
    deadline?.state ?? null,
    due,
    deadline?.day ?? null,
    deadline?.since ?? null,
    deadline?.pausedDays ?? 0,
  ]
}

const MADE = ['received', '2026-11-23'] as const

describe('the clock of a deadline', () => {
  test.each<[string, Case, unknown[]]>([
    ['runs from the opening', { walk: [MADE] }, ['running', '2026-12-23', '2026-12-23', null, 0]],
    [
      'runs from a day that a field has',
      { walk: [MADE], rule: { start: { on: 'field', field: 'made' } }, values: { made: '2026-11-20' } },
      ['running', '2026-12-20', '2026-12-20', null, 0],
    ],
    [
      'runs from the day of an instant, in the shop’s time zone',
      {
        walk: [MADE],
        rule: { start: { on: 'field', field: 'made' } },
        values: { made: '2026-11-20T23:30:00.000Z' },
      },
      ['running', '2026-12-21', '2026-12-21', null, 0],
    ],
    [
      'runs from the opening while the field is empty',
      { walk: [MADE], rule: { start: { on: 'field', field: 'made' } } },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'waits for a step',
      { walk: [MADE], rule: { start: { on: 'step', step: 'arrived' } } },
      ['waiting', null, null, null, 0],
    ],
    [
      'waits for a step also where a pause comes first',
      { walk: [MADE, ['waiting', '2026-11-24']], rule: { start: { on: 'step', step: 'arrived' } } },
      ['waiting', null, null, null, 0],
    ],
    [
      'runs from the first time that the issue came to the step',
      {
        walk: [MADE, ['arrived', '2026-11-25'], ['assessing', '2026-11-26'], ['arrived', '2026-11-30']],
        rule: { start: { on: 'step', step: 'arrived' } },
      },
      ['running', '2026-12-25', '2026-12-25', null, 0],
    ],
    [
      'is met by an end before it started',
      { walk: [MADE, ['closed', '2026-11-25']], rule: { start: { on: 'step', step: 'arrived' } } },
      ['met', null, null, '2026-11-25', 0],
    ],
    [
      'stands still at a step that pauses, and keeps its day',
      { walk: [MADE, ['waiting', '2026-12-03']] },
      ['paused', null, '2026-12-23', '2026-12-03', 0],
    ],
    [
      'goes on where the rule knows no pause',
      { walk: [MADE, ['waiting', '2026-12-03']], rule: { pauses: false } },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'is moved by the days on which it stood',
      { walk: [MADE, ['waiting', '2026-12-03'], ['assessing', '2026-12-10']] },
      ['running', '2026-12-30', '2026-12-30', null, 7],
    ],
    [
      'is not moved by a pause within a day',
      { walk: [MADE, ['waiting', '2026-12-03'], ['assessing', '2026-12-03']] },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'is met by a decision, and tells the day that it had',
      { walk: [MADE, ['waiting', '2026-12-03'], ['ready', '2026-12-10']] },
      ['met', '2026-12-30', '2026-12-30', '2026-12-10', 7],
    ],
    [
      'is not met by an answer where goods or money are still due',
      { walk: [MADE, ['accepted', '2026-12-03'], ['repairing', '2026-12-04']] },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'is met by an answer where that is what the law asks for',
      { walk: [MADE, ['accepted', '2026-12-03'], ['repairing', '2026-12-04']], rule: { until: 'answered' } },
      ['met', '2026-12-23', '2026-12-23', '2026-12-03', 0],
    ],
    [
      'is not met by an answer that the customer cannot see',
      { walk: [MADE, ['asking', '2026-12-03']], rule: { until: 'answered' } },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'is met by the end alone',
      { walk: [MADE, ['ready', '2026-12-03']], rule: { until: 'closed', pauses: false } },
      ['running', '2026-12-23', '2026-12-23', null, 0],
    ],
    [
      'goes on where it was, when what was settled comes back',
      { walk: [MADE, ['ready', '2026-12-03'], ['closed', '2026-12-05'], ['assessing', '2026-12-13']] },
      ['running', '2027-01-02', '2027-01-02', null, 10],
    ],
    [
      'counts no day twice that was a pause and then settled',
      { walk: [MADE, ['waiting', '2026-12-01'], ['ready', '2026-12-03'], ['assessing', '2026-12-05']] },
      ['running', '2026-12-27', '2026-12-27', null, 4],
    ],
    [
      'folds steps that are gone',
      { walk: [MADE, ['waiting', '2026-12-01'], ['lost', '2026-12-03'], ['assessing', '2026-12-05']] },
      ['running', '2026-12-27', '2026-12-27', null, 4],
    ],
    [
      'is not there where no rule is for the issue',
      { walk: [MADE], rule: { when: [{ field: 'locale', in: ['pl'] }] } },
      [null, null, null, null, 0],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of)).toEqual(expected)
  })

  test('stays as it was where it was met, also when the rule is another one now', () => {
    const walk: Walk = [MADE, ['ready', '2026-12-10']]
    const met = compute({ walk })
    const before = { ...met.deadline!, setAt: 1 }
    const after = compute({
      walk: [...walk, ['closed', '2026-12-12']],
      rule: { length: { days: 5, unit: 'calendar' } },
      due: met.due,
      deadline: before,
    })
    expect(after).toEqual({ due: '2026-12-23', deadline: before })
    const gone = compute({
      walk: [...walk, ['closed', '2026-12-12']],
      rule: { when: [{ field: 'locale', in: ['pl'] }] },
      due: met.due,
      deadline: before,
    })
    expect(gone).toEqual({ due: '2026-12-23', deadline: before })
  })

  test('no rule moves a day that somebody chose, also before there were rules', () => {
    const chosen = byHand('2026-12-01', 1)
    const walk: Walk = [MADE, ['waiting', '2026-11-25']]
    expect(compute({ walk, due: '2026-12-01', deadline: chosen })).toEqual({
      due: '2026-12-01',
      deadline: chosen,
    })
    expect(compute({ walk, due: '2026-12-01' })).toEqual({ due: '2026-12-01', deadline: null })
  })
})

describe('a rule is for an issue', () => {
  const appliesTo = (when: DeadlineRule['when'], of: Pick<Case, 'locale' | 'values'>) =>
    compute({ walk: [MADE], rule: { when }, ...of }).deadline !== null

  test.each([
    ['always, where it asks for nothing', [], {}, true],
    ['by language', [{ field: 'locale', in: ['pl', 'de'] }], { locale: 'de' }, true],
    ['by language, whatever the region', [{ field: 'locale', in: ['pl'] }], { locale: 'pl-PL' }, true],
    ['by region alone', [{ field: 'locale', in: ['pt-BR'] }], { locale: 'pt-PT' }, false],
    ['by a choice', [{ field: 'kind', in: ['consumer'] }], { values: { kind: 'consumer' } }, true],
    ['by yes or no', [{ field: 'urgent', in: [true] }], { values: { urgent: true } }, true],
    [
      'by yes or no, not by its text',
      [{ field: 'urgent', in: [true] }],
      { values: { urgent: 'true' } },
      false,
    ],
    ['not where the field is empty', [{ field: 'kind', in: ['consumer'] }], {}, false],
    [
      'where all holds',
      [
        { field: 'locale', in: ['cs'] },
        { field: 'kind', in: ['business'] },
      ],
      { values: { kind: 'consumer' } },
      false,
    ],
  ] as const)('%s', (_, when, of, expected) => {
    expect(appliesTo(when, of)).toBe(expected)
  })
})

describe('a later day that was agreed', () => {
  const agreed = (walk: Walk, to: string, on: string, rule: Partial<DeadlineRule> = {}) => {
    const deadline = compute({ walk: [MADE] }).deadline!
    const extension = { to, at: noon(on), consent: null }
    return told({ walk, rule, deadline: { ...deadline, setAt: 1, extension } })
  }

  test.each<[string, Walk, string, string, unknown[]]>([
    ['is the day', [MADE], '2027-01-15', '2026-12-01', ['running', '2027-01-15', '2027-01-15', null, 0]],
    [
      'is moved by later pauses alone',
      [
        MADE,
        ['waiting', '2026-11-25'],
        ['assessing', '2026-11-28'],
        ['waiting', '2026-12-05'],
        ['assessing', '2026-12-09'],
      ],
      '2027-01-15',
      '2026-12-01',
      ['running', '2027-01-19', '2027-01-19', null, 7],
    ],
    [
      'is moved by the rest of a pause in which it was agreed',
      [MADE, ['waiting', '2026-11-25'], ['assessing', '2026-12-05']],
      '2027-01-15',
      '2026-12-01',
      ['running', '2027-01-19', '2027-01-19', null, 10],
    ],
    [
      'never takes days away',
      [MADE, ['waiting', '2026-11-25'], ['assessing', '2026-12-25']],
      '2026-12-24',
      '2026-11-24',
      ['running', '2027-01-23', '2027-01-23', null, 30],
    ],
    [
      'may have passed when it is written down',
      [MADE],
      '2026-12-28',
      '2026-12-30',
      ['running', '2026-12-28', '2026-12-28', null, 0],
    ],
  ])('%s', (_, walk, to, on, expected) => {
    expect(agreed(walk, to, on)).toEqual(expected)
  })

  test('does not roll', () => {
    // A Sunday.
    expect(agreed([MADE], '2027-01-17', '2026-12-01', { roll: 'next-working-day' })[1]).toBe('2027-01-17')
  })
})

describe('for all ways through the steps', () => {
  const walk = fc
    .array(
      fc.record({ step: fc.constantFrom(...stepByKey.keys()), after: fc.integer({ min: 0, max: 20 }) }),
      { maxLength: 8 },
    )
    .map((moves): Walk => {
      let date = '2026-11-23'
      return [
        MADE,
        ...moves.map(({ step, after }) => {
          date = addDays(date, after) ?? date
          return [step, date] as const
        }),
      ]
    })
  const rule = fc.record({
    until: fc.constantFrom('answered', 'settled', 'closed'),
    pauses: fc.boolean(),
    roll: fc.constantFrom('none', 'next-working-day'),
    calendar: fc.constantFrom('CZ', 'none'),
    length: fc.record({
      days: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom('calendar', 'working'),
    }),
  })

  test('there is a day exactly while the clock runs or was met', () => {
    fc.assert(
      fc.property(walk, rule, (steps, more) => {
        const { due, deadline } = compute({ walk: steps, rule: more })
        expect(due === null).toBe(deadline?.state === 'paused')
        expect(deadline?.since === null).toBe(deadline?.state === 'running')
      }),
    )
  })

  test('what stood still makes no day earlier, and is told in days', () => {
    fc.assert(
      fc.property(walk, rule, (steps, more) => {
        const { deadline } = compute({ walk: steps, rule: more })
        const plain = compute({ walk: [MADE], rule: more }).deadline
        expect(String(deadline?.day) >= String(plain?.day)).toBe(true)
        if (deadline?.pausedDays === 0) expect(deadline.day).toBe(plain?.day)
      }),
    )
  })

  test('a day computed twice is the same, and a step without change changes nothing', () => {
    fc.assert(
      fc.property(walk, rule, (steps, more) => {
        const first = compute({ walk: steps, rule: more })
        const before = { due: first.due, deadline: first.deadline && { ...first.deadline, setAt: 1 } }
        expect(compute({ walk: steps, rule: more, ...before })).toMatchObject(first)
        const [step] = steps.at(-1) ?? MADE
        const again: Walk = [...steps, [step, '2027-12-01']]
        expect(compute({ walk: again, rule: more, ...before }).deadline?.state).toBe(first.deadline?.state)
      }),
    )
  })

  test('the hour of the day and the nights on which the clocks change matter to no day', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31']) {
      for (const hour of [0.1, 1.5, 2.5, 12, 23.9]) {
        const at = startOfDay(timeZone, date) + hour * 3_600_000
        // The day of 29 March has 23 hours.
        const start = dateIn(timeZone, at)
        const { due } = deadlineOf(
          {
            trail: [['received', at]],
            category: 'open',
            values: {},
            locale: 'cs',
            due: null,
            deadline: null,
            createdAt: at,
          },
          { type: { deadlines: [plainDeadlineRule('rule')], stepByKey }, calendars, timeZone },
        )
        expect(due).toBe(addDays(start, 30))
      }
    }
  })
})
