import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKey } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import { type Issue, phoneKey } from '../issues/index.ts'
import { issueAsOf } from './issue-as-of.ts'
import { ISSUE, NOW, WARRANTY } from './samples.ts'

type Event = Pick<RecordedEvent, 'kind' | 'data'>
const asOf = (issue: Issue, events: readonly Event[], at = NOW) =>
  issueAsOf(issue, events, { type: WARRANTY, defaultCountry: 'CZ', at })
const edit = (field: string, from: unknown, to: unknown): Event => ({
  kind: 'issue.field-changed',
  data: { changes: { [field]: { from, to } } },
})
const move = (from: string, to: string, changes?: object): Event => ({
  kind: 'issue.step-changed',
  data: { from, to, comment: null, ...(changes ? { changes } : {}) },
})

describe('an issue as it was', () => {
  test.each<[string, readonly Event[], Partial<Issue>]>([
    ['nothing came later', [], {}],
    [
      'a move',
      [move('received', 'waiting')],
      { step: 'received', category: 'open', trail: [['received', NOW - 1000]] },
    ],
    [
      'a move that was taken back',
      [
        {
          kind: 'issue.step-undone',
          data: {
            from: 'received',
            to: 'waiting',
            since: NOW - 5,
            changes: { quantity: { from: 7, to: 2 } },
          },
        },
      ],
      {
        step: 'received',
        category: 'open',
        trail: [...ISSUE.trail, ['received', NOW - 5]],
        values: { ...ISSUE.values, quantity: 7 },
      },
    ],
    [
      'a move that brought values',
      [move('received', 'waiting', { quantity: { from: null, to: 3 } })],
      {
        step: 'received',
        category: 'open',
        trail: [['received', NOW - 1000]],
        values: Object.fromEntries(Object.entries(ISSUE.values).filter(([key]) => key !== 'quantity')),
      },
    ],
    [
      'from a step that is gone',
      [move('lost', 'waiting')],
      { step: 'lost', trail: [['received', NOW - 1000]] },
    ],
    ['a value', [edit('quantity', 2, 3)], { values: { ...ISSUE.values, quantity: 2 } }],
    [
      'a value that was taken away',
      [edit('lost', [1], null)],
      { values: { ...ISSUE.values, lost: [1] as never } },
    ],
    ['a deadline', [edit('due', null, '2026-11-30')], { due: null }],
    ['a handler', [edit('handler', '0199-gone', '0199-petra')], { handlerId: '0199-gone' }],
    ['a language', [edit('locale', 'de', 'cs')], { locale: 'de' }],
    ['a name', [edit('contact.name', '', 'Jana Nováková')], { contact: { ...ISSUE.contact, name: '' } }],
    [
      'an e-mail',
      [edit('contact.email', 'OLD@b.cz', 'Jana@Example.com')],
      { contact: { ...ISSUE.contact, email: 'OLD@b.cz' }, emailKey: 'old@b.cz' },
    ],
    [
      'no phone',
      [edit('contact.phone', '', '601 123 456')],
      { contact: { ...ISSUE.contact, phone: '' }, phoneKey: null },
    ],
    ['twice', [edit('quantity', 1, 2), edit('quantity', 2, 3)], { values: { ...ISSUE.values, quantity: 1 } }],
    [
      'events that change nothing of the issue',
      [
        { kind: 'message.received', data: { from: 'customer' } },
        { kind: 'attachment.added', data: {} },
        { kind: 'issue.field-changed', data: { changes: 'all' } },
        { kind: 'issue.field-changed', data: { changes: { due: null } } },
        { kind: 'issue.step-changed', data: {} },
      ],
      {},
    ],
  ])('%s', (_name, events, expected) => {
    expect(asOf(ISSUE, events)).toEqual({ ...ISSUE, ...expected })
  })

  test('was changed for the last time by the event in question', () => {
    const before = asOf({ ...ISSUE, publicChangedAt: NOW - 5000 }, [edit('quantity', 2, 3)], NOW - 2000)
    expect([before.changedAt, before.publicChangedAt]).toEqual([NOW - 2000, NOW - 5000])
  })

  test('is not given another prototype by what is stored', () => {
    const data = JSON.parse('{"changes": {"__proto__": {"from": {"polluted": true}, "to": null}}}')
    const { values } = asOf(ISSUE, [{ kind: 'issue.field-changed', data }])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect((values as { polluted?: unknown }).polluted).toBeUndefined()
  })

  /** One change as the verbs make it, forward. */
  type Change =
    | { do: 'move'; to: string; quantity?: number }
    | { do: 'edit'; field: string; to: string | number | null }
  const text = fc.constantFrom('', 'a', 'Jana', 'b@c.cz', '601 123 457')
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record(
      {
        do: fc.constant('move' as const),
        to: fc.constantFrom(...WARRANTY.stepByKey.keys()),
        quantity: fc.nat(9),
      },
      { requiredKeys: ['do', 'to'] },
    ),
    fc.record({
      do: fc.constant('edit' as const),
      field: fc.constantFrom('contact.name', 'contact.email', 'contact.phone'),
      to: text,
    }),
    fc.record({
      do: fc.constant('edit' as const),
      field: fc.constantFrom('due', 'handler', 'product', 'quantity'),
      to: fc.oneof(fc.constantFrom('a', 'b'), fc.nat(3).map(String), fc.constant(null)),
    }),
    fc.record({
      do: fc.constant('edit' as const),
      field: fc.constant('locale'),
      to: fc.constantFrom('cs', 'de'),
    }),
  )

  function forward(issue: Issue, change: Change): { issue: Issue; event: Event } {
    if (change.do === 'move') {
      const values =
        change.quantity === undefined ? issue.values : { ...issue.values, quantity: change.quantity }
      const changes = { quantity: { from: issue.values['quantity'] ?? null, to: change.quantity } }
      const category = WARRANTY.stepByKey.get(change.to)?.category ?? 'open'
      return {
        issue: { ...issue, step: change.to, category, values, trail: [...issue.trail, [change.to, NOW]] },
        event: move(issue.step, change.to, change.quantity === undefined ? undefined : changes),
      }
    }
    const { field, to } = change
    const part = field.startsWith('contact.') ? (field.slice(8) as keyof Issue['contact']) : null
    if (part) {
      const contact = { ...issue.contact, [part]: to }
      const keys = { emailKey: emailKey(contact.email), phoneKey: phoneKey(contact.phone, 'CZ') }
      return { issue: { ...issue, contact, ...keys }, event: edit(field, issue.contact[part], to) }
    }
    if (field === 'due' || field === 'locale' || field === 'handler') {
      const member = field === 'handler' ? 'handlerId' : field
      return { issue: { ...issue, [member]: to }, event: edit(field, issue[member], to) }
    }
    const { [field]: before = null, ...others } = issue.values
    const values = to === null ? others : { ...others, [field]: to }
    return { issue: { ...issue, values }, event: edit(field, before, to) }
  }

  test('changes that are made and undone leave the same issue', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const states: Issue[] = [ISSUE]
        const events: Event[] = []
        for (const one of changes) {
          const { issue, event } = forward(states.at(-1) ?? ISSUE, one)
          states.push(issue)
          events.push(event)
        }
        const last = states.at(-1) ?? ISSUE
        states.forEach((state, index) => expect(asOf(last, events.slice(index))).toEqual(state))
      }),
    )
  })
})
