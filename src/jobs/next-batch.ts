import type { Tx } from '../db/index.ts'

/** Issues of one transaction: few enough that nobody else waits long. */
const BATCH = 100
/** Issues that one transaction passes over for them, where most are done or of another type. */
const SCAN = 2000

export type Wanted = {
  /** Of all types where it is `null`. */
  typeId: string | null
  /** Only issues that were there by then, UTC milliseconds. */
  createdBy?: number
  /** Whether to come to issues that are done, too. */
  alsoDone?: boolean
}

/** Ids of the issues that a walk comes to next; `last`: the last that it passed over, `null` where there was none. */
export type Batch = { ids: readonly string[]; last: string | null; isOver: boolean }

/**
 * The issues after a given id that are not done, where done ones are not asked for. Along the primary key, so that all batches together pass over each issue
 * once, whatever becomes of it meanwhile; and in steps that do not grow with the issues that are done.
 */
export async function nextBatch(
  tx: Tx,
  { typeId, createdBy = Number.MAX_SAFE_INTEGER, alsoDone = false }: Wanted,
  after: string,
): Promise<Batch> {
  const passed = tx.query
    .selectFrom('issues')
    .select(['id', 'issue_type_id', 'category', 'created_at'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(SCAN)
  let wanted = tx.query
    .selectFrom(passed.as('passed'))
    .select('id')
    .where('created_at', '<=', createdBy)
    .orderBy('id')
    .limit(BATCH)
  if (!alsoDone) wanted = wanted.where('category', '<>', 'done')
  if (typeId !== null) wanted = wanted.where('issue_type_id', '=', typeId)
  const ids = (await wanted.execute()).map(({ id }) => id)
  if (ids.length === BATCH) return { ids, last: ids.at(-1) ?? null, isOver: false }
  const { count, last } = await tx.query
    .selectFrom(passed.clearSelect().select('id').as('passed'))
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('id').as('last')])
    .executeTakeFirstOrThrow()
  return { ids, last, isOver: count < SCAN }
}
