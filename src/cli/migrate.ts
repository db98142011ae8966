import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { lockFolder, migratePostgres, migrateSqlite } from '../db/index.ts'
import { type Command, print, say } from './command.ts'

export const migrateCommand: Command = {
  usage: `Usage: reklamator migrate [--json]

Brings the store to this program's schema. A SQLite file is copied to DATA_DIR/backups first; its data folder must not be
in use. A store that is newer than the program is left untouched.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, strict: true })
    const config = readConfig()
    const lock = config.databaseUrl ? null : lockFolder(config.dataDir)
    try {
      const report = config.databaseUrl
        ? await migratePostgres(config.databaseUrl)
        : await migrateSqlite(config.dataDir)
      if (values.json) print(JSON.stringify(report))
      else if (report.applied.length === 0) say('The store is up to date.')
      else
        say(
          `Applied ${report.applied.join(', ')}.${report.backup ? ` The copy from before: ${report.backup}` : ''}`,
        )
      return 0
    } finally {
      lock?.release()
    }
  },
}
