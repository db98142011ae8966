/**
 * The benchmarks: CPU time of the server process per request, against a bare `node:http` server that sends the same
 * bytes, in interleaved runs; the median of the pair ratios counts. `--quick` takes under a minute. `--lists` measures
 * lists over very many issues instead, on both stores or those of `--store`, `--desk` what a handler's screens ask for with
 * few and very many, `--overview` figures about them, `--large` what a visit costs with very many, `--rules` business
 * rules, `--mail` how mail leaves, `--time` what time starts, `--screen` what a handler's browser does.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compare } from './compare.ts'
import { measureCreation } from './created-issues.ts'
import { measureMail } from './deliveries.ts'
import { measureDesk } from './desk.ts'
import { median, printTable, type Row } from './figures.ts'
import { measureHandOver } from './hand-over.ts'
import { type Installation, makeInstallation, serveInstallation } from './installation.ts'
import { measureLargeStore } from './large-store.ts'
import { measureLists } from './lists.ts'
import { Load } from './load.ts'
import { makeManyIssues, type ManyIssues } from './many-issues.ts'
import { memoryMiB, type Server } from './processes.ts'
import { measureOverview } from './overview.ts'
import { measureRules } from './rules.ts'
import { measureScreen } from './screen.ts'
import { measureTime } from './time.ts'
import { measureTiming, timingRow } from './timing.ts'
import { expectRefusal, formCall, PAGE, refusedCall, signIn, view } from './visits.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    lists: { type: 'boolean' },
    desk: { type: 'boolean' },
    overview: { type: 'boolean' },
    large: { type: 'boolean' },
    screen: { type: 'boolean' },
    rules: { type: 'boolean' },
    mail: { type: 'boolean' },
    time: { type: 'boolean' },
    issues: { type: 'string', default: '1000000' },
    store: { type: 'string', multiple: true, default: ['sqlite', 'postgres'] },
  },
})
const ISSUES = Number(options.issues)
const FEW = 1000
const PAIRS = options.quick ? 5 : 15
const REQUESTS = options.quick ? 800 : 3000
const WARM_UP = 8000
const LOOK_UPS = options.quick ? 150 : 600
const CREATED = options.quick ? 200 : 500
const CLIENTS = 8
/** A visitor each. */
const MANY_CLIENTS = 64

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reklamator-floor-'))
  const installation = await makeInstallation(LOOK_UPS)
  const rows: Row[] = []
  console.error(`Node ${process.version}, ${cpus().length} cores, ${PAIRS} pairs of ${REQUESTS} requests`)
  try {
    rows.push(await startRow(installation))
    const server = await serveInstallation(installation.dataDir)
    rows.push(await firstVisitRow(server))
    const idle = memoryMiB(server.pid).now
    rows.push({ what: 'memory, idle', figure: `${idle.toFixed(0)} MiB`, aim: '≤ 150 MiB', met: idle <= 150 })
    rows.push(...(await visitRows(server, installation, folder)))
    const opened = { pairs: PAIRS, count: CREATED }
    rows.push(await measureCreation(server, installation.dataDir, folder, opened))
    const { peak } = memoryMiB(server.pid)
    rows.push({
      what: 'memory, highest under this load',
      figure: `${peak.toFixed(0)} MiB`,
      aim: '≤ 300 MiB',
      met: peak <= 300,
    })
    await server.stop()
    // Below some hundred pairs chance alone passes the aim.
    if (!options.quick) rows.push(timingRow(await measureTiming({ pairs: 2000 })))
  } finally {
    installation.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  printTable(rows)
}

async function startRow({ dataDir }: Installation): Promise<Row> {
  const starts: number[] = []
  for (let start = 0; start < 5; start++) {
    const one = await serveInstallation(dataDir)
    starts.push(one.startedIn)
    await one.stop()
  }
  const startedIn = median(starts)
  return {
    what: 'start to ready, existing store',
    figure: `${startedIn.toFixed(0)} ms`,
    aim: '≤ 1000 ms',
    met: startedIn <= 1000,
  }
}

async function firstVisitRow(server: Server): Promise<Row> {
  const load = new Load(server.port, CLIENTS)
  const form = await load.send(formCall)
  const plain = await load.send({ path: PAGE })
  const sheetHref = /href="(\/assets\/[^"]+\.css)"/.exec(plain.body.toString())?.[1] ?? ''
  const sheet = await load.send({ ...formCall, path: sheetHref })
  load.close()
  const bytes = form.body.length + sheet.body.length
  return {
    what: 'first visit, compressed',
    figure: `2 requests, ${(bytes / 1000).toFixed(1)} kB`,
    aim: '≤ 2 requests, 14 kB',
    met: sheet.status === 200 && bytes <= 14_000,
  }
}

