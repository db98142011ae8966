import type { Actor, Clock, Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { Cause } from '../events/index.ts'
import type { ConfigurationCache } from './configuration.ts'

/** What every verb works with: the store, the configuration, the time, and who asks. */
export type Ctx = {
  db: Database
  configuration: ConfigurationCache
  clock: Clock
  settings: Settings
  actor: Actor
  /** What led to this, besides whoever acts. */
  cause?: Cause
  /** The id of the version that a change of the configuration puts back. */
  restores?: string
}
