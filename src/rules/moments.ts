import { instantOf, startOfDay } from '../base/index.ts'
import type { IssueEvent } from '../events/index.ts'
import type { Issue } from '../issues/index.ts'
import { millisecondsOf } from './duration.ts'
import type { ArmedSpec, TimeSpec } from './time-spec.ts'

/** When time starts something for an issue, UTC milliseconds. */
export type Moment = {
  at: number
  /** What comes once for each `anchor`: the day on which the issue is due, or since when it waits. */
  key: string
  anchor: string
  event: TimeEvent
  armedAt: number
}

type TimeEvent = WithoutMoment<Extract<IssueEvent, { kind: TimeSpec['on'] }>>
type WithoutMoment<Event> = Event extends IssueEvent ? Omit<Event, 'moment' | 'lateBy'> : never

/** By key of a moment, the anchor for which it came last. */
export type Fired = Readonly<Record<string, string>>

/** All moments of an issue as it is now, past or to come, in their order. */
export function momentsOf(issue: Issue, specs: readonly ArmedSpec[], timeZone: string): Moment[] {
  if (issue.category === 'done') return []
  return specs
    .map((spec) => momentOf(issue, spec, timeZone))
    .filter((moment) => moment !== null)
    .toSorted((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
}

function momentOf(issue: Issue, spec: ArmedSpec, timeZone: string): Moment | null {
  const { due, deadline, waitingSince } = issue
  const { armedAt, key } = spec
  if (spec.on === 'waiting.for-customer') {
    // Administrators may have made another step of the one that it is at.
    if (waitingSince === null || issue.category !== 'waiting') return null
    const event = { kind: spec.on, since: waitingSince, ...spec.told } as const
    return { at: waitingSince + millisecondsOf(spec.for), key, anchor: String(waitingSince), event, armedAt }
  }
  if (due === null || deadline?.state === 'met') return null
  const event: TimeEvent =
    spec.on === 'deadline.near' ? { kind: spec.on, due, ...spec.told } : { kind: spec.on, due, ...spec.told }
  return { at: instantBeside(due, spec, timeZone), key, anchor: due, event, armedAt }
}

/** The moment of a deadline's spec for a day. */
export function instantBeside(
  due: string,
  spec: Extract<TimeSpec, { on: `deadline.${string}` }>,
  timeZone: string,
): number {
  if (spec.on === 'deadline.near') {
    return 'days' in spec.before
      ? instantOf(timeZone, due, spec.minute, -spec.before.days)
      : startOfDay(timeZone, due, 1) - millisecondsOf(spec.before)
  }
  if (spec.after === null) return startOfDay(timeZone, due, 1)
  return 'days' in spec.after
    ? startOfDay(timeZone, due, 1 + spec.after.days)
    : startOfDay(timeZone, due, 1) + millisecondsOf(spec.after)
}

/** What to do at a look at an issue. `next`: when to look again, `null` where nothing is to come. */
export type Look = { fire: readonly Moment[]; fired: Fired; next: number | null }

/** What a look goes by besides the moments. Instants are UTC milliseconds. */
export type Sight = {
  fired: Fired
  /** When the day was set on which the issue is due: what lies before it comes then. */
  setAt: number
  /** Nothing from before it starts anything. */
  since: number
  /** As far as is looked. */
  until: number
}

/**
 * What of an issue's moments has come and has not been started yet. A moment before its rule was there is passed over. Of
 * reminders whose time had come before the day was set (a claim that was recorded late, a clock that went on after a
 * pause) only the latest is given, and only where no such reminder came before.
 */
export function lookAt(moments: readonly Moment[], { fired, setAt, since, until }: Sight): Look {
  const open = moments
    .filter(({ key, anchor }) => fired[key] !== anchor)
    .map((moment) => ({
      ...moment,
      isOvertaken: moment.event.kind !== 'waiting.for-customer' && moment.at < setAt,
    }))
    .map((moment) => (moment.isOvertaken ? { ...moment, at: setAt } : moment))
  const past = open.filter(({ at }) => at <= until)
  // What was there already when the rule came is not for it.
  const isArmed = ({ at, armedAt, isOvertaken }: (typeof open)[number]) =>
    isOvertaken ? at > armedAt : at >= armedAt
  const counted = past.filter(
    (moment) => isArmed(moment) && (moment.isOvertaken ? moment.at > since : moment.at >= since),
  )
  const overtaken = counted.filter(({ isOvertaken }) => isOvertaken)
  const isOver = overtaken.some(({ event }) => event.kind === 'deadline.passed')
  const reminders = overtaken.filter(({ event }) => event.kind === 'deadline.near')
  const last = isOver ? undefined : reminders.at(-1)
  const fire = counted.filter(
    (moment) => !reminders.includes(moment) || (moment === last && fired[moment.key] === undefined),
  )
  const ahead = open.filter(({ at }) => at > until).map(({ at }) => at)
  return {
    fire: fire.toSorted((one, other) => one.at - other.at),
    fired: { ...fired, ...Object.fromEntries(past.map(({ key, anchor }) => [key, anchor])) },
    next: ahead.length > 0 ? Math.min(...ahead) : null,
  }
}
