import { execFileSync } from 'node:child_process'
import { median, percentile, type Row } from './figures.ts'
import { serveInstallation } from './installation.ts'
import { Load } from './load.ts'
import type { ManyIssues } from './many-issues.ts'

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
export async function measureOverview({ dataDir, env }: ManyIssues): Promise<Row[]> {
  const server = await serveInstallation(dataDir, env)
  const args = ['src/cli/main.ts', 'token', 'create', '--name', 'Benchmark', '--scope', 'issues:read']
  const token = execFileSync(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
  }).trim()
  const load = new Load(server.port, 1)
  const headers = { authorization: `Bearer ${token}` }
  const get = async (query: string): Promise<number> => {
    const start = performance.now()
    const { status, body } = await load.send({ path: `/api/v1/overview?${query}`, headers })
    if (status !== 200) throw new Error(`${query} answered ${status}: ${body.toString()}`)
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
    load.close()
    await server.stop()
  }
}
