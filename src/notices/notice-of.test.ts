import { expect, test } from 'vitest'
import type { Actor } from '../base/index.ts'
import type { EventKind } from '../events/index.ts'
import { noticeOf } from './notice-of.ts'

const ANN: Actor = { kind: 'user', id: 'ann', name: 'Ann' }
const BEN: Actor = { kind: 'user', id: 'ben', name: 'Ben' }
const ROBOT: Actor = { kind: 'token', id: 'robot', name: 'Robot' }
const toAnn = { changes: { handler: { from: null, to: 'ann' } } }

test.each<[string, EventKind, Record<string, unknown>, Actor, string | null, string | null]>([
  ['somebody else assigned it', 'issue.field-changed', toAnn, BEN, null, 'assigned'],
  ['a program assigned it', 'issue.field-changed', toAnn, ROBOT, null, 'assigned'],
  ['one took it oneself', 'issue.field-changed', toAnn, ANN, null, null],
  [
    'it was given on since',
    'issue.field-changed',
    { changes: { handler: { to: 'ben' } } },
    ROBOT,
    null,
    null,
  ],
  ['another field changed', 'issue.field-changed', { changes: { product: { to: 'ann' } } }, BEN, null, null],
  ['it was opened for one', 'issue.created', {}, ROBOT, null, 'assigned'],
  ['it moved on', 'issue.step-changed', { to: 'done' }, BEN, null, null],
  ['it moved on, and to one', 'issue.step-changed', toAnn, BEN, null, 'assigned'],
  ['the customer wrote', 'message.received', { internal: false }, ROBOT, 'customer', 'customer-replied'],
  ['one wrote down what the customer said', 'message.received', {}, ANN, 'customer', null],
  ['the shop wrote', 'message.received', { internal: false }, BEN, 'shop', null],
  ['the customer sent a file', 'attachment.added', {}, ROBOT, 'customer', 'customer-replied'],
  ['the shop attached a file', 'attachment.added', {}, BEN, 'shop', null],
  ['the deadline moved', 'deadline.moved', {}, BEN, null, null],
])('%s', (_what, kind, data, actor, author, told) => {
  const notice = noticeOf({ id: 'event', kind, actor, data }, { id: 'issue', handlerId: 'ann' }, author)
  expect(notice?.kind ?? null).toBe(told)
  expect(noticeOf({ id: 'event', kind, actor, data }, { id: 'issue', handlerId: null }, author)).toBeNull()
})
