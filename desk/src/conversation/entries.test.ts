import { expect, test } from 'vitest'
import { entriesOf } from './entries'
import type { Attachment, Delivery, Message } from './parts'

const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`
const message = (id: string, minute: number): Message => ({
  id,
  body: id,
  internal: false,
  from: 'shop',
  by: 'Radka',
  at: at(minute),
})
const file = (id: string, minute: number, from: 'shop' | 'customer' = 'customer'): Attachment => ({
  id,
  name: `${id}.jpg`,
  mediaType: 'image/jpeg',
  size: 1,
  public: false,
  from,
  at: at(minute),
})
/** Nothing else of it is looked at. */
const delivery = (id: string, minute: number, carried: string | null) =>
  ({ id, created: at(minute), message: carried }) as unknown as Delivery

const shown = (...lists: Parameters<typeof entriesOf>) =>
  entriesOf(...lists).map((entry) =>
    entry.kind === 'files'
      ? entry.files.map(({ id }) => id).join('+')
      : entry.kind === 'message' && entry.delivery
        ? `${entry.id}<${entry.delivery.id}`
        : entry.id,
  )

test.each<[string, Parameters<typeof entriesOf>, string[]]>([
  ['nothing', [[], [], []], []],
  ['in the order of time', [[message('b', 2), message('a', 1)], [file('f', 0)], []], ['f', 'a', 'b']],
  ['what carries a message stands with it', [[message('a', 1)], [], [delivery('d', 1, 'a')]], ['a<d']],
  ['what carries none stands alone', [[message('a', 1)], [], [delivery('d', 2, null)]], ['a', 'd']],
  ['what carries one that is not there stands alone', [[], [], [delivery('d', 2, 'gone')]], ['d']],
  ['files close to each other are one', [[], [file('f', 1), file('g', 2), file('h', 4)], []], ['f+g+h']],
  ['files far from each other are two', [[], [file('f', 1), file('g', 4)], []], ['f', 'g']],
  ['files of two sides are two', [[], [file('f', 1), file('g', 1, 'shop')], []], ['f', 'g']],
  ['a message between parts files', [[message('a', 2)], [file('f', 1), file('g', 3)], []], ['f', 'a', 'g']],
])('%s', (_name, lists, expected) => {
  expect(shown(...lists)).toEqual(expected)
})
