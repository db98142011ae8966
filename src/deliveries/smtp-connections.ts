import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { SECOND } from '../base/index.ts'

/** Where and how mail is handed over. */
export type SmtpSettings = {
  host: string
  port: number
  /** From the first byte, by STARTTLS or not at all, or without: for a server on this machine. */
  tls: 'implicit' | 'starttls' | 'off'
  login: { user: string; password: string } | null
}

/** Milliseconds that each stage may take. */
export type SmtpLimits = {
  /** From the look-up of the name to the end of the TLS handshake and the login. */
  connect: number
  /** Envelope and text of one message. */
  reply: number
  /** The answer to the end of the text. */
  answer: number
  /** How long an idle connection is kept. */
  idle: number
}

const MOST_PER_CONNECTION = 100

/** Open connections to one mail server, used again and again. */
export type SmtpConnections = {
  /** @returns a connection that nobody else uses, and whether it has been used before */
  borrow: () => Promise<{ connection: SMTPConnection; used: boolean }>
  /** Gives back a connection on which the next message may begin. */
  giveBack: (connection: SMTPConnection) => void
  close: () => void
}

export function openConnections(settings: SmtpSettings, limits: SmtpLimits, name: string): SmtpConnections {
  const idle: SMTPConnection[] = []
  const all = new Set<SMTPConnection>()
  const counts = new WeakMap<SMTPConnection, number>()
  const timers = new WeakMap<SMTPConnection, NodeJS.Timeout>()
  let closed = false

  const forget = (connection: SMTPConnection) => {
    all.delete(connection)
    const place = idle.indexOf(connection)
    if (place >= 0) idle.splice(place, 1)
    clearTimeout(timers.get(connection))
  }

  const open = async (): Promise<SMTPConnection> => {
    const { default: Connection } = await import('nodemailer/lib/smtp-connection')
    const connection = new Connection({
      host: settings.host,
      port: settings.port,
      secure: settings.tls === 'implicit',
      requireTLS: settings.tls === 'starttls',
      ignoreTLS: settings.tls === 'off',
      name,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      dnsTimeout: limits.connect,
      // Given up is given up: bytes that still wait must not arrive later.
      socketCloseTimeout: 0,
      logger: false,
    })
    all.add(connection)
    connection.once('end', () => forget(connection))
    try {
      await established(connection, settings, limits)
    } catch (error) {
      connection.close()
      forget(connection)
      throw error
    }
    if (closed) connection.close()
    return connection
  }

  return {
    borrow: async () => {
      const kept = idle.pop()
      if (kept) {
        clearTimeout(timers.get(kept))
        return { connection: kept, used: true }
      }
      return { connection: await open(), used: false }
    },
    giveBack: (connection) => {
      const count = (counts.get(connection) ?? 0) + 1
      counts.set(connection, count)
      if (closed || connection.destroyed) return connection.close()
      if (count >= MOST_PER_CONNECTION) return connection.quit()
      idle.push(connection)
      const timer = setTimeout(() => {
        const place = idle.indexOf(connection)
        if (place >= 0) idle.splice(place, 1)
        connection.quit()
      }, limits.idle)
      timer.unref()
      timers.set(connection, timer)
    },
    close: () => {
      closed = true
      for (const connection of all) connection.close()
    },
  }
}

/** Resolves once the server has greeted, TLS is there and the login was accepted. */
function established(connection: SMTPConnection, settings: SmtpSettings, limits: SmtpLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLong = () => reject(new Error('the mail server did not answer in time'))
    const timer = setTimeout(tooLong, limits.connect + SECOND)
    const done = (error?: Error | null) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve()
    }
    // Stays for the connection's life: an error that nobody listens for would end the process.
    connection.on('error', done)
    connection.once('end', () => done(new Error('the mail server closed the connection')))
    connection.connect((error) => {
      if (error || !settings.login) return done(error)
      connection.login({ user: settings.login.user, pass: settings.login.password }, (refused) =>
        done(refused),
      )
    })
  })
}
