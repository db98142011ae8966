import { expect, test } from 'vitest'
import type { LiveEvent } from './live-event.ts'
import { openRing } from './ring.ts'

const event = (version: number): LiveEvent => ({ event: 'configuration', data: { version } })
const versions = (told: ReturnType<ReturnType<typeof openRing>['after']>) =>
  told?.map((one) => (one.event.event === 'configuration' ? one.event.data.version : 0)) ?? null

test('one goes on after the last event that one has', () => {
  const ring = openRing('here', 10)
  const start = ring.last()
  const ids = [1, 2, 3].map((version) => ring.add(event(version), null).id)
  expect(versions(ring.after(start))).toEqual([1, 2, 3])
  expect(versions(ring.after(ids[0] ?? ''))).toEqual([2, 3])
  expect(versions(ring.after(ids[2] ?? ''))).toEqual([])
  expect(ring.last()).toBe(ids[2])
})

test('what is too old, of another process or made up is not known', () => {
  const ring = openRing('here', 4)
  const start = ring.last()
  for (let version = 1; version <= 9; version++) ring.add(event(version), null)
  expect(ring.after(start)).toBeNull()
  for (const id of ['there-9', 'here-10', 'here--1', 'here-', 'here-x', 'here-8.5', ''])
    expect(ring.after(id)).toBeNull()
  expect(versions(ring.after('here-8'))).toEqual([9])
})

test('nobody goes on over a gap', () => {
  const ring = openRing('here', 10)
  const { id } = ring.add(event(1), null)
  ring.breakOff()
  expect(ring.after(id)).toBeNull()
  const start = ring.last()
  ring.add(event(2), null)
  expect(ring.after(id)).toBeNull()
  expect(versions(ring.after(start))).toEqual([2])
})
