import type { Database } from '../db/index.ts'
import { type ByVersion, type ConfigurationCache, openByVersion } from '../issue-types/index.ts'
import { loadTemplates, type Templates } from './template-queries.ts'

/** All message templates, kept in memory. */
export type TemplateBook = ByVersion<Templates>

export function openTemplateBook(db: Database, configuration: ConfigurationCache): TemplateBook {
  return openByVersion(db, configuration, loadTemplates)
}
