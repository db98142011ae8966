import { once } from 'node:events'
import { type AddressInfo, BlockList, createServer } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import {
  openOutbound,
  type Outbound,
  OutboundFailure,
  type OutboundLimits,
  type OutboundSettings,
} from '../../src/outbound/index.ts'
import { type Endpoint, startEndpoint } from '../support/endpoint.ts'
import { type NameServer, startNameServer } from '../support/name-server.ts'

/** What is said wherever no answer came. */
export const NO_ANSWER = 'no answer came'
/** Anew for each test of the file that imports this: a name server that knows shop.example, its endpoint, a client. */
export let names: NameServer
export let endpoint: Endpoint
export let outbound: Outbound
/** What a test has opened. */
export const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  names = await startNameServer()
  endpoint = await startEndpoint()
  outbound = open({ allowed: ['127.0.0.1'] })
  names.say('shop.example', ['127.0.0.1'])
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await Promise.all([outbound.close(), endpoint.stop(), names.stop()])
})

/** A client that may call addresses of the loopback, where the endpoints of tests lie. */
export function open(
  more: { allowed?: string[]; limits?: Partial<OutboundLimits>; ports?: number[] } = {},
): Outbound {
  const addresses = new BlockList()
  for (const address of more.allowed ?? []) addresses.addAddress(address)
  const settings: OutboundSettings = {
    internal: { addresses, names: new Set() },
    ports: new Set([endpoint.port, ...(more.ports ?? [])]),
    http: true,
  }
  const opened = openOutbound({
    settings,
    resolve: names.resolve,
    ...(more.limits ? { limits: more.limits } : {}),
  })
  ends.push(opened.close)
  return opened
}

export function post(to = `http://shop.example:${endpoint.port}/hooks?a=1`, client = outbound) {
  return client.post({ url: to, headers: { 'content-type': 'application/json' }, body: '{"a":"ž"}' })
}

export async function failureOf(call: Promise<unknown>): Promise<OutboundFailure> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof OutboundFailure)) throw new Error(`no failure of a call: ${String(error)}`)
  return error
}

/** A far end that speaks as a test says, byte by byte. */
export async function startRaw(speak: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    ends.push(async () => socket.destroy())
    speak?.(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => server.close())
  return (server.address() as AddressInfo).port
}
