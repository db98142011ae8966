import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSmtpServer } from '../test/support/smtp.ts'
import { median, percentile, type Row } from './figures.ts'
import { Load } from './load.ts'
import { startServer } from './processes.ts'

const MAILS = 100
const PAIRS = 10
const PER_RUN = 400
const CLIENTS = 8

/** From an event to the mail server, and what a mail server that is away costs those who open issues. */
export async function measureHandOver(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-bench-'))
  let smtp = await startSmtpServer()
  const { port } = smtp
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'fatal', SMTP_URL: `smtp://127.0.0.1:${port}` }
  const server = await startServer(['src/cli/main.ts', 'serve'], env, /ready at .*:(\d+)$/)
  try {
    const args = ['src/cli/main.ts', 'token', 'create', '--name', 'Benchmark', '--scope', 'issues:write']
    const token = execFileSync(process.execPath, args, {
      env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
      encoding: 'utf8',
    }).trim()
    let made = 0
    const open = async (load: Load) => {
      const answer = await load.send({
        method: 'POST',
        path: '/api/v1/issues',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'warranty', contact: { email: `customer${++made}@example.com` } }),
      })
      if (answer.status !== 201) throw new Error(`opening an issue answered ${answer.status}`)
    }

    const one = new Load(server.port, 1)
    const times: number[] = []
    for (let mail = 0; mail < MAILS; mail++) {
      const began = performance.now()
      await open(one)
      await smtp.untilReceived(mail + 1)
      times.push(performance.now() - began)
    }
    one.close()

    const many = new Load(server.port, CLIENTS)
    const p95 = async () => percentile(await many.run(PER_RUN, () => open(many)), 0.95)
    // Warms up, and begins with a server that is there.
    await p95()
    const ratios: number[] = []
    // There, away; away, there: so that what changes over time changes both.
    for (let pair = 0; pair < PAIRS; pair++) {
      const isFirst = pair % 2 === 0
      const first = await p95()
      if (isFirst) await smtp.stop()
      else smtp = await startSmtpServer({ port })
      const second = await p95()
      ratios.push(isFirst ? second / first : first / second)
    }
    many.close()
    const ratio = median(ratios)
    const handOver = percentile(times, 0.95)
    return [
      {
        what: 'from opening an issue to the mail server having its mail, idle',
        figure: `p95 ${handOver.toFixed(0)} ms, median ${median(times).toFixed(0)} ms`,
        aim: 'p95 ≤ 300 ms',
        met: handOver <= 300,
      },
      {
        what: 'opening issues while the mail server is away, against there',
        figure: `${ratio.toFixed(2)} times the p95 (median of ${PAIRS} pairs)`,
        aim: '≤ 1.1 times',
        met: ratio <= 1.1,
      },
    ]
  } finally {
    await server.stop()
    await smtp.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
