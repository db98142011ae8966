import type { Tx } from '../db/index.ts'
import type { Configuration } from '../issue-types/index.ts'
import { type Issue, issueFromRow } from '../issues/index.ts'
import { type Batch, nextBatch } from '../jobs/index.ts'
import type { Schedule } from './rule-book.ts'

/** Issues that a tick comes to next. */
export type TickBatch = Omit<Batch, 'ids'> & { issues: readonly Issue[] }
export const NO_BATCH: TickBatch = { issues: [], last: null, isOver: true }

/** The next issues of the rule's type that were there at the tick and are not done. */
export async function tickBatch(
  tx: Tx,
  configuration: Configuration,
  { rule }: Schedule,
  after: string,
  tick: number,
): Promise<TickBatch> {
  const typeId = configuration.typeByKey.get(rule.issueType ?? '')?.id ?? null
  const { ids, ...batch } = await nextBatch(tx, { typeId, createdBy: tick }, after)
  const rows =
    ids.length > 0
      ? await tx.query.selectFrom('issues').selectAll().where('id', 'in', ids).orderBy('id').execute()
      : []
  return { ...batch, issues: rows.map(issueFromRow) }
}
