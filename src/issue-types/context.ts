import type { Actor, Clock, Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { ConfigurationCache } from './configuration.ts'

/** What every verb works with: the store, the configuration, the time, and who asks. */
export type Ctx = {
  db: Database
  configuration: ConfigurationCache
  clock: Clock
  settings: Settings
  actor: Actor
}
