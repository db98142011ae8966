import { describe, expect, test } from 'vitest'
import type { Step } from '../issue-types/index.ts'
import { publicPosition, type Trail } from './progress.ts'

function step(key: string, stage: Step['stage'], more: Partial<Step> = {}): [string, Step] {
  const texts = { name: {}, publicName: {}, explanation: {}, whatNext: {} }
  const rest = {
    turn: 'us',
    category: 'open',
    outcome: null,
    hidden: false,
    colour: null,
    pauses: false,
  } as const
  return [key, { key, stage, ...texts, ...rest, required: [], next: [], ...more }]
}

const type = {
  stepByKey: new Map([
    step('received', 'received'),
    step('triage', 'review', { hidden: true }),
    step('assessing', 'review'),
    step('waiting', 'review', { category: 'waiting' }),
    step('repairing', 'solving'),
    step('parts', 'solving', { hidden: true }),
    step('accepted', 'decision', { outcome: 'accepted' }),
    step('rejected', 'decision', { outcome: 'rejected' }),
    step('done', 'done', { category: 'done' }),
  ]),
}

/** `received@1 assessing@2` as a trail. */
function trail(text: string): Trail {
  return text
    .split(' ')
    .filter(Boolean)
    .map((entry) => {
      const [key = '', at] = entry.split('@')
      return [key, Number(at)]
    })
}

/** The progress in one line: `d` done, `c` current, `u` upcoming, `s` skipped, each with the time of entry. */
function line(text: string): string {
  return publicPosition(type, trail(text))
    .progress.map(({ state, at }) => `${state[0]}${at ?? ''}`)
    .join(' ')
}

describe('where the customer sees an issue', () => {
  test.each([
    ['nothing yet', '', 'u u u u u'],
    ['at the beginning', 'received@1', 'c1 u u u u'],
    ['forward', 'received@1 assessing@2', 'd1 c2 u u u'],
    ['through all stages', 'received@1 assessing@2 repairing@3 accepted@4 done@5', 'd1 d2 d3 d4 c5'],
    ['skipped stages', 'received@1 done@5', 'd1 s s s c5'],
    ['skipped beginning', 'repairing@3', 's s c3 u u'],
    ['within a stage the entry stays', 'received@1 assessing@2 waiting@3 assessing@4', 'd1 c2 u u u'],
    ['back empties the later ones', 'received@1 assessing@2 repairing@3 assessing@4', 'd1 c4 u u u'],
    [
      'back and forth again has the latest entry',
      'received@1 assessing@2 received@3 assessing@4',
      'd3 c4 u u u',
    ],
    ['back over a skipped stage', 'received@1 accepted@2 repairing@3', 'd1 s c3 u u'],
    ['reopened', 'received@1 assessing@2 done@3 received@4', 'c4 u u u u'],
    ['a hidden step folds into the one before', 'received@1 triage@2', 'c1 u u u u'],
    ['a hidden step in another stage folds too', 'received@1 assessing@2 parts@3', 'd1 c2 u u u'],
    ['hidden at first', 'triage@1', 'u u u u u'],
    ['hidden at first, then public', 'triage@1 assessing@2', 's c2 u u u'],
    ['a step that is gone folds like a hidden one', 'received@1 gone@2 repairing@3', 'd1 s c3 u u'],
    ['only steps that are gone', 'gone@1 gone2@2', 'u u u u u'],
  ])('%s', (_what, entries, expected) => {
    expect(line(entries)).toBe(expected)
  })

  test('the public step is the last one that is not hidden, since it was entered', () => {
    const position = publicPosition(type, trail('received@1 assessing@2 parts@3'))
    expect(position.step?.key).toBe('assessing')
    expect(position.since).toBe(2)
    expect(publicPosition(type, trail('triage@1'))).toMatchObject({ step: null, since: null })
  })

  test.each([
    ['a decision holds', 'received@1 accepted@2 done@3', 'accepted', 2],
    ['a later decision replaces it', 'received@1 accepted@2 rejected@3', 'rejected', 3],
    ['going back to solving keeps it', 'received@1 accepted@2 repairing@3', 'accepted', 2],
    ['going back to review takes it back', 'received@1 accepted@2 assessing@3', null, null],
    ['no decision', 'received@1 done@2', null, null],
  ])('%s', (_what, entries, outcome, decidedAt) => {
    expect(publicPosition(type, trail(entries))).toMatchObject({ outcome, decidedAt })
  })
})
