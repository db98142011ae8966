import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { SECOND } from '../base/index.ts'
import { exchange } from './exchange.ts'
import {
  NO_ANSWER,
  type Outbound,
  type OutboundAnswer,
  OutboundFailure,
  type OutboundRequest,
} from './outbound.ts'
import type { OutboundSettings } from './outbound-settings.ts'
import { type Resolve, systemResolve } from './resolve.ts'
import { mayCall, NOT_PUBLIC, readTarget, urlProblem } from './target.ts'

export type OutboundLimits = {
  /** Milliseconds from the look-up of the name to the end of the answer. */
  total: number
  /** Milliseconds that the rest of an answer may take whose status has come. */
  body: number
  /** Bytes that are read of a body. */
  bytes: number
}

const LIMITS: OutboundLimits = { total: 15 * SECOND, body: 2 * SECOND, bytes: 64 * 1024 }

/**
 * Calls others so that nobody who may enter an address can reach this machine or the network behind it by it: every
 * address that a name leads to is checked, and a connection goes to what was checked, and to nothing that an answer
 * names.
 */
export function openOutbound(input: {
  settings: OutboundSettings
  resolve?: Resolve
  limits?: Partial<OutboundLimits>
}): Outbound {
  const { settings, resolve = systemResolve } = input
  const limits = { ...LIMITS, ...input.limits }
  const all = new Set<Budget>()
  let isClosed = false

  const lookUp = async (host: string): Promise<readonly string[]> => {
    try {
      return await resolve(host)
    } catch (error) {
      throw new OutboundFailure('unreachable', NO_ANSWER, error)
    }
  }

  const addressesOf = async (host: string, isNamedBySettings: boolean): Promise<readonly string[]> => {
    const addresses = isIP(host) === 0 ? await lookUp(host) : [host]
    if (addresses.length === 0) throw new OutboundFailure('unreachable', NO_ANSWER)
    if (!isNamedBySettings && !mayCall(host, addresses, settings)) {
      throw new OutboundFailure('refused', NOT_PUBLIC)
    }
    return addresses
  }

  const call = async (request: OutboundRequest, time: Budget): Promise<OutboundAnswer> => {
    const { url: text, lastStep, isNamedBySettings = false } = request
    const target = readTarget(text, settings, isNamedBySettings)
    if ('problem' in target) throw new OutboundFailure('refused', target.problem)
    const { url, host } = target
    const { signal } = time
    const addresses = await Promise.race([addressesOf(host, isNamedBySettings), aborted(signal)])
    return exchange({
      url,
      host,
      headers: request.headers,
      body: request.body,
      lookup: onlyTo(addresses),
      limits,
      signal,
      lastStep: lastStep && (() => time.standStill(lastStep)),
    })
  }

  return {
    urlProblem: (url) => urlProblem(url, settings),
    post: async (request) => {
      if (isClosed) throw new OutboundFailure('unreachable', NO_ANSWER)
      const time = openBudget(Math.min(limits.total, request.within ?? limits.total))
      all.add(time)
      try {
        return await call(request, time)
      } finally {
        time.end()
        all.delete(time)
      }
    },
    close: async () => {
      isClosed = true
      for (const time of all) time.abort(new OutboundFailure('unreachable', NO_ANSWER))
    },
  }
}

/** The time that one call has, by a clock that nobody sets. */
type Budget = {
  signal: AbortSignal
  /** The time stands still while this is waited for: whoever waits for a turn loses none. */
  standStill: (wait: () => Promise<void>) => Promise<void>
  abort: (reason: OutboundFailure) => void
  end: () => void
}

function openBudget(milliseconds: number): Budget {
  const controller = new AbortController()
  let left = milliseconds
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const run = () => {
    since = performance.now()
    timer = setTimeout(() => controller.abort(new OutboundFailure('too-long', NO_ANSWER)), Math.max(left, 0))
  }
  run()
  return {
    signal: controller.signal,
    standStill: async (wait) => {
      clearTimeout(timer)
      left -= performance.now() - since
      try {
        await wait()
      } finally {
        run()
      }
    },
    abort: (reason) => controller.abort(reason),
    end: () => clearTimeout(timer),
  }
}

/** In the place of the system's look-up: a connection goes to what was checked, whatever the name leads to by now. */
function onlyTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, done) => {
    if (options.all) return done(null, found)
    const [first] = found
    done(null, first?.address ?? '', first?.family)
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error)
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
