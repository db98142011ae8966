import { execFileSync } from 'node:child_process'
import { percentile, type Row } from './figures.ts'
import { serveInstallation } from './installation.ts'
import { Load } from './load.ts'

const SORTS = ['created', 'changed', 'due', 'number'].flatMap((sort) => [`-${sort}`, sort])
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** Each documented filter alone, common and rare, and the pairs that a desk uses most. */
const FILTERS: readonly [what: string, query: string][] = [
  ['no filter', ''],
  ['type', 'type=warranty'],
  ['step, common', 'step=closed'],
  ['step, rare', 'step=at-partner'],
  ['category, common', 'category=done'],
  ['category, rare', 'category=waiting'],
  ['handler', 'handler=handler7@shop.example'],
  ['handler, none', 'handler=none'],
  ['handler and category', 'handler=handler7@shop.example&category=open'],
  ['handler, none, and category', 'handler=none&category=waiting'],
  ['contact', 'contact=customer1000@example.com'],
  ['q, a number', 'q=WA-26-0150000'],
  ['q, a rare word', 'q=customer1000'],
  ['q, a common word', 'q=kettle'],
  ['q, no match of two', 'q=kettle+vacuum'],
  ['created, a week', `createdFrom=${day(7)}`],
  ['created, two years', `createdFrom=${day(730)}`],
  ['created, long ago', `createdTo=${day(1080)}`],
  ['due, a week', `dueFrom=${day(0)}&dueTo=${day(-7)}`],
  ['due, passed', `dueTo=${day(0)}`],
  ['field, one issue', 'field.order_number=2026-150000'],
  ['field, common', 'field.priority=normal'],
  ['field, one in twenty', 'field.priority=high'],
  ['type and step', 'type=warranty&step=at-partner'],
  ['type and category', 'type=return&category=open'],
  ['category and field', 'category=open&field.priority=high'],
  ['category, common, with its count', 'category=done&count=true'],
  ['q, a common word, with its count', 'q=kettle&count=true'],
  ['all, with their count', 'count=true'],
]

const RUNS = 40
const PATIENCE_MS = 2000
const AIM_MS = 100

/** First pages of 50 from the real program: for each filter, the slowest of the eight sorts. */
export async function measureLists(dataDir: string): Promise<Row[]> {
  const server = await serveInstallation(dataDir)
  const args = ['src/cli/main.ts', 'token', 'create', '--name', 'Benchmark', '--scope', 'issues:read']
  const token = execFileSync(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
    encoding: 'utf8',
  }).trim()
  const load = new Load(server.port, 1)
  const headers = { authorization: `Bearer ${token}` }
  const rows: Row[] = []
  for (const [what, query] of FILTERS) {
    let slowest = { p95: 0, sort: '' }
    for (const sort of SORTS) {
      const path = `/api/v1/issues?sort=${sort}${query && `&${query}`}`
      const p95 = await timed(async () => {
        const answer = await load.send({ path, headers })
        if (answer.status !== 200)
          throw new Error(`${path} answered ${answer.status}: ${answer.body.toString()}`)
      })
      if (p95 >= slowest.p95) slowest = { p95, sort }
    }
    const { p95, sort } = slowest
    rows.push({
      what: `first page of ${what}`,
      figure: `p95 ${p95.toFixed(1)} ms (sort ${sort})`,
      aim: `≤ ${AIM_MS} ms`,
      met: p95 <= AIM_MS,
    })
  }
  load.close()
  await server.stop()
  return rows
}

/** The 95th percentile of some runs, after one that warms; of fewer where they take long. */
async function timed(run: () => Promise<void>): Promise<number> {
  await run()
  const times: number[] = []
  const began = performance.now()
  while (times.length < RUNS && performance.now() - began < PATIENCE_MS) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return percentile(times, 0.95)
}
