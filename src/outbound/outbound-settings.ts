import { BlockList, isIP } from 'node:net'

/** What the operator lets this system call besides public addresses over https. */
export type OutboundSettings = {
  /** Addresses and host names that may be called although they are not public. */
  internal: { addresses: BlockList; names: ReadonlySet<string> }
  /** Besides 443 and 80. */
  ports: ReadonlySet<number>
  /** Whether plain http is allowed. */
  http: boolean
}

/** Addresses, ranges and host names with commas or spaces between; `null` where one is none of these. */
export function parseInternal(text: string): OutboundSettings['internal'] | null {
  const addresses = new BlockList()
  const names = new Set<string>()
  for (const entry of entriesOf(text)) {
    if (isHostName(entry)) names.add(entry.toLowerCase())
    else if (!addRange(addresses, entry)) return null
  }
  return { addresses, names }
}

/** Port numbers with commas or spaces between; `null` where one is none. */
export function parsePorts(text: string): ReadonlySet<number> | null {
  const ports = entriesOf(text).map((entry) => (/^\d{1,5}$/.test(entry) ? Number(entry) : 0))
  return ports.every((port) => port > 0 && port <= 65_535) ? new Set(ports) : null
}

/** Adds an address or a range like `10.0.0.0/8`; answers whether it is one. */
export function addRange(list: BlockList, entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/')
  const family = isIP(address)
  const longest = family === 4 ? 32 : 128
  const bits = prefix === undefined ? longest : Number(prefix)
  if (!family || more.length > 0 || !/^\d{1,3}$/.test(prefix ?? '0') || bits > longest) return false
  list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  return true
}

function entriesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

/** A name whose last label is no number, so that no reading of it as an address is possible. */
function isHostName(entry: string): boolean {
  const label = '[a-z\\d_]([a-z\\d_-]{0,61}[a-z\\d])?'
  return new RegExp(`^(${label}\\.)*[a-z]([a-z\\d-]{0,61}[a-z\\d])?$`, 'i').test(entry)
}
