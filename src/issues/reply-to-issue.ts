import { type Actor, invalid, newId } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { touchIssue } from './change-issue.ts'
import { holdIssue } from './queries.ts'
import { addToSearch } from './search.ts'
import { unansweredAfter, waitingAfterMessage } from './time-facts.ts'

export type Author = 'shop' | 'customer'
export type Message = {
  id: string
  internal: boolean
  from: Author
  /** Who wrote it down, by name; `null` where the customer did, or nobody knows. */
  by: string | null
  body: string
  at: number
}

export const MAX_MESSAGE_LENGTH = 20_000

/** Adds a message between shop and customer, or a note that only handlers see. */
export async function replyToIssue(
  ctx: Ctx,
  number: string,
  input: { body: string; internal: boolean; from: Author; at?: number | undefined },
): Promise<{ message: Message; issueId: string }> {
  const body = input.body.replace(/\r\n?/g, '\n').trim()
  if (!body) throw invalid({ path: 'body', message: 'a text is needed' })
  if (body.length > MAX_MESSAGE_LENGTH) {
    throw invalid({ path: 'body', message: `at most ${MAX_MESSAGE_LENGTH} characters are allowed` })
  }
  const at = input.at ?? ctx.clock()
  const by = writerOf(ctx.actor)
  const message: Message = { id: newId(at), internal: input.internal, from: input.from, by, body, at }
  return ctx.db.transaction(async (tx) => {
    const issue = await holdIssue(tx, number)
    await tx.query
      .insertInto('messages')
      .values({
        id: message.id,
        issue_id: issue.id,
        internal: message.internal ? 1 : 0,
        author: message.from,
        body,
        created_at: at,
      })
      .execute()
    await addToSearch(tx, issue.searchId, [body])
    await touchIssue(ctx, tx, issue, at, !input.internal, {
      waitingSince: waitingAfterMessage(issue, message, at),
      unansweredSince: unansweredAfter(issue, message, at),
    })
    await recordEvent(tx, {
      issueId: issue.id,
      actor: ctx.actor,
      at,
      cause: ctx.cause,
      event: {
        kind: 'message.received',
        message: message.id,
        from: message.from,
        internal: message.internal,
      },
    })
    return { message, issueId: issue.id }
  })
}

/** Messages of an issue, oldest first, after a given id. */
export async function findMessages(
  db: Database,
  issueId: string,
  after: string | null,
  limit: number,
): Promise<Message[]> {
  let query = db.read
    .selectFrom('messages')
    .selectAll()
    .where('issue_id', '=', issueId)
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where('id', '>', after)
  const rows = await query.execute()
  const writers = await writersOf(db, issueId, rows)
  return rows.map((row) => ({
    id: row.id,
    internal: row.internal === 1,
    from: row.author === 'customer' ? 'customer' : 'shop',
    by: writers.get(row.id) ?? null,
    body: row.body,
    at: row.created_at,
  }))
}

/** Who wrote messages of an issue, as its history tells it: it says so at the moment of each message. */
async function writersOf(
  db: Database,
  issueId: string,
  messages: readonly { created_at: number }[],
): Promise<ReadonlyMap<string, string | null>> {
  if (messages.length === 0) return new Map()
  const events = await db.read
    .selectFrom('events')
    .select(['actor', 'data'])
    .where('issue_id', '=', issueId)
    .where('kind', '=', 'message.received')
    .where('at', 'in', [...new Set(messages.map(({ created_at }) => created_at))])
    .execute()
  return new Map(events.map(({ actor, data }) => [storedMessage(data), writerOf(storedActor(actor))]))
}

/** The columns hold only what `recordEvent` wrote. */
function storedMessage(data: string): string {
  return (JSON.parse(data) as { message: string }).message
}

function storedActor(actor: string): Actor {
  return JSON.parse(actor) as Actor
}

/** Customers write by themselves; what the system records was written by somebody unknown. */
function writerOf({ kind, name }: Actor): string | null {
  return kind === 'customer' || kind === 'system' ? null : name
}
