import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, DAY, HOUR, MINUTE } from '../base/index.ts'
import type { Issue } from '../issues/index.ts'
import { instantBeside, lookAt, type Moment, momentsOf, type Sight } from './moments.ts'
import { ISSUE } from './samples.ts'
import { timeSpecOf } from './time-spec.ts'
import type { Trigger } from './rule.ts'

const PRAGUE = 'Europe/Prague'
const spec = (trigger: Trigger) => timeSpecOf(trigger)!
const near = (before: string, at?: string) =>
  ({ on: 'deadline.near', before, ...(at ? { at } : {}) }) as const
const passed = (after?: string) => ({ on: 'deadline.passed', ...(after ? { after } : {}) }) as const

describe('when it is', () => {
  test.each([
    // Summer time ends in Prague on 25 October 2026, and begins on 28 March 2027.
    [near('7d'), '2026-11-30', PRAGUE, '2026-11-23T07:00:00Z'],
    [near('7d', '06:30'), '2026-11-30', PRAGUE, '2026-11-23T05:30:00Z'],
    [near('1d'), '2026-10-26', PRAGUE, '2026-10-25T07:00:00Z'],
    [near('1d', '02:30'), '2026-10-26', PRAGUE, '2026-10-25T00:30:00Z'],
    [near('1d', '02:30'), '2027-03-29', PRAGUE, '2027-03-28T01:30:00Z'],
    [near('24h'), '2026-10-25', PRAGUE, '2026-10-24T23:00:00Z'],
    [near('90m'), '2026-11-30', PRAGUE, '2026-11-30T21:30:00Z'],
    [passed(), '2026-11-30', PRAGUE, '2026-11-30T23:00:00Z'],
    [passed('2d'), '2026-10-24', PRAGUE, '2026-10-26T23:00:00Z'],
    [passed('48h'), '2026-10-24', PRAGUE, '2026-10-26T22:00:00Z'],
    // Midnight is left out in Santiago on 6 September 2026: the day begins at one.
    [passed(), '2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
    [passed(), '2026-12-31', 'Pacific/Kiritimati', '2026-12-31T10:00:00Z'],
  ] as const)('%j for %s in %s', (trigger, due, timeZone, at) => {
    const found = spec(trigger) as Parameters<typeof instantBeside>[1]
    expect(new Date(instantBeside(due, found, timeZone)).toISOString()).toBe(at.replace('Z', '.000Z'))
  })

  test('more days before is earlier, whatever the clocks do', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2026-01-01', offset)!)
    const zones = fc.constantFrom(PRAGUE, 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(days, zones, fc.integer({ min: 1, max: 30 }), (due, timeZone, before) => {
        const at = (trigger: Trigger) =>
          instantBeside(due, spec(trigger) as Parameters<typeof instantBeside>[1], timeZone)
        expect(at(near(`${before + 1}d`))).toBeLessThan(at(near(`${before}d`)))
        expect(at(near(`${before}d`))).toBeLessThan(at(passed()))
        expect(Math.abs(at(passed('1d')) - at(passed()) - DAY)).toBeLessThanOrEqual(HOUR)
      }),
    )
  })
})

describe('what an issue waits for', () => {
  const specs = [near('7d'), near('2d'), passed(), { on: 'waiting.for-customer', for: '5d' } as const].map(
    (trigger) => ({ ...spec(trigger), armedAt: 0 }),
  )
  const keys = (issue: Partial<Issue>) =>
    momentsOf({ ...ISSUE, ...issue }, specs, PRAGUE).map(({ key }) => key)

  test('its day, and since when it waits; nothing once it is done, met or paused', () => {
    expect(keys({})).toEqual(['deadline.near 7d 08:00', 'deadline.near 2d 08:00', 'deadline.passed'])
    expect(keys({ due: null, category: 'waiting', waitingSince: 5 })).toEqual(['waiting.for-customer 5d'])
    expect(keys({ due: null, category: 'open', waitingSince: 5 })).toEqual([])
    expect(keys({ category: 'done', waitingSince: 5 })).toEqual([])
    expect(keys({ due: null })).toEqual([])
    const deadline = {
      rule: 'x',
      start: null,
      day: null,
      since: null,
      pausedDays: 0,
      setAt: 0,
      extension: null,
    }
    expect(keys({ deadline: { ...deadline, state: 'met' } })).toEqual([])
  })
})

