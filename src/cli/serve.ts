import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import { type Log, openLog, serve, type Serving } from '../main.ts'
import { type Command, print, say, WrongUse } from './command.ts'
import { growWithLoad } from './memory.ts'

export const serveCommand: Command = {
  usage: `Usage: reklamator serve [--no-worker]

Runs the system on the settings in the environment or the file .env (HOST, PORT, BASE_URL, DATA_DIR, DATABASE_URL, …).
Prints one line when it is ready. Stops cleanly at SIGTERM or SIGINT. --no-worker leaves rules and mail to processes of
reklamator work, which need PostgreSQL.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { 'no-worker': { type: 'boolean' } },
      strict: true,
    })
    const worker = values['no-worker'] !== true
    const config = await withFreePort(readConfig())
    if (!worker && !config.databaseUrl)
      throw new WrongUse('--no-worker needs PostgreSQL: name it in DATABASE_URL')
    const log = openLog(config.logLevel)
    endOnSurprise(log)
    const serving = await serve(config, log, { worker })
    growWithLoad()
    print(`Reklamator is ready at ${serving.address}`)
    if (serving.firstLink) say(welcome(serving.firstLink))
    return untilStopped(serving, log)
  },
}

/** Said once: whoever reads it first becomes the owner. */
function welcome(link: string): string {
  return `Nobody can sign in yet. Open this link within 24 hours to become the owner (it works once; a new start prints another):
  ${link}`
}

/** Port 0 asks the system for a free one, which must be known before links are made. */
export async function withFreePort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const port = await new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, config.host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
  const baseUrl = config.baseUrl === 'http://localhost:0' ? `http://localhost:${port}` : config.baseUrl
  return { ...config, port, baseUrl }
}

/** Resolves to the exit code once a signal came and everything was let go. */
export function untilStopped(serving: Pick<Serving, 'stop'>, log: Log): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      serving.stop().then(
        () => resolve(0),
        (error: unknown) => {
          log('error', 'the stop was not clean', error)
          resolve(1)
        },
      )
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}

/** What nobody caught leaves the process in a state nobody knows: say so and end, to be started anew. */
export function endOnSurprise(log: Log): void {
  const end = (error: unknown) => {
    log('error', 'ending after an unexpected error', error)
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
