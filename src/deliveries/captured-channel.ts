import type { Clock } from '../base/index.ts'
import type { CapturedMail } from './captured-mail.ts'
import { type Channel, SendFailure } from './channel.ts'
import { buildMail, type MailIdentity } from './mail.ts'

/** Mail that stays in the data folder: what there is before a mail server is named. */
export function openCapturedChannel(captured: CapturedMail, identity: MailIdentity, clock: Clock): Channel {
  return {
    // A second attempt writes the same file, so there is no last step to wait for.
    send: async (message) => {
      const { bytes } = await buildMail(message, identity, clock())
      try {
        await captured.keep(message, bytes)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new SendFailure(`the mail could not be written to the data folder (${code})`, {
          code,
          cause: error,
        })
      }
    },
    forget: (message) => captured.forgetIssue(message.issueId),
    close: async () => {},
  }
}
