import { lengthOf, lengthText, type Length } from './duration.ts'
import type { Trigger } from './rule.ts'

/**
 * A trigger of an issue's own time, worked out. `told` is what its events say of it, in the one way to write it: those that
 * are alike share an event, and a `key`.
 */
export type TimeSpec = { key: string } & (
  | { on: 'deadline.near'; told: { before: string; at?: string }; before: Length; minute: number }
  | { on: 'deadline.passed'; told: { after: string | null }; after: Length | null }
  | { on: 'waiting.for-customer'; told: { for: string }; for: Length }
)

/** A spec, and since when a rule asks for it (UTC milliseconds). */
export type ArmedSpec = TimeSpec & { armedAt: number }

const MORNING = '08:00'

/** What a trigger waits for; `null` where it is no such trigger, or its duration is none. */
export function timeSpecOf(trigger: Trigger): TimeSpec | null {
  switch (trigger.on) {
    case 'deadline.near': {
      const before = lengthOf(trigger.before)
      if (!before) return null
      const at = trigger.at ?? MORNING
      const told = { before: lengthText(before), ...('days' in before ? { at } : {}) }
      return { on: trigger.on, key: keyOf(trigger.on, told), told, before, minute: minuteOf(at) }
    }
    case 'deadline.passed': {
      const after = trigger.after === undefined ? null : lengthOf(trigger.after)
      if (after === null && trigger.after !== undefined) return null
      const told = { after: after && lengthText(after) }
      return { on: trigger.on, key: keyOf(trigger.on, told), told, after }
    }
    case 'waiting.for-customer': {
      const waited = lengthOf(trigger.for)
      if (!waited) return null
      const told = { for: lengthText(waited) }
      return { on: trigger.on, key: keyOf(trigger.on, told), told, for: waited }
    }
    default:
      return null
  }
}

function keyOf(on: TimeSpec['on'], told: TimeSpec['told']): string {
  return [on, ...Object.values(told).filter((part) => part !== null)].join(' ')
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
