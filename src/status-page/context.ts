import type { Clock, Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import type { ConfigurationCache } from '../issue-types/index.ts'

/** What the public page works with. Nobody is signed in here. */
export type PageContext = {
  db: Database
  configuration: ConfigurationCache
  clock: Clock
  settings: Settings
  files: FileStore
  /** Keys the fingerprints of what strangers submit. */
  secret: string
  /** Tells the operator that someone tries very many numbers on a page. */
  onAlarm: (pageIdentifier: string) => void
}
