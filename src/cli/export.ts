import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openConfiguration } from '../issue-types/index.ts'
import { exportConfiguration } from '../transfer/index.ts'
import { COMMAND_LINE, type Command, print, say, WrongUse } from './command.ts'
import { openCurrent } from './open-current.ts'

export const exportCommand: Command = {
  usage: `Usage: reklamator export --configuration [--out FILE]

Writes company, calendars, fields, issue types, message templates, business rules and webhooks as one JSON file, on standard
output where no file is named. Users, tokens and secrets are not in it. A file that is there already is not written over.
Works beside a running server.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { configuration: { type: 'boolean' }, out: { type: 'string' } },
      strict: true,
    })
    if (!values.configuration) throw new WrongUse('--configuration is needed')
    const config = readConfig()
    const db = await openCurrent(config)
    try {
      const configuration = openConfiguration(db)
      const ctx = { db, configuration, clock: Date.now, settings: config, actor: COMMAND_LINE }
      const text = JSON.stringify(await exportConfiguration(ctx), null, 2)
      if (values.out === undefined) print(text)
      else {
        writeFileSync(values.out, `${text}\n`, { flag: 'wx' })
        say(`The configuration is in ${values.out}.`)
      }
      return 0
    } finally {
      await db.close()
    }
  },
}
