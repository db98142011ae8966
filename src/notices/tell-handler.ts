import type { Tx } from '../db/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import type { Issue } from '../issues/index.ts'
import { noticeOf } from './notice-of.ts'
import { storeNotice } from './store-notice.ts'

/** Tells the handler of an issue what happened to it, in the transaction that looks at the event. */
export async function tellHandler(
  { clock }: Pick<Ctx, 'clock'>,
  tx: Tx,
  { event, issue, configuration }: { event: RecordedEvent; issue: Issue; configuration: Configuration },
): Promise<void> {
  if (issue.handlerId === null || !configuration.userById.get(issue.handlerId)?.active) return
  if (event.kind === 'issue.created' && (await wasGivenLater(tx, event.id, issue))) return
  const notice = noticeOf(event, issue, await authorOf(tx, event))
  if (notice) await storeNotice(tx, clock(), notice, issue.number)
}

/** An issue that was opened may have been given to somebody before anybody looked at its opening. */
async function wasGivenLater(tx: Tx, eventId: string, { id }: Issue): Promise<boolean> {
  const later = await tx.query
    .selectFrom('events')
    .select('data')
    .where('issue_id', '=', id)
    .where('id', '>', eventId)
    .where('kind', 'in', ['issue.field-changed', 'issue.step-changed'])
    .execute()
  return later.some(({ data }) => 'handler' in ((JSON.parse(data) as { changes?: object }).changes ?? {}))
}

async function authorOf(tx: Tx, { kind, data }: RecordedEvent): Promise<string | null> {
  if (kind === 'message.received') return String(data['from'])
  if (kind !== 'attachment.added') return null
  const file = await tx.query
    .selectFrom('attachments')
    .select('author')
    .where('id', '=', String(data['attachment']))
    .executeTakeFirst()
  return file?.author ?? null
}
