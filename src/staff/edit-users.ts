import { recordAudit } from '../audit/index.ts'
import { type Actor, type Clock, emailKey, etagOf, invalid, matches, newId, Refusal } from '../base/index.ts'
import { beginConfigurationVersion, type Database, type Tx } from '../db/index.ts'
import { readUser } from './find-users.ts'
import type { User } from './user.ts'

export type StaffCtx = { db: Database; clock: Clock; actor: Actor }

export type UserInput = Omit<User, 'id'>

/** Where users are named, by the feature that names them; asked and told within the transaction that changes a user. */
export type UserTraces = {
  /** Where a user is named, in words for whoever wants to delete them; `null` where nowhere. */
  namedIn: (tx: Tx, id: string) => Promise<string | null>
  /** A user has another name now. */
  renamed: (tx: Tx, id: string) => Promise<void>
}

/** @throws Refusal `conflict` when the e-mail is taken. */
export async function createUser(ctx: StaffCtx, input: UserInput): Promise<User> {
  const now = ctx.clock()
  return ctx.db.transaction(async (tx) => {
    await beginConfigurationVersion(tx)
    const { columns, ...user } = accepted(newId(now), input)
    await refuseTaken(tx, user)
    await tx.query
      .insertInto('users')
      .values({ id: user.id, ...columns, version: 1, created_at: now, changed_at: now })
      .execute()
    await audit(ctx, tx, 'user.created', null, user)
    return user
  })
}

/** Replaces all that is known of a user. */
export async function editUser(
  ctx: StaffCtx,
  id: string,
  input: UserInput,
  traces: UserTraces,
  ifMatch?: string,
): Promise<User> {
  const now = ctx.clock()
  return ctx.db.transaction(async (tx) => {
    await beginConfigurationVersion(tx)
    const before = await readUser(tx.query, id)
    matches(ifMatch, etagOf(before))
    const { columns, ...user } = accepted(id, input)
    await refuseTaken(tx, user)
    await tx.query
      .updateTable('users')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1), changed_at: now }))
      .where('id', '=', id)
      .execute()
    if (before.name !== user.name) await traces.renamed(tx, id)
    await audit(ctx, tx, 'user.changed', before, user)
    return user
  })
}

/**
 * Deletes a user whom no issue names.
 * @throws Refusal `conflict`
 */
export async function deleteUser(
  ctx: StaffCtx,
  id: string,
  traces: UserTraces,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await beginConfigurationVersion(tx)
    const user = await readUser(tx.query, id)
    matches(ifMatch, etagOf(user))
    const named = await traces.namedIn(tx, id)
    if (named) {
      const instead =
        'Set "active" to false instead: then the user stays there and can be named nowhere anew.'
      throw new Refusal('conflict', `The user is still named: ${named}. ${instead}`)
    }
    await tx.query.deleteFrom('users').where('id', '=', id).execute()
    await audit(ctx, tx, 'user.deleted', user, null)
  })
}

/** A user as it is stored, with its columns. */
function accepted(id: string, input: UserInput) {
  const user: User = {
    id,
    email: input.email.trim(),
    name: oneLine(input.name),
    publicName: oneLine(input.publicName),
    role: input.role,
    locale: input.locale,
    active: input.active,
  }
  const key = emailKey(user.email)
  if (!key) throw invalid({ path: 'email', message: 'an e-mail address like jana@example.com is needed' })
  const { email, name, role, locale } = user
  const columns = {
    email,
    email_key: key,
    name,
    role,
    public_name: user.publicName,
    locale,
    active: user.active ? 1 : 0,
  }
  return { ...user, columns }
}

async function refuseTaken(tx: Tx, { id, email }: User): Promise<void> {
  const other = await tx.query
    .selectFrom('users')
    .select('id')
    .where('email_key', '=', emailKey(email))
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) throw new Refusal('conflict', `There is a user with the e-mail ${email} already.`)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

async function audit(
  ctx: StaffCtx,
  tx: Tx,
  action: string,
  before: User | null,
  after: User | null,
): Promise<void> {
  const target = `user:${(after ?? before)?.id}`
  await recordAudit(tx, ctx.clock(), { actor: ctx.actor, action, target, before, after })
}
