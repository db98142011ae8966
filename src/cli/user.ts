import { parseArgs } from 'node:util'
import { emailKey } from '../base/index.ts'
import { readConfig } from '../config.ts'
import type { Database } from '../db/index.ts'
import { userTraces } from '../issues/index.ts'
import {
  createUser,
  editUser,
  findUsers,
  type ListedUser,
  makeLink,
  removeAuthenticator,
  type Role,
  ROLES,
  type User,
  welcomeUrl,
} from '../staff/index.ts'
import { COMMAND_LINE, type Command, print, say, WrongUse } from './command.ts'
import { openCurrent } from './open-current.ts'

const VERBS = ['list', 'create', 'link', 'disable'] as const
type Verb = (typeof VERBS)[number]

type Given = { name: string; role: Role; json: boolean; forgetAuthenticator: boolean }

export const userCommand: Command = {
  usage: `Usage: reklamator user list [--json]
       reklamator user create --email EMAIL --name NAME --role owner|administrator|handler|viewer|auditor
       reklamator user link --email EMAIL [--forget-authenticator]
       reklamator user disable --email EMAIL

link prints a link that sets a password, once, within an hour: the way back for whoever cannot sign in any more, and the
way in for whoever gets no mail. --forget-authenticator also removes the authenticator and its codes, for whoever lost
them. Works beside a running server and takes effect at once.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        json: { type: 'boolean' },
        'forget-authenticator': { type: 'boolean' },
      },
      allowPositionals: true,
      strict: true,
    })
    const [word, ...more] = positionals
    const verb = VERBS.find((one) => one === word)
    if (!verb) throw new WrongUse(`${VERBS.join(', ')} is needed`)
    if (more.length > 0) throw new WrongUse('too many words')
    const { email = '', name = '' } = values
    if (verb !== 'list' && email === '') throw new WrongUse('--email is needed')
    const role = ROLES.find((one) => one === values.role)
    if (verb === 'create' && (name === '' || !role))
      throw new WrongUse(`--name and --role are needed; a role is one of ${ROLES.join(', ')}`)
    const config = readConfig()
    const db = await openCurrent(config)
    try {
      return await carryOut(db, config.baseUrl, verb, email, {
        name,
        role: role ?? 'viewer',
        json: values.json === true,
        forgetAuthenticator: values['forget-authenticator'] === true,
      })
    } finally {
      await db.close()
    }
  },
}

async function carryOut(
  db: Database,
  baseUrl: string,
  verb: Verb,
  email: string,
  given: Given,
): Promise<number> {
  const ctx = { db, clock: Date.now, actor: COMMAND_LINE }
  if (verb === 'list') {
    const users = await findUsers(db.read, Date.now(), null, Number.MAX_SAFE_INTEGER)
    if (given.json) print(JSON.stringify(users))
    else for (const user of users) print(line(user))
    return 0
  }
  if (verb === 'create') {
    const { name, role } = given
    const user = await createUser(ctx, { email, name, role, publicName: '', locale: null, active: true })
    print(user.id)
    return 0
  }
  const users = await findUsers(db.read, Date.now(), null, Number.MAX_SAFE_INTEGER)
  const user = users.find((one) => emailKey(one.email) === emailKey(email))
  if (!user) {
    say(`reklamator user: there is no user with the e-mail ${email}`)
    return 1
  }
  if (verb === 'disable') {
    await editUser(ctx, user.id, { ...inputOf(user), active: false }, userTraces)
    say('The user is disabled, and signed out everywhere.')
    return 0
  }
  if (!user.active) {
    say('reklamator user: the user is disabled')
    return 1
  }
  const token = await db.transaction(async (tx) => {
    if (given.forgetAuthenticator) await removeAuthenticator(tx, Date.now(), user.id, COMMAND_LINE)
    return makeLink(tx, Date.now(), 'reset', user.id)
  })
  print(welcomeUrl(baseUrl, token))
  return 0
}

function inputOf({ email, name, publicName, role, locale, active }: User) {
  return { email, name, publicName, role, locale, active }
}

function line(user: ListedUser): string {
  const state = user.active ? user.signInState : 'disabled'
  return [user.id, user.role, user.email, user.name, state, user.totp ? 'authenticator' : '']
    .join('\t')
    .trimEnd()
}
