import type { Database } from '../db/index.ts'
import type { CapturedMail } from './captured-mail.ts'
import { FOR_STAFF } from './delivery.ts'
import { knownIssues } from './queries.ts'

/** Removes captured mail that is old, and such of issues that were erased. */
export async function sweepCapturedMail(db: Database, captured: CapturedMail, now: number): Promise<void> {
  // Only a SQLite store is sure to belong to this folder: another database does not know of its issues.
  const known = async (issueIds: readonly string[]) =>
    db.traits.kind === 'sqlite'
      ? new Set([...(await knownIssues(db, issueIds)), FOR_STAFF])
      : new Set(issueIds)
  await captured.sweep(now, known)
}
