/**
 * The floor of durable writing: one transaction with one insert for each operation, synced at its commit. Run as a
 * process of its own: `node bench/commit-floor.ts FOLDER COUNT`; prints operations a second.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const [folder = '', count = ''] = process.argv.slice(2)
const store = new DatabaseSync(join(folder, 'floor.sqlite'))
store.exec('pragma journal_mode = wal; pragma synchronous = full')
store.exec('create table if not exists rows (id integer primary key, body text not null)')
const begin = store.prepare('begin immediate')
const insert = store.prepare('insert into rows (body) values (?)')
const commit = store.prepare('commit')
const body = 'x'.repeat(500)
const began = performance.now()
for (let left = Number(count); left > 0; left--) {
  begin.run()
  insert.run(body)
  commit.run()
}
console.log((Number(count) * 1000) / (performance.now() - began))
store.close()
