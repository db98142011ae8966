import { sql } from 'kysely'
import { HOUR, hashToken, kept, MINUTE, newToken } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import type { Configuration, ConfigurationCache, IssueType } from '../issue-types/index.ts'
import { foldNumber, type Issue, issueFromRow } from '../issues/index.ts'
import {
  covers,
  lineColumns,
  linesFrom,
  NO_LINES,
  type PublicLines,
  type Wanted,
  wantedBy,
} from './public-lines.ts'

/** Without use for so long, a session is over. */
export const SESSION_IDLE = 30 * MINUTE
const ABSOLUTE = 12 * HOUR
/** How often the store learns that a session is in use; in between it is kept in memory. */
const NOTE_EVERY = MINUTE
/** A clock that runs a little apart on another machine must not end a session that was just made. */
const CLOCK_TOLERANCE = 5 * MINUTE
/** Sessions of one issue that are kept; whoever opens more loses the oldest. */
const MAX_PER_ISSUE = 50

/** What a customer's session opens: one issue on one page, as of one request. */
export type OpenIssue = { issue: Issue; type: IssueType; configuration: Configuration; lines: PublicLines }

export type CustomerSessions = {
  /** The issue that a token opens on a page right now, with its lines, or `null` for whatever reason it does not. */
  open: (token: string | null, page: string, number: string) => Promise<OpenIssue | null>
  /** As `open`, for addresses that do not name the issue; without its lines. */
  openAny: (token: string | null, page: string) => Promise<OpenIssue | null>
  /** Ends the session of a token; nothing happens where there is none. */
  end: (token: string | null) => Promise<void>
  /** Ends sessions that are over. */
  sweep: () => Promise<void>
}

/**
 * Makes a session bound to one issue, page and contact as part of a transaction, and ends the one it replaces; `null`
 * where the issue was erased, or got another contact, since it was read.
 */
export async function beginSession(
  tx: Tx,
  now: number,
  bound: { issueId: string; contactVersion: number; type: IssueType },
  replaced: string | null,
): Promise<string | null> {
  const token = newToken()
  let issue = tx.query
    .selectFrom('issues')
    .where('id', '=', bound.issueId)
    .where('contact_version', '=', bound.contactVersion)
    .select((eb) => [
      eb.val(hashToken(token)).as('hash'),
      'id as issue_id',
      eb.val(bound.type.id).as('issue_type_id'),
      'contact_version',
      eb.val(bound.type.pageEpoch).as('page_epoch'),
      eb.val(now).as('created_at'),
      eb.val(now).as('seen_at'),
    ])
  // On SQLite writers exclude each other anyway.
  if (tx.traits.kind === 'postgres') issue = issue.forKeyShare()
  const made = await tx.query
    .insertInto('customer_sessions')
    .columns(['hash', 'issue_id', 'issue_type_id', 'contact_version', 'page_epoch', 'created_at', 'seen_at'])
    .expression(issue)
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return null
  if (replaced)
    await tx.query.deleteFrom('customer_sessions').where('hash', '=', hashToken(replaced)).execute()
  return token
}

type SessionRow = Schema['issues'] & {
  session_type_id: string
  session_contact_version: number
  page_epoch: number
  session_created_at: number
  seen_at: number
  config_version: number
  message_lines: string | null
  file_lines: string | null
}

