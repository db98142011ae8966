import type { Tx } from '../db/index.ts'
import { DEFAULT_SETTINGS, type NoticeSettings } from './notice.ts'

/** How a user wants to be told. */
export async function readNoticeSettings(query: Tx['query'], userId: string): Promise<NoticeSettings> {
  const row = await query
    .selectFrom('notice_settings')
    .select('content')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return { ...DEFAULT_SETTINGS, ...(row ? (JSON.parse(row.content) as Partial<NoticeSettings>) : {}) }
}

export async function writeNoticeSettings(tx: Tx, userId: string, settings: NoticeSettings): Promise<void> {
  const content = JSON.stringify(settings)
  await tx.query
    .insertInto('notice_settings')
    .values({ user_id: userId, content })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ content }))
    .execute()
}
