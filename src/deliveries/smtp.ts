import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Readable } from 'node:stream'
import { type Clock, MINUTE, SECOND } from '../base/index.ts'
import { type Channel, SendFailure } from './channel.ts'
import { HeldUp } from './last-step.ts'
import { buildMail, type Mail, type MailIdentity } from './mail.ts'
import { openConnections, type SmtpLimits, type SmtpSettings } from './smtp-connections.ts'
import { failureOf, isAboutTheMessage, TookTooLong } from './smtp-failures.ts'

const LIMITS: SmtpLimits = { connect: 30 * SECOND, reply: MINUTE, answer: MINUTE, idle: 10 * SECOND }
/** How long nobody tries again to reach a server that could not be reached, or a domain for which it fell silent. */
const UNREACHABLE_FOR = 3 * SECOND
const SILENT_FOR = 4 * MINUTE

/**
 * Mail over SMTP, on a few connections that are kept open between messages. The text of a message is sent as soon as
 * the server takes it, its end only after `lastStep`: before the end no server can have taken it.
 */
export function openSmtpChannel(input: {
  settings: SmtpSettings
  identity: MailIdentity
  clock: Clock
  limits?: Partial<SmtpLimits>
}): Channel {
  const { settings, identity, clock } = input
  const limits = { ...LIMITS, ...input.limits }
  const connections = openConnections(settings, limits, identity.host)
  const shut = new Map<string, { until: number; why: SendFailure }>()
  const refuseIfShut = (what: string) => {
    const known = shut.get(what)
    if (known && performance.now() < known.until) throw known.why
    shut.delete(what)
  }
  const shutFor = (what: string, milliseconds: number, why: SendFailure) => {
    shut.set(what, { until: performance.now() + milliseconds, why })
    return why
  }

  const borrow = async () => {
    refuseIfShut('server')
    try {
      return await connections.borrow()
    } catch (error) {
      throw shutFor('server', UNREACHABLE_FOR, failureOf(error))
    }
  }

  const send = async (mail: Mail, lastStep: () => Promise<void>): Promise<void> => {
    const { connection, used } = await borrow()
    let atTheEnd = false
    try {
      await transmit(connection, mail, limits, () => {
        atTheEnd = true
        return lastStep()
      })
      connections.giveBack(connection)
    } catch (error) {
      if (isAboutTheMessage(error) && !connection.destroyed) {
        await reset(connection, limits).then(
          () => connections.giveBack(connection),
          () => connection.close(),
        )
        throw error
      }
      connection.close()
      // A connection that the server had closed meanwhile says nothing about the server.
      if (!used || atTheEnd || error instanceof TookTooLong) throw error
      return send(mail, lastStep)
    }
  }

  return {
    send: async (message, lastStep) => {
      const domain = message.to.slice(message.to.lastIndexOf('@') + 1)
      refuseIfShut(domain)
      const mail = await buildMail(message, identity, clock())
      try {
        await send(mail, async () => {
          await lastStep()
          // It may have fallen silent while this one waited.
          refuseIfShut(domain)
        })
      } catch (error) {
        if (error instanceof HeldUp) throw error
        const failure = failureOf(error)
        throw error instanceof TookTooLong ? shutFor(domain, SILENT_FOR, failure) : failure
      }
    },
    close: async () => connections.close(),
  }
}

/** Sends one message on a connection; the stages that wait for the server have their limits, `lastStep` its own. */
function transmit(
  connection: SMTPConnection,
  { envelope, bytes }: Mail,
  limits: SmtpLimits,
  lastStep: () => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const finish = (error?: unknown) => {
      clearTimeout(timer)
      connection.off('error', finish)
      connection.off('end', ended)
      if (error === undefined || error === null) resolve()
      else reject(asError(error))
    }
    // Told after the reason, where there is one.
    const ended = () => void setImmediate(() => finish(new Error('the mail server closed the connection')))
    const within = (milliseconds: number, stage: string) => {
      clearTimeout(timer)
      timer = setTimeout(() => finish(new TookTooLong(stage)), milliseconds)
    }
    let begun = false
    const text = new Readable({
      // Asked for the first time once the server wants the text, for the second time once that is on its way.
      read() {
        if (begun) {
          clearTimeout(timer)
          lastStep().then(
            () => {
              within(limits.answer, 'the end of the message')
              text.push(null)
            },
            (error: unknown) => {
              finish(error)
              text.destroy()
            },
          )
          return
        }
        begun = true
        within(limits.reply, 'the text of the message')
        text.push(bytes)
      },
    })
    within(limits.reply, 'the recipient')
    connection.on('error', finish)
    connection.on('end', ended)
    connection.send({ ...envelope, size: bytes.length }, text, (error) => finish(error))
  })
}

/** Makes a connection ready for the next message after one was refused. */
function reset(connection: SMTPConnection, limits: SmtpLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TookTooLong('the reset')), limits.reply)
    connection.reset((error) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve()
    })
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
