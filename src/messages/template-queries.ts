import type { Kysely } from 'kysely'
import type { Schema } from '../db/index.ts'
import type { MessageTemplate } from './template.ts'

/** All templates by key, in the order in which they were made. */
export type Templates = ReadonlyMap<string, MessageTemplate>

export async function loadTemplates(query: Kysely<Schema>): Promise<Templates> {
  const rows = await query
    .selectFrom('message_templates')
    .selectAll()
    .orderBy('position')
    .orderBy('key')
    .execute()
  return new Map(rows.map((row) => [row.key, templateFromRow(row)]))
}

function templateFromRow(row: Schema['message_templates']): MessageTemplate {
  return {
    id: row.id,
    key: row.key,
    channel: row.channel === 'sms' ? 'sms' : 'email',
    name: row.name,
    subject: storedTexts(row.subject),
    body: storedTexts(row.body),
  }
}

/** The columns hold only what was checked when it was written. */
function storedTexts(json: string): MessageTemplate['subject'] {
  return JSON.parse(json) as MessageTemplate['subject']
}
