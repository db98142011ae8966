import type { Tx } from '../db/index.ts'
import type { Configuration } from '../issue-types/index.ts'
import { type Issue, issueFromRow } from '../issues/index.ts'
import type { Schedule } from './rule-book.ts'

/** Issues of one transaction for which the rule is asked. */
const BATCH = 100
/** Issues that one transaction passes over for them: few enough that nobody waits long where most are done. */
const SCAN = 2000

/** Issues that a tick comes to next; `last`: the last that was passed over, `null` where none was. */
export type Batch = { issues: readonly Issue[]; last: string | null; isOver: boolean }
export const NO_BATCH: Batch = { issues: [], last: null, isOver: true }

/**
 * Along the primary key, so that all batches together pass over each issue once, whatever becomes of it meanwhile; and in
 * steps that do not grow with the issues that are done.
 */
export async function nextBatch(
  tx: Tx,
  configuration: Configuration,
  { rule }: Schedule,
  after: string,
  tick: number,
): Promise<Batch> {
  const passed = await tx.query
    .selectFrom('issues')
    .select(['id', 'issue_type_id', 'category', 'created_at'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(SCAN)
    .execute()
  const typeId = configuration.typeByKey.get(rule.issueType ?? '')?.id
  const wanted = passed.filter(
    ({ issue_type_id, category, created_at }) =>
      category !== 'done' && created_at <= tick && (typeId === undefined || issue_type_id === typeId),
  )
  const isCut = wanted.length > BATCH
  const ids = wanted.slice(0, BATCH).map(({ id }) => id)
  const rows =
    ids.length > 0
      ? await tx.query.selectFrom('issues').selectAll().where('id', 'in', ids).orderBy('id').execute()
      : []
  return {
    issues: rows.map(issueFromRow),
    last: (isCut ? ids.at(-1) : passed.at(-1)?.id) ?? null,
    isOver: !isCut && passed.length < SCAN,
  }
}
