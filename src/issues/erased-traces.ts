import { emailKey } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { phoneKey } from './contact.ts'
import type { Issue } from './issue.ts'
import { foldNumber } from './number.ts'
import { fold } from './values.ts'

/** Whether a condition of a list, by its name in an address, holds what is gone with an issue. */
export type IsGone = (name: string, value: string) => boolean

/**
 * What lists that people keep may hold of an issue that is erased: its number, and its customer, who is gone unless
 * another issue has the same e-mail or phone.
 */
export async function goneWith(tx: Tx, issue: Issue, country: string): Promise<IsGone> {
  const hasEmail = await isElsewhere(tx, issue, 'email_key', issue.emailKey)
  const hasPhone = await isElsewhere(tx, issue, 'phone_key', issue.phoneKey)
  const email = hasEmail ? null : issue.emailKey
  const phone = hasPhone ? null : issue.phoneKey
  const texts = [issue.number, email ?? '', hasEmail || hasPhone ? '' : issue.contact.name]
    .map(fold)
    .filter((text) => text !== '')
  const isTheirs = (value: string) =>
    (email !== null && emailKey(value) === email) || (phone !== null && phoneKey(value, country) === phone)
  return (name, value) => {
    if (name === 'contact') return isTheirs(value)
    if (name !== 'q') return false
    const words = value.replaceAll('"', ' ')
    if (isTheirs(words) || texts.some((text) => ` ${fold(words)} `.includes(` ${text} `))) return true
    return phone !== null && digitsIn(words).includes(digitsIn(phone).slice(-TELLING_DIGITS))
  }
}

/** So many digits at the end of a phone number tell whose it is, with or without the code of the country. */
const TELLING_DIGITS = 9

function digitsIn(text: string): string {
  return text.replaceAll(/\D/g, '')
}

async function isElsewhere(
  { query }: Tx,
  { id }: Issue,
  column: 'email_key' | 'phone_key',
  key: string | null,
): Promise<boolean> {
  if (key === null) return false
  const found = await query
    .selectFrom('issues')
    .select('id')
    .where(column, '=', key)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const LINK_EVENTS = ['issue.linked', 'issue.unlinked']

/**
 * Takes the number of an issue that is erased out of the histories of those that it was ever linked with; that there was a
 * link stays. Its own history tells which they are.
 */
export async function forgetInLinked({ query }: Tx, { id, number }: Issue): Promise<void> {
  const own = await query
    .selectFrom('events')
    .select('data')
    .where('issue_id', '=', id)
    .where('kind', 'in', LINK_EVENTS)
    .execute()
  const others = new Set(own.map(({ data }) => foldNumber(linkIn(data).other ?? '') ?? ''))
  if (others.size === 0) return
  const events = await query
    .selectFrom('events')
    .innerJoin('issues', 'issues.id', 'events.issue_id')
    .select(['events.id', 'events.data'])
    .where('issues.number_key', 'in', [...others])
    .where('events.kind', 'in', LINK_EVENTS)
    .execute()
  for (const event of events) {
    if (linkIn(event.data).other !== number) continue
    const data = JSON.stringify({ ...linkIn(event.data), other: null })
    await query.updateTable('events').set({ data }).where('id', '=', event.id).execute()
  }
}

/** Events of these kinds hold only what `linkIssues` and this file wrote. */
function linkIn(data: string): { other: string | null } {
  return JSON.parse(data) as { other: string | null }
}