export function openCustomerSessions(
  db: Database,
  configuration: ConfigurationCache,
  clock: () => number,
): CustomerSessions {
  // Whatever a request needs comes in one read, and so as of one moment.
  const reading = (wanted: Wanted) =>
    db.hot<SessionRow>(
      db.read
        .selectFrom('customer_sessions as session')
        .innerJoin('issues as issue', 'issue.id', 'session.issue_id')
        .innerJoin('config_version as config', (join) => join.on('config.id', '=', sql.lit(1)))
        .selectAll('issue')
        .select([
          'session.issue_type_id as session_type_id',
          'session.contact_version as session_contact_version',
          'session.page_epoch',
          'session.created_at as session_created_at',
          'session.seen_at',
          'config.version as config_version',
        ])
        .select(lineColumns(db.traits, wanted))
        .where('session.hash', '=', '')
        .compile(),
    )
  const readings = new Map<number, ReturnType<typeof reading>>()
  const find = (wanted: Wanted) =>
    kept(readings, Number(wanted.messages) + 2 * Number(wanted.files), () => reading(wanted))
  /** By token hash: when it was last used, and when that was last noted in the store. */
  const seen = new Map<string, { at: number; notedAt: number }>()

  const note = (hash: string, now: number, stored: number): void => {
    const before = seen.get(hash)
    const notedAt = Math.max(before?.notedAt ?? 0, stored)
    const due = now - notedAt >= NOTE_EVERY
    seen.set(hash, { at: now, notedAt: due ? now : notedAt })
    if (!due) return
    // Never awaited: a store that cannot write must not keep a customer from reading.
    db.transaction((tx) =>
      tx.query.updateTable('customer_sessions').set({ seen_at: now }).where('hash', '=', hash).execute(),
    ).catch(() => {})
  }

  const forget = (hash: string): Promise<unknown> => {
    seen.delete(hash)
    return db.transaction((tx) => tx.query.deleteFrom('customer_sessions').where('hash', '=', hash).execute())
  }

  const open = async (
    token: string | null,
    page: string,
    number: string | null,
    wanted: Wanted,
  ): Promise<OpenIssue | null> => {
    if (!token || !/^[\w-]{43}$/.test(token)) return null
    const hash = hashToken(token)
    const row = (await find(wanted)([hash]))[0]
    if (!row) return null
    const now = clock()
    const lastSeen = Math.max(row.seen_at, seen.get(hash)?.at ?? 0)
    const alive =
      now - row.session_created_at < ABSOLUTE &&
      now - lastSeen < SESSION_IDLE &&
      now > row.session_created_at - CLOCK_TOLERANCE &&
      row.session_contact_version === row.contact_version
    if (!alive) {
      // What is over is over for good, also when the clock is set back afterwards.
      await forget(hash).catch(() => {})
      return null
    }
    const current = await configuration.at(row.config_version)
    const type = current.typeByPage.get(page)
    if (!type?.statusPage.enabled || type.pageEpoch !== row.page_epoch) return null
    if (type.id !== row.session_type_id || type.id !== row.issue_type_id) return null
    if (number !== null && row.number_key !== foldNumber(number)) return null
    // The view was changed since the page was last seen here.
    if (number !== null && !covers(wanted, wantedBy(type))) return open(token, page, number, wantedBy(type))
    note(hash, now, row.seen_at)
    return { issue: issueFromRow(row), type, configuration: current, lines: linesFrom(row) }
  }

  return {
    open: async (token, page, number) => {
      const seen = (await configuration.lastSeen()).typeByPage.get(page)
      return open(token, page, number, wantedBy(seen))
    },
    openAny: (token, page) => open(token, page, null, NO_LINES),
    end: async (token) => {
      if (token) await forget(hashToken(token))
    },
    sweep: async () => {
      const now = clock()
      for (const [hash, { at }] of seen) if (Math.abs(now - at) > SESSION_IDLE) seen.delete(hash)
      await db.transaction(async (tx) => {
        await tx.query
          .deleteFrom('customer_sessions')
          .where((eb) =>
            eb.or([
              eb('created_at', '<', now - ABSOLUTE),
              eb('seen_at', '<', now - SESSION_IDLE - NOTE_EVERY),
              eb('created_at', '>', now + CLOCK_TOLERANCE),
            ]),
          )
          .execute()
        const crowded = tx.query
          .selectFrom('customer_sessions')
          .select('issue_id')
          .groupBy('issue_id')
          .having((eb) => eb.fn.countAll<number>(), '>', MAX_PER_ISSUE)
        const byAge = tx.query
          .selectFrom('customer_sessions')
          .where('issue_id', 'in', crowded)
          .select((eb) => [
            'hash',
            eb.fn
              .agg<number>('row_number')
              .over((over) => over.partitionBy('issue_id').orderBy('created_at', 'desc'))
              .as('place'),
          ])
        const surplus = tx.query
          .selectFrom(byAge.as('by_age'))
          .select('hash')
          .where('place', '>', MAX_PER_ISSUE)
        await tx.query.deleteFrom('customer_sessions').where('hash', 'in', surplus).execute()
      })
    },
  }
}
