import { addDays, dateIn, startOfDay } from '../base/index.ts'
import type { Configuration, Ctx, IssueType, Turn } from '../issue-types/index.ts'
import { countDecided, countFlow, type Decided, type Stretch } from './count-flow.ts'
import { countOpen, type OpenGroup } from './count-open.ts'
import { countOf, hoursAt } from './hours.ts'
import { agesAt, monthsUpTo, type Span, spansOf } from './period.ts'

export type Overview = Awaited<ReturnType<typeof readOverview>>

/** How the work stands now, and how it went in a period; days are those of the shop. */
export async function readOverview(
  { db, settings: { timeZone }, clock }: Pick<Ctx, 'db' | 'settings' | 'clock'>,
  configuration: Configuration,
  type: IssueType | undefined,
  period: Span,
) {
  const today = dateIn(timeZone, clock())
  const start = (day: string) => startOfDay(timeZone, day)
  const stretch = ({ from, to }: Span): Stretch => ({
    since: start(from),
    until: startOfDay(timeZone, to, 1),
  })
  const ages = agesAt(today)
  const spans = spansOf(period)
  const months = monthsUpTo(period.to)
  const groups = await countOpen(db, {
    typeId: type?.id,
    days: [today, addDays(today, 2) ?? today, addDays(today, 7) ?? today],
    since: ages.map(({ from }) => (from === null ? null : start(from))),
  })
  const flow = await countFlow(db, type?.id, spans.map(stretch))
  const decided = await countDecided(db, type?.id, months.map(stretch))
  return {
    today,
    ...period,
    open: {
      ...sumOf(groups),
      unassigned: sumOf(groups.filter(({ handlerId }) => handlerId === null)).count,
      ages: ages.map(({ days, from, to }, index) => ({
        days: { from: days[0], to: days[1] },
        createdFrom: from,
        createdTo: to,
        count: groups.reduce((sum, group) => sum + (group.ages[index] ?? 0), 0),
      })),
      turns: turnsOf(configuration, groups),
    },
    steps: stepsOf(configuration, groups),
    handlers: handlersOf(configuration, groups),
    flow: spans.map((span, index) => ({ ...span, ...(flow[index] ?? { opened: 0, closed: 0 }) })),
    decisions: decisionsOf(configuration, months, decided),
  }
}

function sumOf(groups: readonly OpenGroup[]) {
  const sum = (member: 'count' | 'late' | 'dueIn2' | 'dueIn7') =>
    groups.reduce((total, group) => total + group[member], 0)
  return { count: sum('count'), late: sum('late'), dueIn2: sum('dueIn2'), dueIn7: sum('dueIn7') }
}

function stepOf(configuration: Configuration, { typeId, step }: OpenGroup) {
  return configuration.typeById.get(typeId)?.stepByKey.get(step)
}

function turnsOf(configuration: Configuration, groups: readonly OpenGroup[]): Record<Turn, number> {
  const turns = { us: 0, customer: 0, partner: 0 }
  for (const group of groups) turns[stepOf(configuration, group)?.turn ?? 'us'] += group.count
  return turns
}

/** In the order of types and their steps. */
function stepsOf(configuration: Configuration, groups: readonly OpenGroup[]) {
  return configuration.types.flatMap(({ id, key, steps }) =>
    steps.flatMap((step) => {
      const own = groups.filter((group) => group.typeId === id && group.step === step.key)
      if (own.length === 0) return []
      const { count, late, dueIn7 } = sumOf(own)
      return [{ type: key, step: step.key, turn: step.turn, count, late, dueIn7 }]
    }),
  )
}

/** Whoever has most to do first; nobody is one, too. */
function handlersOf({ userById }: Configuration, groups: readonly OpenGroup[]) {
  const ids = new Set(groups.map(({ handlerId }) => handlerId))
  return [...ids]
    .map((id) => {
      const { count, late, dueIn7 } = sumOf(groups.filter(({ handlerId }) => handlerId === id))
      const name = id === null ? null : (userById.get(id)?.name ?? null)
      return { id, name, count, late, dueIn7 }
    })
    .toSorted((one, other) => other.count - one.count || (one.name ?? '').localeCompare(other.name ?? ''))
}

function decisionsOf(
  { types }: Configuration,
  months: readonly { month: string }[],
  /** By month. */
  decided: readonly (readonly Decided[])[],
) {
  return types.flatMap(({ id, key }) =>
    months.flatMap(({ month }, place) => {
      const took = (decided[place] ?? []).filter(({ typeId }) => typeId === id)
      if (took.length === 0) return []
      const [medianHours, p90Hours] = [hoursAt(took, 0.5), hoursAt(took, 0.9)]
      return [{ type: key, month, count: countOf(took), medianHours, p90Hours }]
    }),
  )
}
