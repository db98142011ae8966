import { lookup } from 'node:dns/promises'

/** All addresses that a name leads to. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** Look-ups of the operating system at the same time: each holds a thread that files are read by, too. */
const MOST_AT_ONCE = 2

/** Asks as every program of this machine does: hosts file, then name servers. */
export const systemResolve: Resolve = openSystemResolve()

function openSystemResolve(): Resolve {
  let running = 0
  const waiting: (() => void)[] = []
  return async (host) => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      const found = await lookup(host, { all: true, order: 'verbatim' })
      return found.map(({ address }) => address)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
