export { beginConfigurationVersion, holdConfigurationVersion } from './configuration-lock.ts'
export type { Topic } from './after-commit.ts'
export { type Database, joined, type StatementListener, type Tx } from './database.ts'
export type { DialectTraits } from './dialects.ts'
export { FolderLocked, lockFolder } from './folder-lock.ts'
export {
  type MigrationReport,
  migratePostgres,
  migrateSqlite,
  NewerStore,
  pendingInSqlite,
} from './migrate.ts'
export type { News, NewsListener } from './news.ts'
export { openPostgresDatabase } from './postgres.ts'
export type { Schema } from './schema.ts'
export { savepoint } from './savepoint.ts'
export { openSqliteDatabase, sqliteFile } from './sqlite.ts'
export { isStoreFailure, isUniqueViolation, translateStoreError } from './store-errors.ts'
/** For tests, which let it begin anew. */
export { searchParts } from './migrations/0013-search-parts.ts'
