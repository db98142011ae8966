import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openLog, work } from '../main.ts'
import { type Command, print, WrongUse } from './command.ts'
import { endOnSurprise, untilStopped } from './serve.ts'
import { growWithLoad } from './memory.ts'

export const workCommand: Command = {
  usage: `Usage: reklamator work

Runs business rules and sends messages, beside any number of other processes on the PostgreSQL store that DATABASE_URL
names. Prints one line when it is ready. Stops cleanly at SIGTERM or SIGINT.`,
  run: async (args) => {
    parseArgs({ args: [...args], options: {}, strict: true })
    const config = readConfig()
    if (!config.databaseUrl)
      throw new WrongUse('PostgreSQL is needed (DATABASE_URL); with SQLite, serve does the work itself')
    const log = openLog(config.logLevel)
    endOnSurprise(log)
    const working = await work(config, log)
    growWithLoad()
    print('Reklamator is working')
    return untilStopped(working, log)
  },
}
