import { sql } from 'kysely'
import { newId } from '../base/index.ts'
import type { Tx } from '../db/index.ts'

/** Sorts before every id. */
const FROM_THE_START = ''

/**
 * Puts a walk over the issues of a type that are not done on its way (over those of all types where it is `null`), in
 * the transaction that makes it necessary. It takes the place of an earlier one of the same kind and type, finished or
 * not: whoever has still to be walked over is walked over from the start.
 */
export async function startJob(
  tx: Tx,
  { kind, typeId, at }: { kind: string; typeId: string | null; at: number },
): Promise<void> {
  await tx.query
    .deleteFrom('jobs')
    .where('kind', '=', kind)
    .where('issue_type_id', typeId === null ? 'is' : '=', typeId)
    .execute()
  let counted = tx.query
    .selectFrom('issues')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    // From an index by category alone, which has the type too.
    .where('category', 'in', ['open', 'waiting'])
  if (typeId !== null) counted = counted.where(sql.raw(tx.traits.met('issue_type_id')), '=', typeId)
  const { total } = await counted.executeTakeFirstOrThrow()
  await tx.query
    .insertInto('jobs')
    .values({
      id: newId(at),
      kind,
      issue_type_id: typeId,
      last_issue_id: FROM_THE_START,
      done: 0,
      total,
      changed: 0,
      failed: 0,
      created_at: at,
      finished_at: null,
    })
    .execute()
  tx.signal('jobs')
}
