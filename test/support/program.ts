import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

export type Ended = { code: number | null; out: string; err: string }

/** The real program with its own data folder; `remove` takes the folder away. */
export function program(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'reklamator-program-'))
  const start = (args: readonly string[], more: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [MAIN, ...args], {
      // A folder of its own, so that no .env of this machine is read.
      cwd: dataDir,
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: dataDir,
        PORT: '0',
        LOG_LEVEL: 'warn',
        ...settings,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    dataDir,
    start,
    /** Runs a command to its end. */
    run: (args: readonly string[], more: Record<string, string> = {}) => untilEnd(start(args, more)),
    /** Starts `serve` and answers once it is ready. */
    serve: (more: Record<string, string> = {}, options: readonly string[] = []) =>
      untilReady(start(['serve', ...options], more)),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

export function untilEnd(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (said.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (said.err += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
}

export type Server = {
  url: string
  /** The line that said that it is ready. */
  line: string
  ended: Promise<Ended>
  kill: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => void
}

function untilReady(child: ChildProcess): Promise<Server> {
  const ended = untilEnd(child)
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (text: string) => {
      out += text
      const url = /ready at (http:\/\/\S+)/.exec(out)?.[1]
      if (url) resolve({ url, line: out, ended, kill: (signal) => child.kill(signal) })
    })
    void ended.then(({ code, err }) => reject(new Error(`serve ended with ${code}: ${err}`)))
  })
}

/** Has four clients work at a server until they have done enough, and kills it in the midst of what they do then. */
export async function killAmid(
  server: Server,
  work: () => Promise<unknown>,
  isEnough: () => boolean,
): Promise<void> {
  let killed = false
  const client = async () => {
    while (!killed) {
      await work()
      if (!isEnough() || killed) continue
      killed = true
      server.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 4 }, client))
  await server.ended
}
