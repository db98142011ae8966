import type { Clock } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { type CapturedMail, type Channel, type Outgoing, SendFailure } from '../deliveries/index.ts'
import { writeReport } from './take-report.ts'
import { sizeOf } from './segments.ts'

/** Text messages that stay in the data folder: what there is before a gateway is named. */
export function openCapturedSms(captured: CapturedMail, db: Database, clock: Clock): Channel {
  return {
    // A second attempt writes the same file, so there is no last step to wait for.
    send: async (message) => {
      const at = clock()
      try {
        await captured.keep(message, asMail(message, at))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new SendFailure(`the message could not be written to the data folder (${code})`, {
          code,
          cause: error,
        })
      }
      await writeReport(db, at, { id: message.id, state: 'captured', reason: null })
    },
    forget: (message) => captured.forgetIssue(message.issueId),
    close: async () => {},
  }
}

/** In the form in which captured mail is kept, so that the same tools open it. */
function asMail({ to, text }: Outgoing, at: number): Buffer {
  const { segments, encoding } = sizeOf(text)
  const headers = [
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `To: "${to}" <${to.replace('+', '')}@sms.invalid>`,
    `Subject: Text message to ${to} (${segments} x ${encoding})`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`)
}
