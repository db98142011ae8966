import { recordAudit } from '../audit/index.ts'
import { type Actor, type Clock, emailKey, etagOf, invalid, matches, newId, Refusal } from '../base/index.ts'
import { beginConfigurationVersion, type Database, type Tx } from '../db/index.ts'
import { readUser } from './find-users.ts'
import { mayTouch } from './permissions.ts'
import { untouchable } from './refusals.ts'
import { endSessions } from './sessions.ts'
import type { Role, User } from './user.ts'

export type StaffCtx = {
  db: Database
  clock: Clock
  actor: Actor
  /** In whose role it is done; an owner's where nothing is said. */
  role?: Role
}

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
  refuseUntouchable(ctx, input)
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
    refuseUntouchable(ctx, before)
    refuseUntouchable(ctx, input)
    if (before.role === 'owner' && before.active && !(input.role === 'owner' && input.active))
      await refuseLastOwner(tx, id)
    const { columns, ...user } = accepted(id, input)
    await refuseTaken(tx, user)
    await tx.query
      .updateTable('users')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1), changed_at: now }))
      .where('id', '=', id)
      .execute()
    // A session says what its user may do, and was begun with the e-mail of then; links went to that mailbox.
    if (before.role !== user.role || before.email !== user.email || !user.active) {
      await endSessions(tx, id)
      await tx.query.deleteFrom('staff_links').where('user_id', '=', id).execute()
    }
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
    refuseUntouchable(ctx, user)
    if (user.role === 'owner' && user.active) await refuseLastOwner(tx, id)
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

/** @throws Refusal `forbidden` */
function refuseUntouchable(ctx: StaffCtx, { role }: Pick<User, 'role'>): void {
  if (!mayTouch(ctx.role ?? 'owner', role)) throw untouchable()
}

/** Somebody has to be able to sign in and do everything, where anybody can. */
async function refuseLastOwner(tx: Tx, id: string): Promise<void> {
  const owners = await tx.query
    .selectFrom('users')
    .innerJoin('credentials', 'credentials.user_id', 'users.id')
    .select('users.id')
    .where('role', '=', 'owner')
    .where('active', '=', 1)
    .where('password_hash', 'is not', null)
    .execute()
  if (owners.length === 1 && owners[0]?.id === id)
    throw new Refusal('conflict', 'This is the last owner who can sign in; make another one first.')
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
