import type { Kysely, Selectable } from 'kysely'
import type { Schema } from '../db/index.ts'
import type { Job } from './job.ts'

function jobFromRow(row: Selectable<Schema['jobs']>): Job {
  return {
    id: row.id,
    kind: row.kind,
    typeId: row.issue_type_id,
    done: row.done,
    total: row.total,
    changed: row.changed,
    failed: row.failed,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

/** The latest job of a kind for a type; `null` where there was none. */
export async function latestJob(query: Kysely<Schema>, kind: string, typeId: string): Promise<Job | null> {
  const row = await query
    .selectFrom('jobs')
    .selectAll()
    .where('kind', '=', kind)
    .where('issue_type_id', '=', typeId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? jobFromRow(row) : null
}

/** Of each kind and type the latest, newest first, before a given id. */
export async function findJobs(
  query: Kysely<Schema>,
  before: string | null,
  limit: number,
): Promise<(Job & { type: string | null })[]> {
  let jobs = query
    .selectFrom('jobs')
    .leftJoin('issue_types', 'issue_types.id', 'jobs.issue_type_id')
    .selectAll('jobs')
    .select('issue_types.key as type')
    .orderBy('jobs.id', 'desc')
    .limit(limit)
  if (before) jobs = jobs.where('jobs.id', '<', before)
  return (await jobs.execute()).map((row) => ({ ...jobFromRow(row), type: row.type }))
}
