import { openSqliteDatabase } from '../src/db/index.ts'
import { openConfiguration } from '../src/issue-types/index.ts'
import { issueFromRow } from '../src/issues/index.ts'
import {
  type CompiledRules,
  compileRules,
  type Condition,
  evaluate,
  type Operator,
  type Rule,
  type Snapshot,
} from '../src/rules/index.ts'
import { median, type Row } from './figures.ts'
import { makeInstallation } from './installation.ts'

const RULES = 100
const EVENTS = 5000
/** One is so short that more are needed for the same time. */
const FLOORS = 200_000
const ROUNDS = 15
const AIM = 20_000

type Asked = [field: string, operator: Operator, value?: unknown]

/** Three comparisons, two of them in a group of their own. */
function asks(first: Asked, ...rest: Asked[]): Condition {
  const comparison = ([field, operator, value]: Asked) => ({ field, operator, value })
  return {
    combinator: 'and',
    rules: [comparison(first), { combinator: 'or', rules: rest.map(comparison) }],
  }
}

/** Of fields that the starter configuration has. All three comparisons have to be asked. */
const CONDITIONS: readonly Condition[] = [
  asks(['contact.email', 'notNull'], ['product', 'contains', 'toaster'], ['quantity', '>', 5]),
  asks(['stage', '=', 'review'], ['due', 'between', 'today,today+7'], ['handler', 'notNull']),
  asks(
    ['created', '>=', 'today-30'],
    ['remedy_requested', 'in', 'repair,refund'],
    ['price', '>', '1000 CZK'],
  ),
  asks(['order_number', 'beginsWith', '2026'], ['defect', 'contains', 'noise'], ['locale', '=', 'cs']),
  asks(['event.to', '=', 'assessing'], ['contact.phone', 'beginsWith', '+421'], ['step', '=', 'closed']),
]

/** How many events a second the rules are evaluated for, where each event starts all of them. */
export async function measureRules(): Promise<Row[]> {
  const { compiled, snapshots, event } = await prepare()
  const ours: number[] = []
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const one = timeEach((index) => {
      const snapshot = snapshots[index % snapshots.length]
      if (snapshot && evaluate(compiled, snapshot).fired.length > 0) throw new Error('a rule fired')
    }, EVENTS)
    const floor = timeEach(() => void JSON.parse(event), FLOORS)
    // The first round warms up.
    if (round === 0) continue
    ours.push(one)
    ratios.push(one / floor)
  }
  const each = median(ours)
  const perSecond = 1e6 / each
  return [
    {
      what: `an event for which ${RULES} rules of 3 comparisons are evaluated`,
      figure: `${perSecond.toFixed(0)}/s on one core, ${each.toFixed(1)} µs of CPU, ${median(ratios).toFixed(1)} × parsing the event`,
      aim: `≥ ${AIM}/s`,
      met: perSecond >= AIM,
    },
  ]
}

/** Microseconds of CPU that one of many takes. */
function timeEach(work: (index: number) => void, count: number): number {
  const began = process.cpuUsage()
  for (let index = 0; index < count; index++) work(index)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / count
}

async function prepare(): Promise<{ compiled: CompiledRules; snapshots: Snapshot[]; event: string }> {
  const installation = await makeInstallation(50)
  const db = openSqliteDatabase(installation.dataDir)
  try {
    const configuration = await openConfiguration(db).current()
    const rows = await db.read.selectFrom('issues').selectAll().execute()
    const { kind, data } = await db.read
      .selectFrom('events')
      .select(['kind', 'data'])
      .where('kind', '=', 'issue.step-changed')
      .limit(1)
      .executeTakeFirstOrThrow()
    const rules = Array.from({ length: RULES }, (_, index): Rule => {
      const condition = CONDITIONS[index % CONDITIONS.length] ?? null
      return {
        id: String(index),
        name: `Rule ${index}`,
        enabled: true,
        issueType: null,
        trigger: { on: 'issue.step-changed' },
        condition,
        actions: [{ do: 'note', body: 'It fired.' }],
        stop: false,
        once: false,
        position: index,
      }
    })
    const compiled = compileRules(rules, {
      configuration,
      templateKeys: new Set(),
      webhookIds: new Set(),
      defaultCountry: 'CZ',
    })
    if (compiled.broken.length > 0) throw new Error(JSON.stringify(compiled.broken[0]))
    const snapshots = rows.map(issueFromRow).map((issue): Snapshot => {
      const type = configuration.typeById.get(issue.typeId)
      if (!type) throw new Error(`${issue.number} has no type`)
      const event = { kind: 'issue.step-changed' as const, data: JSON.parse(data) as Record<string, unknown> }
      return { issue, type, configuration, event, now: Date.now(), timeZone: 'Europe/Prague' }
    })
    return { compiled, snapshots, event: JSON.stringify({ kind, data: JSON.parse(data) }) }
  } finally {
    await db.close()
    installation.remove()
  }
}
