import type { Server } from 'node:http'
import type { BlockList } from 'node:net'
import { isTrusted } from './guards.ts'

const MAX_PER_ADDRESS = 50
const MAX_IN_ALL = 10_000

/**
 * Ends connections past 50 of one address, so that one visitor cannot take them all; trusted proxies carry many
 * visitors and are only held to the limit of all.
 */
export function limitConnections(server: Server, trusted: BlockList): void {
  const open = new Map<string, number>()
  server.maxConnections = MAX_IN_ALL
  server.on('connection', (socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    if (isTrusted(address, trusted)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > MAX_PER_ADDRESS) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
