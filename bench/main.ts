/**
 * The benchmarks: CPU time of the server process per request, against a bare `node:http` server that sends the same
 * bytes, in interleaved runs; the median of the pair ratios counts. `--quick` takes under a minute. `--lists` measures
 * lists over very many issues instead, `--rules` business rules.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median, percentile, printTable, type Row } from './figures.ts'
import { freshAddress, makeInstallation, serveInstallation, type Visitor } from './installation.ts'
import { measureLists } from './lists.ts'
import { type Answer, Load } from './load.ts'
import { makeManyIssues } from './many-issues.ts'
import { cpuMicroseconds, memoryMiB, type Server, startServer } from './processes.ts'
import { measureRules } from './rules.ts'
import { measureTiming, timingRow } from './timing.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    lists: { type: 'boolean' },
    rules: { type: 'boolean' },
    issues: { type: 'string', default: '300000' },
  },
})
const PAIRS = options.quick ? 5 : 15
const REQUESTS = options.quick ? 800 : 3000
const CLIENTS = 8
const PAGE = '/en/status/warranty'

type Sample = { cpu: number; p95: number; perSecond: number }

/** Runs visits against a server and says what one cost it. */
async function measure(
  server: Server,
  load: Load,
  count: number,
  visit: (index: number) => Promise<void>,
): Promise<Sample> {
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

/** A floor server that answers with exactly what ours answered. */
async function startFloor(folder: string, name: string, answer: Answer): Promise<Server> {
  const dropped = new Set(['date', 'connection', 'keep-alive', 'set-cookie', 'transfer-encoding'])
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([header]) => !dropped.has(header)),
  )
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify({ headers, body: answer.body.toString('base64') }))
  return startServer(['bench/floor.ts', file], {}, /ready (\d+)/)
}

type Compared = {
  what: string
  aim: number
  count: number
  clients: number
  ours: (load: Load) => (index: number) => Promise<void>
}

async function compare(server: Server, folder: string, sample: Answer, row: Compared): Promise<Row> {
  const floor = await startFloor(folder, row.what.replaceAll(' ', '-'), sample)
  const [ourLoad, floorLoad] = [new Load(server.port, row.clients), new Load(floor.port, row.clients)]
  const ours = row.ours(ourLoad)
  const bare = async () => {
    await floorLoad.send({ path: '/' })
  }
  await measure(server, ourLoad, Math.ceil(row.count / 4), ours)
  await measure(floor, floorLoad, Math.ceil(row.count / 4), bare)
  const pairs: { ours: Sample; floor: Sample }[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
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
  const figure = `${ratio.toFixed(2)} floors (${cpu.toFixed(0)} µs to ${floorCpu.toFixed(0)} µs of CPU; ${rate.toFixed(0)} a second, p95 ${p95.toFixed(1)} ms)`
  return { what: row.what, figure, aim: `≤ ${row.aim} floors`, met: ratio <= row.aim }
}

async function signIn(load: Load, visitor: Visitor): Promise<string> {
  const answer = await load.send({
    method: 'POST',
    path: PAGE,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': freshAddress() },
    body: new URLSearchParams({ issue: visitor.number, contact: visitor.email }).toString(),
  })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

function refusedAttempt(load: Load): () => Promise<Answer> {
  return () => {
    const unlikely = Math.random().toString(36).slice(2).toUpperCase()
    return load.send({
      method: 'POST',
      path: PAGE,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': freshAddress() },
      body: new URLSearchParams({
        issue: `WC-26-${unlikely}`,
        contact: `${unlikely}@example.com`,
      }).toString(),
    })
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reklamator-floor-'))
  const installation = await makeInstallation(200)
  const rows: Row[] = []
  console.error(`Node ${process.version}, ${cpus().length} cores, ${PAIRS} pairs of ${REQUESTS} requests`)
  try {
    const starts: Server[] = []
    for (let start = 0; start < 5; start++) {
      const one = await serveInstallation(installation.dataDir)
      starts.push(one)
      await one.stop()
    }
    const startedIn = median(starts.map((one) => one.startedIn))
    rows.push({
      what: 'start to ready, existing store',
      figure: `${startedIn.toFixed(0)} ms`,
      aim: '≤ 1000 ms',
      met: startedIn <= 1000,
    })

    const server = await serveInstallation(installation.dataDir)
    const load = new Load(server.port, CLIENTS)
    const gzip = { 'accept-encoding': 'gzip' }
    const form = await load.send({ path: PAGE, headers: gzip })
    const sheetHref =
      /href="(\/assets\/[^"]+\.css)"/.exec((await load.send({ path: PAGE })).body.toString())?.[1] ?? ''
    const sheet = await load.send({ path: sheetHref, headers: gzip })
    const bytes = form.body.length + sheet.body.length
    rows.push({
      what: 'first visit, compressed',
      figure: `2 requests, ${(bytes / 1000).toFixed(1)} kB`,
      aim: '≤ 2 requests, 14 kB',
      met: sheet.status === 200 && bytes <= 14_000,
    })
    const idle = memoryMiB(server.pid).now
    rows.push({ what: 'memory, idle', figure: `${idle.toFixed(0)} MiB`, aim: '≤ 150 MiB', met: idle <= 150 })

    rows.push(
      await compare(server, folder, form, {
        what: 'form',
        aim: 6,
        count: REQUESTS,
        clients: CLIENTS,
        ours: (own) => async () => {
          await own.send({ path: PAGE, headers: gzip })
        },
      }),
    )

    const sessions = await Promise.all(
      installation.visitors.slice(0, 50).map(async (visitor) => {
        const cookie = await signIn(load, visitor)
        return { path: `${PAGE}?issue=${visitor.number}`, headers: { cookie } }
      }),
    )
    const [firstView] = sessions
    if (!firstView) throw new Error('no visitor is signed in')
    rows.push(
      await compare(server, folder, await load.send(firstView), {
        what: 'view with a live session',
        aim: 6,
        count: REQUESTS,
        clients: CLIENTS,
        ours: (own) => async (index) => {
          await own.send(sessions[index % sessions.length] ?? firstView)
        },
      }),
    )

    const refused = await refusedAttempt(load)()
    rows.push(
      await compare(server, folder, refused, {
        what: 'refused look-up, durably counted',
        aim: 20,
        count: Math.ceil(REQUESTS / 2),
        clients: 64,
        ours: (own) => {
          const attempt = refusedAttempt(own)
          return async () => {
            const answer = await attempt()
            if (answer.status !== 422) throw new Error(`a refusal answered ${answer.status}`)
          }
        },
      }),
    )
    const { peak } = memoryMiB(server.pid)
    rows.push({
      what: 'memory, highest under this load',
      figure: `${peak.toFixed(0)} MiB`,
      aim: '≤ 300 MiB',
      met: peak <= 300,
    })
    load.close()
    await server.stop()
    // Below some hundred pairs chance alone passes the aim.
    if (!options.quick) rows.push(timingRow(await measureTiming({ pairs: 2000 })))
  } finally {
    installation.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  printTable(rows)
}

async function lists(): Promise<void> {
  const { dataDir, remove } = await makeManyIssues(Number(options.issues))
  try {
    printTable(await measureLists(dataDir))
  } finally {
    remove()
  }
}

if (options.rules) printTable(await measureRules())
else await (options.lists ? lists() : main())
