import { lengthOf, lengthText, type Length } from './duration.ts'
import type { Trigger } from './rule.ts'

/** A trigger of an issue's own time, worked out. `text` is the one way to write it: those that are alike share an event. */
export type TimeSpec =
  | { on: 'deadline.near'; text: string; before: Length; minute: number }
  | { on: 'deadline.passed'; text: string; after: Length | null }
  | { on: 'waiting.for-customer'; text: string; for: Length }

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
      const text = 'days' in before ? `${lengthText(before)} ${at}` : lengthText(before)
      return { on: trigger.on, text, before, minute: minuteOf(at) }
    }
    case 'deadline.passed': {
      if (trigger.after === undefined) return { on: trigger.on, text: 'at once', after: null }
      const after = lengthOf(trigger.after)
      return after && { on: trigger.on, text: lengthText(after), after }
    }
    case 'waiting.for-customer': {
      const waited = lengthOf(trigger.for)
      return waited && { on: trigger.on, text: lengthText(waited), for: waited }
    }
    default:
      return null
  }
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
