import type { Config } from '../config.ts'
import { type Database, lockFolder, migratePostgres, migrateSqlite, pendingInSqlite } from '../db/index.ts'
import { openDatabase } from '../main.ts'

/** Opens the store for a command beside the server; a store that was never started gets its schema first. */
export async function openCurrent(config: Config): Promise<Database> {
  if (config.databaseUrl) await migratePostgres(config.databaseUrl)
  else if (pendingInSqlite(config.dataDir).length > 0) {
    const lock = lockFolder(config.dataDir)
    try {
      await migrateSqlite(config.dataDir)
    } finally {
      lock.release()
    }
  }
  return openDatabase(config)
}
