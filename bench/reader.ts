import { execFileSync } from 'node:child_process'
import { median, percentile, type Row } from './figures.ts'
import { serveInstallation } from './installation.ts'
import { Load } from './load.ts'
import type { ManyIssues } from './many-issues.ts'
import { cpuMicroseconds } from './processes.ts'

const RUNS = 40
const PATIENCE_MS = 1500

/** The real program on a store of many issues, and somebody who reads it through the API. */
export type Reader = {
  /** The body of what lies at a path under `/api/v1`. */
  get: (path: string) => Promise<string>
  /** Milliseconds of CPU that the program and its store used since `before` was called. */
  cpu: () => Promise<() => number>
  close: () => Promise<void>
}

/** As a browser does, it sends up to six requests at once. */
export async function openReader({ dataDir, env, backends }: ManyIssues): Promise<Reader> {
  const server = await serveInstallation(dataDir, env)
  const args = ['token', 'create', '--name', 'Benchmark', '--scope', 'issues:write']
  const token = execFileSync(process.execPath, ['src/cli/main.ts', ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
  }).trim()
  const load = new Load(server.port, 6)
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: async (path) => {
      const { status, body } = await load.send({ path: `/api/v1${path}`, headers })
      if (status !== 200) throw new Error(`${path} answered ${status}: ${body.toString()}`)
      return body.toString()
    },
    cpu: async () => {
      const processes = new Map([server.pid, ...(await backends())].map((pid) => [pid, cpuSoFar(pid) ?? 0]))
      const began = sumOf(processes)
      return () => {
        for (const [pid, before] of processes) processes.set(pid, cpuSoFar(pid) ?? before)
        return (sumOf(processes) - began) / 1000
      }
    },
    close: async () => {
      load.close()
      await server.stop()
    },
  }
}

function sumOf(processes: ReadonlyMap<number, number>): number {
  return [...processes.values()].reduce((sum, used) => sum + used, 0)
}

/** `null` where the process has ended: the program lets go of idle connections. */
function cpuSoFar(pid: number): number | null {
  try {
    return cpuMicroseconds(pid)
  } catch {
    return null
  }
}

/** The slowest of some ways to read the same, by CPU time of the program and its store: others may use the machine. */
export async function slowestOf<Way extends string>(
  { cpu }: Reader,
  what: string,
  ways: readonly Way[],
  read: (way: Way) => Promise<unknown>,
  aim: number,
): Promise<Row> {
  let slowest = { cpu: 0, p95: 0, middle: 0, way: '' }
  for (const way of ways) {
    await read(way)
    const used = await cpu()
    const times = await timed(() => read(way))
    const each = used() / times.length
    if (each >= slowest.cpu) {
      slowest = { cpu: each, p95: percentile(times, 0.95), middle: median(times), way }
    }
  }
  const { p95, middle, way } = slowest
  const of = way && ` (${way})`
  const figure = `${slowest.cpu.toFixed(1)} ms of CPU, median ${middle.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${of}`
  return { what, figure, aim: `p95 ≤ ${aim} ms`, met: p95 <= aim }
}

/** The times of some runs; of fewer where they take long. */
async function timed(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const began = performance.now()
  while (times.length < RUNS && performance.now() - began < PATIENCE_MS) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times
}
