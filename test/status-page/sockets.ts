import { connect } from 'node:net'
import type { TestApp } from '../support/app.ts'

/** Lets the app listen on a free port of the loopback and answers the port. */
export async function listen(app: TestApp): Promise<number> {
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.app.server.address()
  if (!address || typeof address === 'string') throw new Error('the app has no port')
  return address.port
}

export type RawAnswer = { text: string; status: number; headers: Record<string, string>; body: string }

/** Sends bytes as they are and answers everything that comes back until the server ends the connection. */
export function exchange(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that cuts us off may do it by a reset; what came before it counts.
    socket.on('error', () => {})
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('utf8'))))
    socket.write(bytes)
  })
}

/** As {@link exchange}, for one request without a body. */
export function ask(port: number, line: string, headers: readonly string[] = []): Promise<RawAnswer> {
  const lines = [`${line} HTTP/1.1`, 'Host: localhost:3000', 'Connection: close', ...headers]
  return exchange(port, `${lines.join('\r\n')}\r\n\r\n`)
}

function parse(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const headers = lines.map((header): [string, string] => {
    const colon = header.indexOf(':')
    return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()]
  })
  return {
    text,
    status: Number(line.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: body.join('\r\n\r\n'),
  }
}
