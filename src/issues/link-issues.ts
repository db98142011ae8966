import { invalid, notFound, Refusal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { type LinkRole, recordEvent } from '../events/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { type LinkKind, LINK_KINDS, pairOf, rolesOf } from './link.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { holdIssueById, readIssue } from './queries.ts'

/** Links that one issue may have. */
const MOST_LINKS = 100

/** Another issue, and what it is to this one; `at` in UTC milliseconds. */
export type Linked = { issue: Issue; as: LinkRole; at: number }

/** The issues that belong to an issue, the latest first. */
export async function findLinks(db: Ctx['db'], issue: Issue): Promise<Linked[]> {
  const rows = await db.read
    .selectFrom('issue_links')
    .selectAll()
    .where((eb) => eb.or([eb('from_id', '=', issue.id), eb('to_id', '=', issue.id)]))
    .orderBy('created_at', 'desc')
    .orderBy('pair')
    .execute()
  const otherOf = (row: { from_id: string; to_id: string }) =>
    row.from_id === issue.id ? row.to_id : row.from_id
  if (rows.length === 0) return []
  const others = await db.read.selectFrom('issues').selectAll().where('id', 'in', rows.map(otherOf)).execute()
  const byId = new Map(others.map((row) => [row.id, issueFromRow(row)]))
  return rows.flatMap((row) => {
    const other = byId.get(otherOf(row))
    const { here, there } = rolesOf(kindOf(row.kind))
    return other ? [{ issue: other, as: row.from_id === issue.id ? here : there, at: row.created_at }] : []
  })
}

/**
 * Says that an issue belongs to another one; both histories tell it.
 * @throws Refusal `invalid-input` where there is no other issue, `conflict` where the two are linked already.
 */
export async function linkIssues(
  ctx: Ctx,
  number: string,
  { to, kind }: { to: string; kind: LinkKind },
): Promise<Linked> {
  const from = await readIssue(ctx.db, number)
  const other = await otherIssue(ctx, to)
  if (other.id === from.id) throw invalid({ path: 'to', message: 'another issue is needed' })
  const at = ctx.clock()
  await ctx.db.transaction(async (tx) => {
    await holdBoth(tx, from, other)
    for (const issue of [from, other]) await refuseIfFull(tx, issue)
    const { numInsertedOrUpdatedRows } = await tx.query
      .insertInto('issue_links')
      .values({ pair: pairOf(from.id, other.id), from_id: from.id, to_id: other.id, kind, created_at: at })
      .onConflict((conflict) => conflict.column('pair').doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows)
      throw new Refusal('conflict', `${from.number} and ${other.number} are linked already.`)
    await recordBoth(ctx, tx, 'issue.linked', { from, other, kind, at })
  })
  return { issue: other, as: kind, at }
}

/** @throws Refusal `not-found` where the two are not linked. */
export async function unlinkIssues(ctx: Ctx, number: string, otherNumber: string): Promise<void> {
  const issue = await readIssue(ctx.db, number)
  const other = await readIssue(ctx.db, otherNumber)
  await ctx.db.transaction(async (tx) => {
    await holdBoth(tx, issue, other)
    const link = await tx.query
      .deleteFrom('issue_links')
      .where('pair', '=', pairOf(issue.id, other.id))
      .returningAll()
      .executeTakeFirst()
    if (!link) throw notFound('link')
    const [from, to] = link.from_id === issue.id ? [issue, other] : [other, issue]
    await recordBoth(ctx, tx, 'issue.unlinked', { from, other: to, kind: kindOf(link.kind), at: ctx.clock() })
  })
}

async function otherIssue(ctx: Ctx, number: string): Promise<Issue> {
  try {
    return await readIssue(ctx.db, number)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found')
      throw invalid({ path: 'to', message: `there is no issue ${number}` })
    throw error
  }
}

/** In one order for everyone, so that nobody waits for somebody who waits for them. */
async function holdBoth(tx: Tx, one: Issue, other: Issue): Promise<void> {
  for (const id of [one.id, other.id].toSorted()) await holdIssueById(tx, id)
}

async function refuseIfFull(tx: Tx, issue: Issue): Promise<void> {
  const { links } = await tx.query
    .selectFrom('issue_links')
    .select((eb) => eb.fn.countAll<number>().as('links'))
    .where((eb) => eb.or([eb('from_id', '=', issue.id), eb('to_id', '=', issue.id)]))
    .executeTakeFirstOrThrow()
  if (links >= MOST_LINKS)
    throw new Refusal('conflict', `${issue.number} has ${MOST_LINKS} links, and more are not allowed.`)
}

type Link = { from: Issue; other: Issue; kind: LinkKind; at: number }

async function recordBoth(
  ctx: Ctx,
  tx: Tx,
  kind: 'issue.linked' | 'issue.unlinked',
  link: Link,
): Promise<void> {
  const { here, there } = rolesOf(link.kind)
  const record = (issue: Issue, other: Issue, as: LinkRole) =>
    recordEvent(tx, {
      issueId: issue.id,
      actor: ctx.actor,
      at: link.at,
      event: { kind, other: other.number, as },
      cause: ctx.cause,
    })
  await record(link.from, link.other, here)
  await record(link.other, link.from, there)
}

/** Only `linkIssues` writes them. */
function kindOf(stored: string): LinkKind {
  return LINK_KINDS.find((kind) => kind === stored) ?? 'related'
}