/** The form, a view, a refused look-up, and all that a visitor does who comes in. */
async function visitRows(server: Server, { visitors }: Installation, folder: string): Promise<Row[]> {
  const load = new Load(server.port, CLIENTS)
  const form = await load.send(formCall)
  const signedIn = await Promise.all(visitors.slice(0, 50).map((visitor) => signIn(load, visitor)))
  const views = signedIn.map((one) => one.view)
  const [[first], [firstVisitor]] = [signedIn, visitors]
  if (!first || !firstVisitor) throw new Error('no visitor is signed in')
  const shown = await view(load, first.view)
  const refused = await expectRefusal(load, refusedCall())
  load.close()

  const asked = { call: formCall, answer: form }
  const submitted = { call: refusedCall(), answer: first.answer }
  const seen = { call: first.view, answer: shown }
  return [
    await compare(server, folder, [asked], {
      what: 'form',
      aim: 2,
      pairs: PAIRS,
      count: REQUESTS,
      warmUp: WARM_UP,
      clients: CLIENTS,
      ours: (own) => async () => void (await own.send(formCall)),
    }),
    await compare(server, folder, [seen], {
      what: 'view with a live session',
      aim: 4,
      pairs: PAIRS,
      count: REQUESTS,
      warmUp: WARM_UP,
      clients: CLIENTS,
      ours: (own) => async (index) => void (await view(own, views[index % views.length] ?? first.view)),
    }),
    await compare(server, folder, [{ call: refusedCall(), answer: refused }], {
      what: 'refused look-up, durably counted',
      aim: 20,
      pairs: PAIRS,
      count: Math.ceil(REQUESTS / 2),
      warmUp: REQUESTS / 4,
      clients: MANY_CLIENTS,
      ours: (own) => async () => void (await expectRefusal(own, refusedCall())),
    }),
    await compare(server, folder, [asked, submitted, seen], {
      what: `whole look-up: form, POST, view; ${MANY_CLIENTS} visitors at once, durably counted`,
      aim: 8,
      floorIs: 'times three floors',
      pairs: PAIRS,
      count: LOOK_UPS,
      warmUp: LOOK_UPS,
      clients: MANY_CLIENTS,
      ours: (own) => async (index) => {
        await own.send(formCall)
        const visit = await signIn(own, visitors[index % visitors.length] ?? firstVisitor)
        await view(own, visit.view)
      },
    }),
  ]
}

type Measure = (made: ManyIssues) => Promise<Row[]>

/** Measures a store of each kind that is asked for, made with each number of issues. */
async function manyIssues(measures: readonly Measure[], sizes: readonly number[] = [ISSUES]): Promise<void> {
  for (const store of options.store) {
    if (store !== 'sqlite' && store !== 'postgres') throw new Error('--store is sqlite or postgres')
    for (const size of sizes) await oneStore(store, size, measures)
  }
}

async function oneStore(
  store: 'sqlite' | 'postgres',
  size: number,
  measures: readonly Measure[],
): Promise<void> {
  const began = performance.now()
  const made = await makeManyIssues(size, store)
  try {
    const seconds = (performance.now() - began) / 1000
    console.log(`\n${size} issues on ${store}, made in ${seconds.toFixed(0)} s\n`)
    for (const measure of measures) printTable(await measure(made))
    const loads = loadavg().map((load) => load.toFixed(1))
    console.log(`\nload of the machine: ${loads.join(', ')}`)
  } finally {
    await made.remove()
  }
}

async function largeStore(): Promise<void> {
  printTable(await measureLargeStore(ISSUES, { pairs: 15, count: 2000 }))
}

if (options.rules) printTable(await measureRules())
else if (options.screen) printTable(await measureScreen())
else if (options.time) printTable(await measureTime(ISSUES))
else if (options.mail) printTable([...(await measureMail()), ...(await measureHandOver())])
else if (options.large) await largeStore()
else {
  const measures = [
    ...(options.desk ? [measureDesk] : []),
    ...(options.overview ? [measureOverview] : []),
    ...(options.lists ? [measureLists] : []),
  ]
  if (measures.length > 0) await manyIssues(measures, options.desk ? [FEW, ISSUES] : [ISSUES])
  else await main()
}
