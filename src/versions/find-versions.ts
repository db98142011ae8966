import { type AuditLine, findAuditOf, readAuditLine } from '../audit/index.ts'
import { notFound } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { partsOf, UNVERSIONED_ACTIONS, VERSIONED, type Version, versionOf } from './version.ts'

const BATCH = 200

/** The newest versions before a given id (all when null), newest first, of what a target names or begins. */
export async function findVersions(
  db: Database,
  target: string,
  before: string | null,
  limit: number,
): Promise<Version[]> {
  const found: Version[] = []
  let at = before
  while (found.length < limit) {
    const lines = await linesBefore(db, target, at)
    const versions = lines.filter((line) => VERSIONED.test(line.target)).map(versionOf)
    found.push(...versions.filter((version) => version.target.startsWith(target)))
    if (lines.length < BATCH) break
    at = lines.at(-1)?.id ?? null
  }
  return found.slice(0, limit)
}

/** @throws Refusal `not-found` also for lines of what has no versions */
export async function readVersion(db: Database, id: string): Promise<Version> {
  const line = await readAuditLine(db, id)
  const isVersion =
    line && VERSIONED.test(line.target) && !UNVERSIONED_ACTIONS.some((of) => of === line.action)
  if (!isVersion) throw notFound('version')
  return versionOf(line)
}

async function linesBefore(db: Database, target: string, before: string | null): Promise<AuditLine[]> {
  // Older lines of a part of an issue type name the type alone.
  const { kind, key, part } = partsOf(target)
  const type = kind === 'issue-type' && part !== '' ? `issue-type:${key}` : null
  return findAuditOf(db, { prefix: target, target: type, without: UNVERSIONED_ACTIONS }, before, BATCH)
}
