import { expect, test } from 'vitest'
import { openPresence, PRESENT_FOR, type Sighting, type State } from './presence.ts'

const at = (user: string, state: State | null, more: Partial<Sighting> = {}): Sighting => ({
  number: 'RC-1',
  user,
  tab: 'one',
  state,
  ...more,
})

test('who looks is there once, whatever windows they have, and writes where one of them writes', () => {
  const presence = openPresence()
  expect(presence.note(at('ann', 'looking'), 0)).toBe(true)
  expect(presence.note(at('ann', 'looking'), 1)).toBe(false)
  expect(presence.note(at('ann', 'writing', { tab: 'two' }), 1)).toBe(true)
  expect(presence.note(at('ann', 'looking', { tab: 'three' }), 1)).toBe(false)
  expect(presence.note(at('ben', 'looking'), 1)).toBe(true)
  expect([...presence.at('RC-1', 1)]).toEqual([
    ['ann', 'writing'],
    ['ben', 'looking'],
  ])
  expect(presence.note(at('ann', null, { tab: 'two' }), 1)).toBe(true)
  expect(presence.at('RC-1', 1).get('ann')).toBe('looking')
  expect(presence.at('RC-2', 1).size).toBe(0)
})

test('who is not heard of any more has left', () => {
  const presence = openPresence()
  presence.note(at('ann', 'looking'), 0)
  presence.note(at('ben', 'looking'), 10)
  expect(presence.sweep(PRESENT_FOR - 1)).toEqual([])
  expect([...presence.at('RC-1', PRESENT_FOR).keys()]).toEqual(['ben'])
  expect(presence.sweep(PRESENT_FOR)).toEqual(['RC-1'])
  expect(presence.sweep(PRESENT_FOR + 10)).toEqual(['RC-1'])
  expect(presence.sweep(PRESENT_FOR + 20)).toEqual([])
})

test('one person fills no memory', () => {
  const presence = openPresence()
  for (let tab = 0; tab < 500; tab++)
    presence.note(at('ann', 'looking', { number: `RC-${tab}`, tab: String(tab) }), 0)
  const seen = Array.from({ length: 500 }, (_, tab) => presence.at(`RC-${tab}`, 0).size)
  expect(seen.reduce((sum, size) => sum + size)).toBe(20)
})
