/** The /64 that one line has and the /48 that one site has, of an IPv6 address. */
export function networksOf(address: string): { host: string; site: string } {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after].map((group) =>
    group.padStart(4, '0'),
  )
  return { host: groups.slice(0, 4).join(':'), site: groups.slice(0, 3).join(':') }
}
