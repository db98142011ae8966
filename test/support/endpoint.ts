import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { vi } from 'vitest'

export type ReceivedCall = {
  url: string
  method: string
  headers: IncomingMessage['headers']
  body: string
  /** The name that the TLS handshake asked for; `false` where there was none. */
  servername?: string | false
}

/** What an endpoint does with a call whose body it has. */
export type Answering = (response: ServerResponse, call: ReceivedCall, socket: Socket) => void

export type Endpoint = {
  port: number
  /** Calls that came whole, in order. */
  received: ReceivedCall[]
  /** Connections that were opened so far. */
  connected: () => number
  answer: (how: Answering) => void
  untilReceived: (count: number) => Promise<void>
  stop: () => Promise<void>
}

export const withStatus =
  (status: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    void response.writeHead(status, headers).end()

/** A far end on the loopback that does as it is told; 204 where it is told nothing. */
export async function startEndpoint(
  more: { address?: string; port?: number; tls?: { cert: string; key: string } } = {},
): Promise<Endpoint> {
  let how: Answering = withStatus(204)
  let connected = 0
  const received: ReceivedCall[] = []
  const sockets = new Set<Socket>()
  const take = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('error', () => {})
    response.on('error', () => {})
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { url = '', method = '', headers, socket } = request
      const call: ReceivedCall = { url, method, headers, body: Buffer.concat(chunks).toString() }
      if ('servername' in socket) call.servername = socket.servername as string | false
      received.push(call)
      how(response, call, socket)
    })
  }
  const server: Server = more.tls ? createTlsServer(more.tls, take) : createServer(take)
  server.on('connection', (socket: Socket) => {
    connected++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(more.port ?? 0, more.address ?? '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    received,
    connected: () => connected,
    answer: (next) => {
      how = next
    },
    untilReceived: (count) =>
      vi.waitUntil(() => received.length >= count, { timeout: 30_000, interval: 5 }).then(() => {}),
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
