import type { Kysely } from 'kysely'
import type { Schema } from '../db/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import type { Addressee } from '../messages/index.ts'

/** The text of the message that an event tells of; `null` for other events, and where it is gone. */
export async function messageOf(
  query: Kysely<Schema>,
  { kind, data }: Pick<RecordedEvent, 'kind' | 'data'>,
): Promise<string | null> {
  const { message: id } = data
  if (kind !== 'message.received' || typeof id !== 'string') return null
  const row = await query.selectFrom('messages').select('body').where('id', '=', id).executeTakeFirst()
  return row?.body ?? null
}

/** What `{{message}}` stands for in a message to somebody: the text of a note is for people of the shop alone. */
export function messageFor(
  addressee: Addressee,
  { data }: Pick<RecordedEvent, 'data'>,
  message: string | null,
): string | null {
  return data['internal'] === true && addressee.kind !== 'user' ? null : message
}
