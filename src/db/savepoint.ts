import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Runs part of a transaction that may fail alone: a throw undoes this part, and is passed on. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx.query)
  try {
    const value = await work()
    await sql`release savepoint part`.execute(tx.query)
    return value
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx.query)
    await sql`release savepoint part`.execute(tx.query)
    throw error
  }
}
