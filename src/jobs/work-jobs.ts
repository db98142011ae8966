import type { Clock } from '../base/index.ts'
import { type Database, holdConfigurationVersion, isStoreFailure, savepoint, type Tx } from '../db/index.ts'
import { nextBatch } from './next-batch.ts'

/** Works on one issue, which is there, by its id; answers whether that changed it. */
export type WalkOne = (issueId: string) => Promise<boolean>
/** Begins a batch in its transaction, in which the configuration is held. */
export type Walk = (tx: Tx) => Promise<WalkOne>

export type JobsDeps = {
  db: Database
  clock: Clock
  /** What is done for each kind of job; jobs of other kinds wait for a process that knows them. */
  kinds: Readonly<Record<string, Walk>>
  /** The kinds of which done issues are walked over, too. */
  alsoDone?: readonly string[]
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}

export type Jobs = {
  /** Works on one batch of the job that has waited longest; answers how many issues that were, and one for its end. */
  workBatch: () => Promise<number>
}

const IN_BACKGROUND = { isBackground: true }

/**
 * Jobs go on where they were after a kill, since what a batch did and how far the job is are one transaction. However
 * many processes work, each batch is done by one of them.
 */
export function openJobs({ db, clock, kinds, alsoDone = [], log }: JobsDeps): Jobs {
  const known = Object.keys(kinds)

  const workOn = (jobId: string, walk: Walk): Promise<number> =>
    db.transaction(async (tx) => {
      // Before the job's row, as whoever changes the configuration and starts a job does.
      await holdConfigurationVersion(tx)
      const job = await claim(tx, jobId)
      if (!job) return 0
      const { ids, last, isOver } = await nextBatch(
        tx,
        { typeId: job.issue_type_id, alsoDone: alsoDone.includes(job.kind) },
        job.last_issue_id,
      )
      const walkOne = await walk(tx)
      let [changed, failed] = [0, 0]
      for (const id of ids) {
        try {
          if (await savepoint(tx, () => walkOne(id))) changed++
        } catch (error) {
          if (isStoreFailure(error)) throw error
          failed++
          tx.onCommit(() => log('error', `the job ${jobId} could not work on the issue ${id}`, error))
        }
      }
      const done = job.done + ids.length
      await tx.query
        .updateTable('jobs')
        .set({
          last_issue_id: last ?? job.last_issue_id,
          done,
          // Issues were opened and ended in the meantime.
          total: isOver ? done : Math.max(job.total, done),
          changed: job.changed + changed,
          failed: job.failed + failed,
          finished_at: isOver ? clock() : null,
        })
        .where('id', '=', jobId)
        .execute()
      return ids.length + 1
    }, IN_BACKGROUND)

  return {
    workBatch: async () => {
      if (known.length === 0) return 0
      const open = await db.read
        .selectFrom('jobs')
        .select(['id', 'kind'])
        .where('finished_at', 'is', null)
        .where('kind', 'in', known)
        .orderBy('id')
        .execute()
      // What has to look at so many gives way.
      const long = open.filter(({ kind }) => alsoDone.includes(kind))
      for (const { id, kind } of [...open.filter((job) => !long.includes(job)), ...long]) {
        const walk = kinds[kind]
        const worked = walk ? await workOn(id, walk) : 0
        if (worked > 0) return worked
      }
      return 0
    },
  }
}

/** The job, where no other process works on it right now and no newer one took its place. */
async function claim(tx: Tx, jobId: string) {
  let query = tx.query.selectFrom('jobs').selectAll().where('id', '=', jobId).where('finished_at', 'is', null)
  if (tx.traits.kind === 'postgres') query = query.forUpdate().skipLocked()
  return query.executeTakeFirst()
}
