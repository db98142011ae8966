import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { isStoreFailure } from './store-errors.ts'

/**
 * Runs part of a transaction that may fail alone: a throw undoes this part, and is passed on. Where the store failed
 * (`isStoreFailure`) the transaction may be gone as a whole, and whoever catches it must pass it on.
 */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx.query)
  try {
    const value = await work()
    await sql`release savepoint part`.execute(tx.query)
    return value
  } catch (error) {
    if (isStoreFailure(error)) throw error
    await sql`rollback to savepoint part`.execute(tx.query)
    await sql`release savepoint part`.execute(tx.query)
    throw error
  }
}
