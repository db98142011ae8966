import type { Kysely } from 'kysely'
import type { Schema, Tx } from '../db/index.ts'
import type { Webhook, WebhookContent } from './webhook.ts'

/** A webhook with what signs its calls. */
export type StoredWebhook = Webhook & {
  /** Sealed, about the webhook's id. */
  secret: string
  oldSecret: string | null
  /** Until when the old secret signs too, UTC milliseconds. */
  oldSecretUntil: number | null
}

/** All webhooks, oldest first. */
export async function loadWebhooks(query: Kysely<Schema>): Promise<StoredWebhook[]> {
  const rows = await query.selectFrom('webhooks').selectAll().orderBy('id').execute()
  return rows.map(webhookFromRow)
}

export async function readWebhook(query: Kysely<Schema>, id: string): Promise<StoredWebhook | null> {
  const row = await query.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? webhookFromRow(row) : null
}

/** The webhooks that send a field, in words for whoever wants to delete it. */
export async function webhooksWithField(tx: Tx, key: string): Promise<string[]> {
  const webhooks = await loadWebhooks(tx.query)
  return webhooks.filter(({ fields }) => fields.includes(key)).map(({ name }) => `webhook ${name}`)
}

export function webhookColumns({ name, url, events, issueType, fields, enabled }: WebhookContent) {
  return {
    name,
    url,
    events: JSON.stringify(events),
    issue_type_key: issueType,
    fields: JSON.stringify(fields),
    enabled: enabled ? 1 : 0,
  }
}

function webhookFromRow(row: Schema['webhooks']): StoredWebhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: stored(row.events),
    issueType: row.issue_type_key,
    fields: stored(row.fields),
    enabled: row.enabled === 1,
    disabledBecause: row.disabled_because,
    secret: row.secret,
    oldSecret: row.old_secret,
    oldSecretUntil: row.old_secret_until,
  }
}

/** The columns hold only what was checked when it was written. */
function stored<T>(json: string): T {
  return JSON.parse(json) as T
}
