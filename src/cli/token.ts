import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { createToken, listTokens, revokeToken } from '../staff/index.ts'
import { type Command, print, say, WrongUse } from './command.ts'
import { openCurrent } from './open-current.ts'

export const tokenCommand: Command = {
  usage: `Usage: reklamator token create --name NAME --scope admin|issues:write|issues:read [--json]
       reklamator token list [--json]
       reklamator token revoke ID

create prints the token alone on standard output, once: only its hash is stored. Works beside a running server and takes
effect at once.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { name: { type: 'string' }, scope: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    const [verb, id, ...more] = positionals
    if (more.length > 0 || (verb !== 'revoke' && id !== undefined)) throw new WrongUse('too many words')
    if (verb === 'create' && (!values.name || !values.scope))
      throw new WrongUse('--name and --scope are needed')
    if (verb === 'revoke' && !id) throw new WrongUse('the id of a token is needed')
    if (verb !== 'create' && verb !== 'list' && verb !== 'revoke')
      throw new WrongUse('create, list or revoke is needed')

    const db = await openCurrent(readConfig())
    try {
      if (verb === 'create') {
        const made = await createToken(db, Date.now, { name: values.name ?? '', scope: values.scope ?? '' })
        print(values.json ? JSON.stringify(made) : made.token)
      } else if (verb === 'list') {
        const tokens = await listTokens(db)
        if (values.json) print(JSON.stringify(tokens))
        else for (const token of tokens) print(line(token))
      } else if (await revokeToken(db, Date.now, id ?? '')) say('The token is revoked.')
      else {
        say(`reklamator token: there is no valid token with the id ${id}`)
        return 1
      }
      return 0
    } finally {
      await db.close()
    }
  },
}

function line(token: {
  id: string
  name: string
  scope: string
  createdAt: number
  revokedAt: number | null
}): string {
  const state = token.revokedAt === null ? 'valid' : `revoked ${new Date(token.revokedAt).toISOString()}`
  return [token.id, token.scope, token.name, new Date(token.createdAt).toISOString(), state].join('\t')
}
