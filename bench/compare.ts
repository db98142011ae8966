import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, percentile, type Row } from './figures.ts'
import { type Answer, type Call, Load } from './load.ts'
import { cpuMicroseconds, type Server, startServer } from './processes.ts'

export type Visit = (index: number) => Promise<void>
type Sample = { cpu: number; p95: number; perSecond: number }

/** Runs visits against a server and says what one cost it. */
export async function measure(server: Server, load: Load, count: number, visit: Visit): Promise<Sample> {
  const cpu = cpuMicroseconds(server.pid)
  const began = performance.now()
  const times = await load.run(count, visit)
  const seconds = (performance.now() - began) / 1000
  return {
    cpu: (cpuMicroseconds(server.pid) - cpu) / count,
    p95: percentile(times, 0.95),
    perSecond: count / seconds,
  }
}

/** A visitor's request, and what it was answered. */
export type Exchange = { call: Call; answer: Answer }

/** A floor server that answers with exactly what ours answered. */
async function startFloor(folder: string, name: string, answers: readonly Answer[]): Promise<Server> {
  const dropped = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
  const file = join(folder, `${name}.json`)
  const kept = answers.map(({ status, headers, body }) => ({
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([header]) => !dropped.has(header))),
    body: body.toString('base64'),
  }))
  writeFileSync(file, JSON.stringify(kept))
  return startServer(['bench/floor.ts', file], {}, /ready (\d+)/)
}

export type Compared = {
  what: string
  /** In floors: what the bare server needs for as many requests with the same answers. */
  aim: number
  floorIs?: string
  pairs: number
  count: number
  /** Visits before the first pair, until the code is compiled. */
  warmUp: number
  clients: number
  ours: (load: Load) => Visit
}

/** Runs visits against our server and against the floor in turn. */
export async function compare(
  server: Server,
  folder: string,
  sample: readonly Exchange[],
  row: Compared,
): Promise<Row> {
  const floor = await startFloor(
    folder,
    row.what.replaceAll(/\W+/g, '-'),
    sample.map(({ answer }) => answer),
  )
  const [ourLoad, floorLoad] = [new Load(server.port, row.clients), new Load(floor.port, row.clients)]
  const ours = row.ours(ourLoad)
  const bare = async () => {
    for (const [index, { call }] of sample.entries()) await floorLoad.send({ ...call, path: `/${index}` })
  }
  await measure(server, ourLoad, row.warmUp, ours)
  await measure(floor, floorLoad, row.warmUp, bare)
  const pairs: { ours: Sample; floor: Sample }[] = []
  for (let pair = 0; pair < row.pairs; pair++) {
    const one = await measure(server, ourLoad, row.count, ours)
    pairs.push({ ours: one, floor: await measure(floor, floorLoad, row.count, bare) })
  }
  ourLoad.close()
  floorLoad.close()
  await floor.stop()
  const ratio = median(pairs.map((pair) => pair.ours.cpu / pair.floor.cpu))
  const cpu = median(pairs.map((pair) => pair.ours.cpu))
  const floorCpu = median(pairs.map((pair) => pair.floor.cpu))
  const rate = median(pairs.map((pair) => pair.ours.perSecond))
  const p95 = median(pairs.map((pair) => pair.ours.p95))
  const unit = row.floorIs ?? 'floors'
  const figure = `${ratio.toFixed(2)} ${unit} (${cpu.toFixed(0)} µs to ${floorCpu.toFixed(0)} µs of CPU; ${rate.toFixed(0)} a second, p95 ${p95.toFixed(1)} ms)`
  return { what: row.what, figure, aim: `≤ ${row.aim} ${unit}`, met: ratio <= row.aim }
}
