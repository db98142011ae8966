import { randomBytes } from 'node:crypto'
import { DAY, hashToken, newId, notFound } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { type Ctx, holdConfiguration, type IssueType, statusUrl } from '../issue-types/index.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { holdIssue, readIssue, typeOf } from './queries.ts'

/** 144 bits, as 24 characters that need no escape in an address. */
const KEY_BYTES = 18
export const LINK_KEY = /^[\w-]{24}$/
/** So long after its issue was closed, a key is worth nothing any more. */
const EXPIRES_AFTER = 90 * DAY

/** A key of one link to one issue, as handlers see it. Instants are UTC milliseconds. */
export type LinkKey = {
  id: string
  /** The address that the link was sent to, or who made it by hand. */
  recipient: string
  createdAt: number
  /** `null` while the issue is not closed. */
  expiresAt: number | null
  revokedAt: number | null
  /** When it last helped someone in. */
  usedAt: number | null
}

/**
 * Makes the address of an issue's status page for one recipient, with a key of its own. Only the key's hash is stored:
 * the address is told once.
 */
export async function makeStatusLink(
  ctx: Pick<Ctx, 'settings' | 'clock'>,
  tx: Tx,
  issue: Issue,
  type: IssueType,
  recipient: string,
): Promise<{ id: string; url: string }> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const now = ctx.clock()
  const id = newId(now)
  await tx.query
    .insertInto('link_keys')
    .values({
      id,
      issue_id: issue.id,
      hash: hashToken(key),
      recipient,
      created_at: now,
      revoked_at: null,
      used_at: null,
    })
    .execute()
  return { id, url: statusUrl(ctx.settings, type, issue.locale, issue.number, key) }
}

/** A link with a key that a handler passes on by hand. */
export async function makeLinkByHand(ctx: Ctx, number: string): Promise<{ linkKey: LinkKey; url: string }> {
  return ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    const { id, url } = await makeStatusLink(ctx, tx, issue, typeOf(configuration, issue), ctx.actor.name)
    const row = await tx.query
      .selectFrom('link_keys')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { linkKey: linkKeyOf(row, issue), url }
  })
}

/** Keys of an issue's links, oldest first, after a given id. */
export async function findLinkKeys(
  db: Database,
  issue: Issue,
  after: string | null,
  limit: number,
): Promise<LinkKey[]> {
  const rows = await db.read
    .selectFrom('link_keys')
    .selectAll()
    .where('issue_id', '=', issue.id)
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => linkKeyOf(row, issue))
}

/**
 * Makes a key worth nothing from now on; one that was revoked before stays so.
 * @throws Refusal `not-found`
 */
export async function revokeLinkKey(ctx: Ctx, number: string, id: string): Promise<void> {
  const issue = await readIssue(ctx.db, number)
  const now = ctx.clock()
  await ctx.db.transaction(async (tx) => {
    const { numUpdatedRows } = await tx.query
      .updateTable('link_keys')
      .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
      .where('id', '=', id)
      .where('issue_id', '=', issue.id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound('link key')
  })
}

/** Whoever was sent a link to an address or a number that is the customer's no more has no privileges left. */
export async function revokeKeysOf(
  tx: Tx,
  { id }: Issue,
  recipients: readonly string[],
  now: number,
): Promise<void> {
  if (recipients.length === 0) return
  await tx.query
    .updateTable('link_keys')
    .set({ revoked_at: now })
    .where('issue_id', '=', id)
    .where('recipient', 'in', recipients)
    .where('revoked_at', 'is', null)
    .execute()
}

/** What a key that someone sent along with a number is worth. */
export type LinkKeyHolder = { keyId: string; issueId: string; numberKey: string }

/** Finds whose link a key comes from; `null` where it is unknown, revoked or too old. */
export function openLinkKeys(db: Database): (key: string, now: number) => Promise<LinkKeyHolder | null> {
  const find = db.hot(
    db.read
      .selectFrom('link_keys as link')
      .innerJoin('issues as issue', 'issue.id', 'link.issue_id')
      .selectAll('issue')
      .select(['link.id as key_id', 'link.revoked_at'])
      .where('link.hash', '=', '')
      .compile(),
  )
  return async (key, now) => {
    if (!LINK_KEY.test(key)) return null
    const row = (await find([hashToken(key)]))[0]
    if (!row || row.revoked_at !== null) return null
    const expires = expiryOf(issueFromRow(row))
    if (expires !== null && now >= expires) return null
    return { keyId: row.key_id, issueId: row.id, numberKey: row.number_key }
  }
}

/** Notes that a key helped someone in, in the transaction that begins their session. */
export async function noteLinkKeyUse(tx: Tx, keyId: string, now: number): Promise<void> {
  await tx.query.updateTable('link_keys').set({ used_at: now }).where('id', '=', keyId).execute()
}

function expiryOf(issue: Issue): number | null {
  const closedAt = issue.trail.at(-1)?.[1]
  return issue.category === 'done' && closedAt !== undefined ? closedAt + EXPIRES_AFTER : null
}

type LinkKeyRow = {
  id: string
  recipient: string
  created_at: number
  revoked_at: number | null
  used_at: number | null
}

function linkKeyOf(row: LinkKeyRow, issue: Issue): LinkKey {
  return {
    id: row.id,
    recipient: row.recipient,
    createdAt: row.created_at,
    expiresAt: expiryOf(issue),
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  }
}
