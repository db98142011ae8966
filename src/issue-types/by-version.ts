import type { Kysely } from 'kysely'
import type { Database, Schema, Tx } from '../db/index.ts'
import type { Configuration, ConfigurationCache } from './configuration.ts'

/** What another feature lets administrators set, kept in memory for as long as the configuration's version stays. */
export type ByVersion<Value> = {
  /** As it is now, with the configuration that it belongs to. */
  current: () => Promise<{ configuration: Configuration; value: Value }>
  /** As it holds for a transaction, whose configuration is held. */
  held: (tx: Tx, configuration: Configuration) => Promise<Value>
}

/** `load` reads the value from the store; whoever changes what it reads begins a change of the configuration. */
export function openByVersion<Value>(
  db: Database,
  configurations: ConfigurationCache,
  load: (query: Kysely<Schema>, configuration: Configuration) => Promise<Value>,
): ByVersion<Value> {
  let kept: { version: number; value: Value } | null = null
  const keep = (version: number, value: Value): Value => {
    if (!kept || version > kept.version) kept = { version, value }
    return value
  }
  return {
    current: async () => {
      for (;;) {
        const configuration = await configurations.current()
        const { version } = configuration
        if (kept?.version === version) return { configuration, value: kept.value }
        const value = await load(db.read, configuration)
        // Changed while it was read: what was read may be half of each.
        const after = await configurations.current()
        if (after.version === version) return { configuration, value: keep(version, value) }
      }
    },
    held: async (tx, configuration) => {
      if (kept?.version === configuration.version) return kept.value
      const value = await load(tx.query, configuration)
      // A change that is committed together with this transaction is not to be seen from outside yet.
      tx.onCommit(() => keep(configuration.version, value))
      return value
    },
  }
}
