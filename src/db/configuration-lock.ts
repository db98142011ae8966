import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Any number; nothing else may lock by it. */
const CONFIGURATION_LOCK = 7_354_125

/**
 * Begins a change of the configuration: changes wait for each other and for transactions that hold the configuration,
 * and every cache notices the new version. Call it first in the transaction.
 */
export async function beginConfigurationVersion(tx: Tx): Promise<void> {
  if (tx.traits.kind === 'postgres')
    await sql`select pg_advisory_xact_lock(${CONFIGURATION_LOCK})`.execute(tx.query)
  const { version } = await tx.query
    .updateTable('config_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', 1)
    .returning('version')
    .executeTakeFirstOrThrow()
  tx.tell({ of: 'configuration', version })
}

/** The version of the configuration, which cannot change before the transaction ends. */
export async function holdConfigurationVersion(tx: Tx): Promise<number> {
  // On SQLite writers exclude each other anyway.
  if (tx.traits.kind === 'postgres') {
    await sql`select pg_advisory_xact_lock_shared(${CONFIGURATION_LOCK})`.execute(tx.query)
  }
  const { version } = await tx.query
    .selectFrom('config_version')
    .select('version')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  return version
}
