import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { transferMeans } from '../app.ts'
import { type InputError, Refusal } from '../base/index.ts'
import { readConfig } from '../config.ts'
import { parseJson } from '../http/index.ts'
import { openConfiguration } from '../issue-types/index.ts'
import { readSecret } from '../main.ts'
import { openOutbound } from '../outbound/index.ts'
import { type Change, importConfiguration, readContent, tryConfiguration } from '../transfer/index.ts'
import { COMMAND_LINE, type Command, print, say, WrongUse } from './command.ts'
import { openCurrent } from './open-current.ts'

const MIB = 1024 ** 2
const MOST_BYTES = 128 * MIB

export const importCommand: Command = {
  usage: `Usage: reklamator import --configuration FILE [--dry-run]

Puts all that a file of "reklamator export --configuration" holds in place, or nothing of it. What the file does not hold
stays. Prints a line for each thing that is made or changed; with --dry-run, for each that would be. Exit code 1 where
something stands in the way, which is then named by its path in the file. Works beside a running server.`,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { configuration: { type: 'string' }, 'dry-run': { type: 'boolean' } },
      strict: true,
    })
    const { configuration: file, 'dry-run': isDry = false } = values
    if (!file) throw new WrongUse('--configuration FILE is needed')
    const config = readConfig()
    const db = await openCurrent(config)
    const outbound = openOutbound({ settings: config.outbound })
    try {
      const configuration = openConfiguration(db)
      const ctx = { db, configuration, clock: Date.now, settings: config, actor: COMMAND_LINE }
      const means = transferMeans(readSecret(config), outbound)
      const run = isDry ? tryConfiguration : importConfiguration
      const { changes, errors } = await run(ctx, means, readContent(readJson(file)))
      if (errors.length > 0) return tellErrors(errors)
      return tellChanges(changes, isDry)
    } catch (error) {
      if (error instanceof Refusal && error.errors.length > 0) return tellErrors(error.errors)
      throw error
    } finally {
      await outbound.close()
      await db.close()
    }
  },
}

function readJson(file: string): unknown {
  if (statSync(file).size > MOST_BYTES)
    throw new Refusal('too-large', `A file may have at most ${MOST_BYTES / MIB} MiB.`)
  return parseJson(readFileSync(file))
}

function tellErrors(errors: readonly InputError[]): number {
  for (const { path, message } of errors) say(`${path === '' ? 'the file' : path}: ${message}`)
  say('Nothing was changed.')
  return 1
}

function tellChanges(changes: readonly Change[], isDry: boolean): number {
  const made = changes.filter((change) => change.do !== 'keep')
  if (made.length > 0) print(made.map((change) => `${change.do}\t${change.target}`).join('\n'))
  const kept = changes.length - made.length
  say(
    `${isDry ? 'Would make or change' : 'Made or changed'} ${made.length} things, ${kept} are as in the file.`,
  )
  return 0
}
