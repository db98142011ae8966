import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

/** What the server does with a message to some recipient. */
export type Behaviour =
  | { do: 'take' }
  | { do: 'refuse-recipient' | 'refuse-text'; status: number }
  /** Takes the message, and breaks the connection off before it says so. */
  | { do: 'take-and-drop' }
  /** Breaks the connection off before the end of the text can have come. */
  | { do: 'drop' }
  /** Says nothing more, until it is released. */
  | { do: 'stall-at-recipient' | 'take-and-stall' }

export type ReceivedMail = { to: string; from: string; raw: Buffer; messageId: string }

export type SmtpTestServer = {
  host: string
  port: number
  /** What was taken, in order, whether we were told so or not. */
  received: ReceivedMail[]
  /** How many connections were opened so far. */
  connected: () => number
  behave: (how: (to: string) => Behaviour) => void
  /** Answers all that it has stalled. */
  release: () => void
  /** Resolves once so many messages were taken. */
  untilReceived: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** A mail server on the loopback that does as it is told. */
export async function startSmtpServer(
  options: SMTPServerOptions & { port?: number } = {},
): Promise<SmtpTestServer> {
  let how: (to: string) => Behaviour = () => ({ do: 'take' })
  let connected = 0
  const received: ReceivedMail[] = []
  const stalled: (() => void)[] = []
  const sockets = new Map<number, Socket>()
  const arrivals = new Set<() => void>()
  const dropOf = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy()

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    ...options,
    onRcptTo: ({ address }, session, callback) => {
      const behaviour = how(address)
      if (behaviour.do === 'refuse-recipient') callback(refusal(behaviour.status))
      else if (behaviour.do === 'stall-at-recipient') stalled.push(callback)
      else if (behaviour.do === 'drop') dropOf(session)
      else callback()
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      // A connection that breaks off ends the text with an error.
      stream.on('error', () => {})
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const to = rcptTo[0]?.address ?? ''
        const behaviour = how(to)
        if (behaviour.do === 'refuse-text') return callback(refusal(behaviour.status))
        const raw = Buffer.concat(chunks)
        const messageId = /^message-id: (\S+)/im.exec(raw.toString('latin1'))?.[1] ?? ''
        received.push({ to, from: mailFrom ? mailFrom.address : '', raw, messageId })
        for (const tell of arrivals) tell()
        if (behaviour.do === 'take-and-drop') dropOf(session)
        else if (behaviour.do === 'take-and-stall') stalled.push(callback)
        else callback()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    connected++
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.once('close', () => sockets.delete(port))
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    received,
    connected: () => connected,
    behave: (then) => {
      how = then
    },
    release: () => {
      for (const answer of stalled.splice(0)) answer()
    },
    untilReceived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return
          arrivals.delete(look)
          resolve()
        }
        arrivals.add(look)
        look()
      }),
    stop: async () => {
      for (const socket of sockets.values()) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** A mail as its reader's program understands it. */
export function parseMail(raw: Buffer): Promise<ParsedMail> {
  return simpleParser(raw, { skipImageLinks: true })
}

function refusal(status: number): Error {
  return Object.assign(new Error(`told to answer ${status}`), { responseCode: status })
}
