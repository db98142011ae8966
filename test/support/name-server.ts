import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'

export type NameServer = {
  /** Asks this server, and no other, for the addresses of a name. */
  resolve: (host: string) => Promise<string[]>
  /** Names that were asked for, in order, each time. */
  asked: string[]
  /** What the next questions for a name are answered, one after the other; the last one stays. */
  say: (name: string, ...answers: string[][]) => void
  stop: () => Promise<void>
}

/** A DNS server on the loopback that knows the A records that it is told; of others there are none. */
export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4')
  const known = new Map<string, string[][]>()
  const asked: string[] = []
  socket.on('message', (question, from) => {
    const { name, end } = nameIn(question)
    asked.push(name)
    const answers = known.get(name)
    const addresses = (answers && answers.length > 1 ? answers.shift() : answers?.[0]) ?? []
    const header = Buffer.from(question.subarray(0, 12))
    // An answer, with recursion; 3: there is no such name.
    header.writeUInt16BE(answers ? 0x8180 : 0x8183, 2)
    header.writeUInt16BE(addresses.length, 6)
    header.writeUInt32BE(0, 8)
    const records = addresses.map((address) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
    )
    socket.send(Buffer.concat([header, question.subarray(12, end), ...records]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const resolver = new Resolver({ timeout: 2000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    resolve: (host) => resolver.resolve4(host),
    asked,
    say: (name, ...answers) => void known.set(name, answers),
    stop: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** The one name that a question asks for, and where the question ends. */
function nameIn(question: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}
