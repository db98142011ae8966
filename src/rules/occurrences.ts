import { setImmediate as turn } from 'node:timers/promises'
import { addDays, dateIn, DAY, earliestId, SYSTEM } from '../base/index.ts'
import { eventFromRow, type RecordedEvent } from '../events/index.ts'
import type { Category, Configuration, Ctx } from '../issue-types/index.ts'
import { type Issue, issueFromRow, typeOf } from '../issues/index.ts'
import { ticksOf } from './cron.ts'
import { millisecondsOf } from './duration.ts'
import { issueAsOf } from './issue-as-of.ts'
import { momentsOf } from './moments.ts'
import type { Rule } from './rule.ts'
import { type TimeSpec, timeSpecOf } from './time-spec.ts'

/** Something that a rule may have fired for. The issue is as it was then; `null` where it could not have. */
export type Occurrence = { event: RecordedEvent; issueId: string; issue: () => Promise<Issue | null> }
export type Period = { from: number; to: number; most: number }
type Means = { ctx: Ctx; configuration: Configuration; rule: Rule; period: Period }

/** What a rule's trigger would have brought in a period, newest first, at most `most` and one. Reads only. */
export async function occurrencesOf(
  ctx: Ctx,
  configuration: Configuration,
  rule: Rule,
  period: Period,
): Promise<Occurrence[]> {
  const means = { ctx, configuration, rule, period }
  const { trigger } = rule
  if (trigger.on === 'schedule') return ticks(means, trigger.cron, trigger.timeZone ?? ctx.settings.timeZone)
  const spec = timeSpecOf(trigger)
  if (!spec) return recorded(means)
  return spec.on === 'waiting.for-customer' ? waits(means, spec) : days(means, spec)
}

/** What is in the history. */
async function recorded(means: Means): Promise<Occurrence[]> {
  const { ctx, rule, period } = means
  let query = ctx.db.read
    .selectFrom('events')
    .selectAll('events')
    .where('kind', '=', rule.trigger.on)
    .where('at', '>=', period.from)
    .where('at', '<=', period.to)
    .orderBy('at', 'desc')
    .orderBy('events.id', 'desc')
    .limit(period.most + 1)
  if (rule.issueType !== null) {
    query = query
      .innerJoin('issues', 'issues.id', 'events.issue_id')
      .innerJoin('issue_types', 'issue_types.id', 'issues.issue_type_id')
      .where('issue_types.key', '=', rule.issueType)
  }
  return (await query.execute()).map((row) => {
    const event = eventFromRow(row)
    return { event, issueId: row.issue_id, issue: () => issueAfter(means, row.issue_id, event) }
  })
}

