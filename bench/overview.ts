import { median, percentile, type Row } from './figures.ts'
import type { ManyIssues } from './many-issues.ts'
import { openReader } from './reader.ts'

const RUNS = 15
const AIM_MS = 1000
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** What of it is asked; each run asks another period, since the program keeps what it has counted. */
const ASKED: readonly [what: string, query: (run: number) => string][] = [
  ['twelve weeks', (run) => `from=${day(83 + run)}`],
  ['a year', (run) => `from=${day(350 + run)}`],
  ['a year of one type', (run) => `type=warranty&from=${day(350 + run)}`],
]

/** The overview from the real program, counted each time; then once more, as it is kept. */
export async function measureOverview(made: ManyIssues): Promise<Row[]> {
  const reader = await openReader(made)
  const get = async (query: string): Promise<number> => {
    const start = performance.now()
    await reader.get(`/overview?${query}`)
    return performance.now() - start
  }
  try {
    const rows: Row[] = []
    for (const [what, query] of ASKED) {
      const times: number[] = []
      for (let run = 0; run < RUNS; run++) times.push(await get(query(run)))
      const [middle, p95] = [median(times), percentile(times, 0.95)]
      const kept = await get(query(RUNS - 1))
      const figure = `median ${middle.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; kept ${kept.toFixed(1)} ms`
      rows.push({ what: `overview, ${what}`, figure, aim: `p95 ≤ ${AIM_MS} ms`, met: p95 <= AIM_MS })
    }
    return rows
  } finally {
    await reader.close()
  }
}