describe('what has come', () => {
  const moment = (at: number, more: Partial<Moment> = {}): Moment => ({
    at,
    key: `k${at}`,
    anchor: 'a',
    armedAt: 0,
    event: { kind: 'deadline.near', due: '2026-11-30', before: '7d' },
    ...more,
  })
  const end = (at: number) => moment(at, { event: { kind: 'deadline.passed', due: '2026-11-30', after: '' } })
  const ats = (moments: readonly Moment[]) => moments.map(({ at }) => at)

  const look = (moments: readonly Moment[], until: number, more: Partial<Sight> = {}) =>
    lookAt(moments, { fired: {}, setAt: 0, since: 0, until, ...more })

  test('fires in order, once, and says when to look again', () => {
    const all = [moment(10), moment(20), end(30), moment(40)]
    const first = look(all, 25)
    expect([ats(first.fire), first.next]).toEqual([[10, 20], 30])
    const second = look(all, 35, first)
    expect([ats(second.fire), second.next]).toEqual([[30], 40])
    expect(look(all, 35, second).fire).toEqual([])
    expect(look(all, 99, second)).toMatchObject({ next: null })
  })

  test('a day that was set late gives the latest reminder alone, or none where the day is over, and then', () => {
    const keys = (moments: readonly Moment[]) => moments.map(({ at, key }) => [key, at])
    const all = [moment(10), moment(20), end(30)]
    expect(keys(look(all, 26, { setAt: 25 }).fire)).toEqual([['k20', 25]])
    expect(keys(look(all, 36, { setAt: 35 }).fire)).toEqual([['k30', 35]])
  })

  test('a day that was set late gives one reminder, also to whoever looks no further than to the first', () => {
    const all = [moment(10), moment(20)]
    const first = look(all, 15, { setAt: 25 })
    expect(first).toEqual({ fire: [], fired: {}, next: 25 })
    expect(look(all, 25, { ...first, setAt: 25 }).fire).toMatchObject([{ key: 'k20' }])
  })

  test('a day that moved on gives a reminder again only where it is still to come', () => {
    const fired = { near: 'before' }
    const again = (at: number, setAt: number, until: number) =>
      look([moment(at, { key: 'near', anchor: 'after' })], until, { fired, setAt })
    expect(again(10, 15, 16)).toMatchObject({ fire: [], fired: { near: 'after' } })
    expect(ats(again(20, 15, 21).fire)).toEqual([20])
  })

  test('what came before its rule, or before an import, does not fire', () => {
    expect(look([moment(10, { armedAt: 15 })], 20).fire).toEqual([])
    expect(ats(look([moment(10, { armedAt: 5 })], 20).fire)).toEqual([10])
    expect(look([moment(10)], 20, { since: 15 }).fire).toEqual([])
    expect(ats(look([moment(20)], 20, { since: 15 }).fire)).toEqual([20])
    // An import may be over in the millisecond in which it sets the day.
    expect(look([moment(10), end(12)], 20, { since: 15, setAt: 15 }).fire).toEqual([])
    // A clock that ran ahead made the rule: until that is mended, nothing old comes of it.
    expect(look([moment(10, { armedAt: 1000 })], 20).fire).toEqual([])
  })

  test('a claim that is recorded when the rule is there fires, however long it has been over', () => {
    expect(ats(look([end(10)], 40, { setAt: 30 }).fire)).toEqual([30])
    expect(ats(look([{ ...end(10), armedAt: 20 }], 40, { setAt: 30 }).fire)).toEqual([30])
    // A reminder of a rule that was not there does not stand in for one that was.
    const late = [moment(10), moment(20, { armedAt: 35 })]
    expect(look(late, 40, { setAt: 30 }).fire).toMatchObject([{ key: 'k10', at: 30 }])
  })

  test('however often and whenever one looks, each fires once, and of what was overtaken one at most', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 })
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(looks, times, fc.integer({ min: 0, max: 100 }), (untils, at, setAt) => {
        const all = at.toSorted((a, b) => a - b).map((one) => moment(one))
        let fired = {}
        const seen: number[] = []
        for (const until of untils) {
          const found = look(all, until, { fired, setAt })
          fired = found.fired
          seen.push(...ats(found.fire))
          if (found.next !== null) expect(found.next).toBeGreaterThan(until)
        }
        const reached = Math.max(...untils)
        const overtaken = ats(all).some((one) => one < setAt) && setAt <= reached ? [setAt] : []
        const rest = ats(all).filter((one) => one >= setAt && one <= reached)
        expect(seen.toSorted((a, b) => a - b)).toEqual([...overtaken, ...rest])
      }),
    )
  })
})

test('minutes count as minutes', () => {
  const found = spec(near('90m')) as Parameters<typeof instantBeside>[1]
  expect(instantBeside('2026-11-30', found, 'UTC')).toBe(Date.parse('2026-12-01T00:00:00Z') - 90 * MINUTE)
})
