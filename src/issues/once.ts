import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { DAY, invalid, Refusal } from '../base/index.ts'
import { type Database, isUniqueViolation, joined, type Tx } from '../db/index.ts'
import type { Ctx } from '../issue-types/index.ts'

/** What a POST answered, kept so that the same request may be sent again. */
type Answer = { status: number; headers: Record<string, string>; body: unknown }
/** An answer about an issue; it is kept no longer than the issue. */
type IssueAnswer = Answer & { issueId: string }

const KEEP_FOR = DAY

/**
 * Does something at most once per `Idempotency-Key`: the change and its answer are stored in one transaction, so that a
 * kill in between loses both or none. The same request gets the same answer for 24 hours.
 * @throws Refusal `idempotency-key-reused` when the key came with another request.
 */
export async function once(
  ctx: Ctx,
  key: string | undefined,
  fingerprint: string,
  run: (ctx: Ctx) => Promise<IssueAnswer>,
): Promise<Answer> {
  if (key === undefined) return run(ctx)
  checkKey(key)
  const requestHash = createHash('sha256').update(fingerprint).digest('base64url')
  const attempt = () => ctx.db.transaction((tx) => runIn(tx, ctx, key, requestHash, run))
  try {
    return await attempt()
  } catch (error) {
    // Another process answered the same key at the same moment: now its answer is there.
    if (isUniqueViolation(error)) return attempt()
    throw error
  }
}

/** @throws Refusal `invalid-input` */
function checkKey(key: string): void {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return
  throw invalid({
    path: 'Idempotency-Key',
    message: 'a key of 1 to 255 visible ASCII characters is needed',
  })
}

/** The key of one part of a request that does several things, each of which happens once. */
export function partKey(key: string | undefined, part: string): string | undefined {
  if (key === undefined) return undefined
  checkKey(key)
  return createHash('sha256').update(`${key}\0${part}`).digest('base64url')
}

async function runIn(
  tx: Tx,
  ctx: Ctx,
  key: string,
  requestHash: string,
  run: (ctx: Ctx) => Promise<IssueAnswer>,
): Promise<Answer> {
  const now = ctx.clock()
  const tokenId = ctx.actor.id
  await waitForTwin(tx, `${tokenId} ${key}`)
  const kept = await tx.query
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('token_id', '=', tokenId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (kept && now - kept.created_at < KEEP_FOR) {
    if (kept.request_hash !== requestHash) throw new Refusal('idempotency-key-reused')
    return keptAnswer(kept)
  }
  if (kept) {
    await tx.query
      .deleteFrom('idempotency_keys')
      .where('token_id', '=', tokenId)
      .where('key', '=', key)
      .execute()
  }
  const answer = await run({ ...ctx, db: joined(ctx.db, tx) })
  await tx.query
    .insertInto('idempotency_keys')
    .values({
      token_id: tokenId,
      key,
      request_hash: requestHash,
      issue_id: answer.issueId,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: JSON.stringify(answer.body),
      created_at: now,
    })
    .execute()
  return answer
}

/**
 * The same request that came at the same moment ends first, so that its answer is there. Without that this one would wait
 * for its issue alone, and find that there is nothing left to do.
 */
async function waitForTwin(tx: Tx, name: string): Promise<void> {
  if (tx.traits.kind !== 'postgres') return
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.query)
}

/** The columns hold what `runIn` wrote. */
function keptAnswer(row: { status: number; headers: string; body: string }): Answer {
  return {
    status: row.status,
    headers: JSON.parse(row.headers) as Answer['headers'],
    body: JSON.parse(row.body) as unknown,
  }
}

/** Forgets answers that are older than a day. */
export async function sweepAnswers(db: Database, now: number): Promise<void> {
  await db.transaction((tx) =>
    tx.query
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', now - KEEP_FOR)
      .execute(),
  )
}

export function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return Array.isArray(key) ? key.join(',') : key
}

/** What makes two requests the same: address and content. */
export function fingerprintOf(request: FastifyRequest): string {
  return `${request.method} ${request.url}\0${JSON.stringify(request.body)}`
}

/** The statuses of answers that are kept are those that the routes document. */
export function sendAnswer(reply: FastifyReply, answer: Answer): never {
  return reply.code(answer.status).headers(answer.headers).send(answer.body) as never
}
