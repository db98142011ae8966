/** A process that sends what is due until it is killed: `sender.ts STORE PORT`, STORE a data folder or a database. */
import { setTimeout as delay } from 'node:timers/promises'
import { openPostgresDatabase, openSqliteDatabase } from '../../src/db/index.ts'
import { mailIdentity, openDelivering, openSmtpChannel } from '../../src/deliveries/index.ts'

const [store = '', port = ''] = process.argv.slice(2)
const db = store.startsWith('postgres') ? await openPostgresDatabase(store) : openSqliteDatabase(store)
const identity = mailIdentity({ baseUrl: 'http://localhost:3000', mailFrom: null })
const settings = { host: '127.0.0.1', port: Number(port), tls: 'off', login: null } as const
const delivering = openDelivering({
  db,
  name: 'email',
  channel: openSmtpChannel({ settings, identity, clock: Date.now }),
  clock: Date.now,
  log: () => {},
})
// A run of tests that dies takes its senders with it.
process.stdin.on('end', () => process.exit()).resume()
for (;;) if ((await delivering.deliverDue(Date.now())) === 0) await delay(10)
