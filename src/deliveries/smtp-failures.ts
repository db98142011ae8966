import { SendFailure } from './channel.ts'

/** The server let a stage of a message take longer than it may. */
export class TookTooLong extends Error {
  constructor(stage: string) {
    super(`the mail server did not answer to ${stage} in time`)
  }
}

const MAX_REASON_LENGTH = 500

/** What the library says of a failed message, as far as it matters here. */
type SmtpError = Error & { code?: string; originalCode?: string; responseCode?: number; command?: string }

/**
 * Replies that speak of us and not of the message: we have to log in, or may not; so the next attempt may find it mended.
 */
const ABOUT_US = new Set([421, 454, 503, 530, 534, 535, 538])

/** Whether the server refused this message, and will take others on the same connection. */
export function isAboutTheMessage(error: unknown): boolean {
  const { code, responseCode } = smtpError(error)
  return (
    (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && !ABOUT_US.has(responseCode)
  )
}

/** A failure of the library or the network as one of a channel. */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error
  const { message, code, originalCode, responseCode, command } = smtpError(error)
  const refused = isAboutTheMessage(error) && (responseCode ?? 0) >= 500
  // What the library refuses before it asks the server it will refuse again.
  const impossible =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode === undefined && command !== 'CONN'
  return new SendFailure(oneLine(message), {
    permanent: refused || impossible,
    code: responseCode === undefined ? (originalCode ?? code ?? 'no answer') : String(responseCode),
    cause: error,
  })
}

/** The library adds members to plain errors; all of them are optional. */
function smtpError(error: unknown): SmtpError {
  return error instanceof Error ? error : new Error('unknown')
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, MAX_REASON_LENGTH)
}
