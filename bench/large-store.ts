import { DatabaseSync } from 'node:sqlite'
import { sqliteFile } from '../src/db/index.ts'
import { median, type Row } from './figures.ts'
import { measure, type Visit } from './compare.ts'
import { serveInstallation, type Visitor } from './installation.ts'
import { Load } from './load.ts'
import { makeManyIssues } from './many-issues.ts'
import type { Server } from './processes.ts'
import { expectRefusal, refusedCall, signIn, view } from './visits.ts'

const FEW = 1000
const VISITORS = 200
const AIM = 1.1

type Store = { server: Server; dataDir: string; visitors: Visitor[]; remove: () => Promise<void> }

/** What a visit costs with very many issues, against what it costs with 1,000, the two in turn. */
export async function measureLargeStore(
  issues: number,
  { pairs, count }: { pairs: number; count: number },
): Promise<Row[]> {
  const few = await openStore(FEW)
  const many = await openStore(issues)
  try {
    return [
      await inTurn(many, few, `a view, with ${issues} issues`, { pairs, count, clients: 8 }, viewing),
      await inTurn(
        many,
        few,
        `a refused look-up, with ${issues} issues`,
        { pairs, count, clients: 64 },
        refusing,
      ),
    ]
  } finally {
    for (const { server, remove } of [few, many]) {
      await server.stop()
      await remove()
    }
  }
}

async function openStore(issues: number): Promise<Store> {
  const { dataDir, remove } = await makeManyIssues(issues)
  const visitors = visitorsOf(dataDir, issues)
  return { server: await serveInstallation(dataDir), dataDir, visitors, remove }
}

/** Visitors of issues that lie evenly over the store. */
function visitorsOf(dataDir: string, issues: number): Visitor[] {
  const store = new DatabaseSync(sqliteFile(dataDir))
  const visitors = store
    .prepare(
      `select number, contact_email as email from issues
       where issue_type_id = (select id from issue_types where key = 'warranty') and search_id % ? = 0
       order by search_id limit ?`,
    )
    .all(Math.max(1, Math.floor(issues / VISITORS / 2)), VISITORS)
    .map(({ number, email }) => ({ number: String(number), email: String(email) }))
  store.close()
  return visitors
}

type Making = (load: Load, store: Store) => Promise<Visit>

const viewing: Making = async (load, { visitors }) => {
  const calls = await Promise.all(visitors.map(async (visitor) => (await signIn(load, visitor)).view))
  return async (index) => {
    const call = calls[index % calls.length]
    if (call) await view(load, call)
  }
}

/** Numbers that nobody has, each beside one that somebody has. */
const refusing: Making = async (load, { visitors }) => {
  return async (index) => {
    const beside = visitors[index % visitors.length]?.number.slice(0, -4) ?? ''
    await expectRefusal(
      load,
      refusedCall((drawn) => beside + drawn),
    )
  }
}

async function inTurn(
  many: Store,
  few: Store,
  what: string,
  { pairs, count, clients }: { pairs: number; count: number; clients: number },
  making: Making,
): Promise<Row> {
  const loads = [many, few].map(({ server }) => new Load(server.port, clients)) as [Load, Load]
  const visits = [await making(loads[0], many), await making(loads[1], few)] as const
  const cost = async (store: Store, load: Load, visit: Visit) =>
    (await measure(store.server, load, count, visit)).cpu
  const costs: { many: number; few: number }[] = []
  // The first pair warms.
  for (let pair = 0; pair <= pairs; pair++) {
    costs.push({ many: await cost(many, loads[0], visits[0]), few: await cost(few, loads[1], visits[1]) })
  }
  costs.shift()
  for (const load of loads) load.close()
  const ratio = median(costs.map((pair) => pair.many / pair.few))
  const [manyCpu, fewCpu] = [median(costs.map((pair) => pair.many)), median(costs.map((pair) => pair.few))]
  return {
    what,
    figure: `${ratio.toFixed(2)} times as with ${FEW} (${manyCpu.toFixed(0)} µs to ${fewCpu.toFixed(0)} µs of CPU)`,
    aim: `≤ ${AIM} times`,
    met: ratio <= AIM,
  }
}
