import { parseArgs } from 'node:util'
import { verifyAudit } from '../audit/index.ts'
import { readConfig } from '../config.ts'
import { readSecret } from '../main.ts'
import { type Command, print, say, WrongUse } from './command.ts'
import { openCurrent } from './open-current.ts'

export const auditCommand: Command = {
  usage: `Usage: reklamator audit verify [--json]

Checks that no line of the audit was changed or taken out since it was written, along the chain of hashes that a running
server makes of them every ten minutes. Prints how many lines are sound and the end of the chain: kept elsewhere, it tells
later that nothing was cut off. Exit code 1 where the chain is broken.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new WrongUse('verify is needed')
    const config = readConfig()
    const secret = readSecret(config)
    const db = await openCurrent(config)
    try {
      const verdict = await verifyAudit(db, secret)
      const { verified, waiting, broken, head } = verdict
      if (values.json) print(JSON.stringify(verdict))
      else {
        print(`${verified} lines are sound, ${waiting} are too new to be chained.`)
        if (head.position > 0) print(`The chain ends at ${head.position} with ${head.hash}`)
      }
      if (broken) say(`reklamator audit: line ${broken.position} (${broken.line}) is ${broken.why}`)
      return broken ? 1 : 0
    } finally {
      await db.close()
    }
  },
}
