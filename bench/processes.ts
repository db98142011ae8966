import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A server under measurement, in a process of its own. */
export type Server = {
  pid: number
  port: number
  /** Milliseconds from the start of the process to its ready line. */
  startedIn: number
  stop: () => Promise<void>
}

/** Starts a program and waits for the line on standard output that names its port. */
export async function startServer(
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Server> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await readyPort(child, ready)
  return {
    pid: child.pid ?? 0,
    port,
    startedIn: performance.now() - began,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function readyPort(child: ChildProcess, ready: RegExp): Promise<number> {
  if (!child.stdout) throw new Error('the program has no standard output')
  for await (const line of createInterface({ input: child.stdout })) {
    const port = ready.exec(line)?.[1]
    if (port) {
      child.stdout.resume()
      return Number(port)
    }
  }
  throw new Error(`the program ended before it was ready (exit code ${child.exitCode})`)
}

/** CPU time (user and system) that a process has used so far, in microseconds, over all its threads. */
export function cpuMicroseconds(pid: number): number {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // A thread that has just ended.
    }
  }
  return nanoseconds / 1000
}

/** Resident memory of a process in MiB, now and at its highest. */
export function memoryMiB(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}
