import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { median, type Row } from './figures.ts'
import { Load } from './load.ts'
import type { Server } from './processes.ts'

const CLIENTS = 32
const AIM = 0.4

/**
 * Issues opened through the API by many clients at once, each answered once it is synced, against raw transactions of
 * one insert, each synced, on the same file system, in turn.
 */
export async function measureCreation(
  server: Server,
  dataDir: string,
  folder: string,
  { pairs, count }: { pairs: number; count: number },
): Promise<Row> {
  const args = ['src/cli/main.ts', 'token', 'create', '--name', 'Benchmark', '--scope', 'issues:write']
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir }
  const token = execFileSync(process.execPath, args, { env, encoding: 'utf8' }).trim()
  const load = new Load(server.port, CLIENTS)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const create = async (index: number) => {
    const body = JSON.stringify({
      type: 'warranty',
      locale: 'en',
      contact: { name: 'Jana Carter', email: `creator${index}@example.com`, phone: '+420601123456' },
      values: { product: 'Kettle K200, cream', order_number: `2026-${index}`, defect: 'Leaks at the handle' },
    })
    const answer = await load.send({ method: 'POST', path: '/api/v1/issues', headers, body })
    if (answer.status !== 201) throw new Error(`opening an issue answered ${answer.status}`)
  }
  const ours = async () => {
    const began = performance.now()
    await load.run(count, create)
    return (count * 1000) / (performance.now() - began)
  }
  const raw = async () => {
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['bench/commit-floor.ts', folder, String(count)])
    return Number(stdout)
  }
  await ours()
  const rates: { ours: number; raw: number }[] = []
  for (let pair = 0; pair < pairs; pair++) rates.push({ ours: await ours(), raw: await raw() })
  load.close()
  const ratio = median(rates.map((pair) => pair.ours / pair.raw))
  const [our, bare] = [median(rates.map((pair) => pair.ours)), median(rates.map((pair) => pair.raw))]
  return {
    what: `issues opened through the API by ${CLIENTS} clients, each synced`,
    figure: `${ratio.toFixed(2)} of the rate of raw synced commits (${our.toFixed(0)} to ${bare.toFixed(0)} a second)`,
    aim: `≥ ${AIM} of the rate`,
    met: ratio >= AIM,
  }
}