/** Of issues that are due on days whose moments lie in the period; a day that moved since is judged as it was then. */
async function days(means: Means, spec: Extract<TimeSpec, { on: `deadline.${string}` }>) {
  const { ctx, period } = means
  const length = spec.on === 'deadline.near' ? spec.before : spec.after
  const off = Math.ceil((length ? millisecondsOf(length) : 0) / DAY)
  const day = (at: number, plus: number) => addDays(dateIn(ctx.settings.timeZone, at), plus) ?? ''
  const [before, after] = spec.on === 'deadline.near' ? [0, off + 1] : [-off - 1, 0]
  const rows = await issuesOf(means)
    .where('due', '>=', day(period.from, before))
    .where('due', '<=', day(period.to, after))
    .orderBy('due', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return inPeriod(
    means,
    rows.flatMap((row) => {
      const [moment] = momentsOf(
        { ...issueFromRow(row), category: 'open', deadline: null },
        [{ ...spec, armedAt: 0 }],
        ctx.settings.timeZone,
      )
      return moment ? [momentOccurrence(means, row.id, spec, moment.at, moment.event)] : []
    }),
  )
}

/** Since each step at which the shop waits, unless the issue moved on or the customer wrote. */
async function waits(means: Means, spec: Extract<TimeSpec, { on: 'waiting.for-customer' }>) {
  const { ctx, rule, configuration, period } = means
  const waited = millisecondsOf(spec.for)
  const rows = await ctx.db.read
    .selectFrom('events')
    .innerJoin('issues', 'issues.id', 'events.issue_id')
    .selectAll('events')
    .select('issues.issue_type_id')
    .where('kind', '=', 'issue.step-changed')
    .where('at', '>=', period.from - waited)
    .where('at', '<=', period.to - waited)
    .orderBy('at', 'desc')
    .limit(period.most + 1)
    .execute()
  return rows.flatMap((row): Occurrence[] => {
    const { at, data } = eventFromRow(row)
    const type = configuration.typeById.get(row.issue_type_id)
    if (rule.issueType !== null && type?.key !== rule.issueType) return []
    if (type?.stepByKey.get(String(data['to']))?.category !== 'waiting') return []
    const event = { kind: spec.on, since: at, ...spec.told } as const
    return [momentOccurrence(means, row.issue_id, spec, at + waited, event, { id: row.id, at })]
  })
}

/** Ticks of a schedule that are gone back to, however long the period. */
const MOST_TICKS = 100

/** For each tick the issues that were there; those that were done by then fall out when they are looked at. */
async function ticks(means: Means, cron: string, timeZone: string): Promise<Occurrence[]> {
  const { rule, period } = means
  const { upTo } = ticksOf(cron, timeZone)
  const found: Occurrence[] = []
  let tick = upTo(period.to)
  for (let looked = 0; looked < MOST_TICKS && tick !== null && tick >= period.from; looked++) {
    const at = tick
    for (const id of await thereAt(means, at)) {
      const event = recordedAt(id, at, 'schedule', { rule: rule.id, tick: at })
      found.push({ event, issueId: id, issue: () => openThen(means, id, event) })
    }
    if (found.length > period.most) break
    tick = upTo(tick - 1)
    // Reading from SQLite never waits, so nobody else would have a turn until the end.
    await turn()
  }
  return found.slice(0, period.most + 1)
}

/** Issues that were there and that are not done, or have changed since; each kind along an index of its own. */
async function thereAt(means: Means, at: number): Promise<string[]> {
  const choose = (category: Category, sort: 'created_at' | 'changed_at') =>
    issuesOf(means)
      .clearSelect()
      .select('id')
      .where('category', '=', category)
      .where('created_at', '<=', at)
      .orderBy(sort, 'desc')
      .orderBy('id', 'desc')
  const rows = [
    ...(await choose('open', 'created_at').execute()),
    ...(await choose('waiting', 'created_at').execute()),
    ...(await choose('done', 'changed_at').where('changed_at', '>', at).execute()),
  ]
  return rows.map(({ id }) => id).toSorted((one, other) => (one < other ? 1 : -1))
}

function issuesOf({ ctx, configuration, rule, period }: Means) {
  const query = ctx.db.read
    .selectFrom('issues')
    .selectAll()
    .limit(period.most + 1)
  const type = configuration.typeByKey.get(rule.issueType ?? '')
  return type ? query.where('issue_type_id', '=', type.id) : query
}

function inPeriod({ period }: Means, occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences
    .filter(({ event }) => event.at >= period.from && event.at <= period.to)
    .toSorted((one, other) => other.event.at - one.event.at)
}

function momentOccurrence(
  means: Means,
  issueId: string,
  spec: TimeSpec,
  at: number,
  { kind, ...data }: ReturnType<typeof momentsOf>[number]['event'],
  since?: { id: string; at: number },
): Occurrence {
  const event = recordedAt(issueId, at, kind, data)
  const issue = async () => {
    const then = await openThen(means, issueId, event)
    if (!then || (since && !(await waitedAllAlong(means, issueId, since, at)))) return null
    const waitingSince = since?.at ?? null
    const { timeZone } = means.ctx.settings
    const moments = momentsOf({ ...then, waitingSince }, [{ ...spec, armedAt: 0 }], timeZone)
    return moments.some((moment) => moment.at === at) ? { ...then, waitingSince } : null
  }
  return { event, issueId, issue }
}

/** An event that nobody recorded; its id sorts it among those that were. */
function recordedAt(
  issueId: string,
  at: number,
  kind: RecordedEvent['kind'],
  data: RecordedEvent['data'],
): RecordedEvent {
  return {
    id: `${earliestId(at).slice(0, 15)}${issueId.slice(15)}`,
    kind,
    actor: SYSTEM,
    data,
    at,
  }
}

async function waitedAllAlong(
  { ctx }: Means,
  issueId: string,
  since: { id: string },
  at: number,
): Promise<boolean> {
  const rows = await ctx.db.read
    .selectFrom('events')
    .selectAll()
    .where('issue_id', '=', issueId)
    .where('id', '>', since.id)
    .where('id', '<', earliestId(at))
    .where('kind', 'in', ['issue.step-changed', 'message.received'])
    .execute()
  return rows
    .map(eventFromRow)
    .every(({ kind, data }) => kind === 'message.received' && data['from'] === 'shop')
}

async function openThen(means: Means, issueId: string, event: RecordedEvent): Promise<Issue | null> {
  const issue = await issueAfter(means, issueId, event)
  return issue?.category === 'done' ? null : issue
}

/** The issue as it was right after an event; `null` where it was erased meanwhile. */
async function issueAfter(
  { ctx, configuration }: Means,
  issueId: string,
  event: RecordedEvent,
): Promise<Issue | null> {
  const row = await ctx.db.read.selectFrom('issues').selectAll().where('id', '=', issueId).executeTakeFirst()
  if (!row) return null
  const issue = issueFromRow(row)
  const later = await ctx.db.read
    .selectFrom('events')
    .selectAll()
    .where('issue_id', '=', issueId)
    .where('id', '>', event.id)
    .orderBy('id')
    .execute()
  return issueAsOf(issue, later.map(eventFromRow), {
    type: typeOf(configuration, issue),
    defaultCountry: ctx.settings.defaultCountry,
    at: event.at,
  })
}
