import type { FastifyRequest } from 'fastify'
import type { BlockList } from 'node:net'
import { isIP } from 'node:net'
import { Refusal } from '../base/index.ts'

/** The names of this machine for itself; a name that only begins like such an address is anyone's. */
function isLoopback(hostname: string): boolean {
  return ['localhost', '[::1]'].includes(hostname) || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}

/** The system's own host and origin, where names of the loopback count as one. */
export type OwnAddress = {
  isHost: (host: string | undefined) => boolean
  isOrigin: (origin: string) => boolean
}

export function ownAddress(baseUrl: string): OwnAddress {
  const base = new URL(baseUrl)
  const sameName = (url: URL) =>
    url.hostname === base.hostname || (isLoopback(url.hostname) && isLoopback(base.hostname))
  const isOwn = (host: string): boolean => {
    if (!/^[\w.\-:[\]]{1,260}$/.test(host)) return false
    const url = URL.parse(`${base.protocol}//${host}`)
    if (!url || !sameName(url)) return false
    // On the loopback any port may be forwarded to ours; elsewhere the authority must be the public one.
    return isLoopback(base.hostname) || url.port === base.port
  }
  // Nearly every request names the host that the one before it named.
  let named = base.host
  return {
    isHost: (host) => {
      if (host === named) return true
      if (host === undefined || !isOwn(host)) return false
      named = host
      return true
    },
    isOrigin: (origin) => {
      const url = URL.parse(origin)
      return url !== null && url.protocol === base.protocol && url.port === base.port && sameName(url)
    },
  }
}

/**
 * Refuses a state-changing request that another site made a browser send. A browser says where it comes from; a program
 * says nothing and has no cookies to abuse.
 * @throws Refusal `cross-site`
 */
export function refuseCrossSite(request: FastifyRequest, own: OwnAddress): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site !== 'same-origin') throw new Refusal('cross-site')
    return
  }
  const { origin } = request.headers
  if (origin !== undefined && !own.isOrigin(origin)) throw new Refusal('cross-site')
}

/**
 * The visitor's address: the socket's, or, behind proxies that are trusted, the rightmost address in
 * `X-Forwarded-For` that is not a trusted proxy's.
 */
export function clientAddress(request: FastifyRequest, trusted: BlockList): string {
  const socket = plainAddress(request.socket.remoteAddress ?? '')
  if (!isTrusted(socket, trusted)) return socket
  const header = request.headers['x-forwarded-for']
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',')
  let address = socket
  for (const hop of hops.reverse()) {
    const candidate = plainAddress(hop.trim())
    if (!isIP(candidate)) break
    address = candidate
    if (!isTrusted(candidate, trusted)) break
  }
  return address
}

export function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

function plainAddress(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
  return bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
