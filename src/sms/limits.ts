import { sql } from 'kysely'
import { DAY, HOUR, type Settings } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { spend } from './budget.ts'
import { countriesOf } from './country.ts'

/** How many text messages one number gets. */
export const MOST_AN_HOUR = 3
export const MOST_A_DAY = 5

/** Any number; nothing else may lock by it. */
const TEXTS_LOCK = 7_354_126

/**
 * Takes room for a text message out of all its limits, in the transaction that lets it leave: the countries, what its
 * number gets, the day's budget.
 * @param except the message itself, where it is stored already
 * @returns why there is no room, for people who look at the delivery, or `null`
 */
export async function takeRoom(
  tx: Tx,
  now: number,
  settings: Pick<Settings, 'timeZone' | 'sms'>,
  text: { to: string; segments: number; except?: string },
): Promise<string | null> {
  const stopped = countryProblem(text.to, settings.sms.countries)
  if (stopped !== null) return stopped
  // Two who count at the same moment must not both find room.
  if (tx.traits.kind === 'postgres') await sql`select pg_advisory_xact_lock(${TEXTS_LOCK})`.execute(tx.query)
  return (await numberProblem(tx, now, text)) ?? (await spend(tx, now, settings, text.segments))
}

/** A number of a range that several countries share may go out where all of them are allowed. */
export function countryProblem(to: string, allowed: readonly string[]): string | null {
  const countries = countriesOf(to)
  if (countries.length > 0 && countries.every((country) => allowed.includes(country))) return null
  const where = countries.length === 0 ? 'a number of no country' : `a number of ${countries.join(' or ')}`
  return `text messages to ${where} are not allowed; allowed are ${allowed.join(', ')}`
}

async function numberProblem(
  tx: Tx,
  now: number,
  { to, except }: { to: string; except?: string },
): Promise<string | null> {
  let query = tx.query
    .selectFrom('deliveries')
    .select(['state', 'changed_at'])
    // Written out, so that the planner sees that the index over text messages serves.
    .where('channel', '=', sql.lit<'sms'>('sms'))
    .where('recipient', '=', to)
    // What waits will leave, however long it has waited. What a wrong clock dated into the future closes nothing.
    .where((eb) =>
      eb.or([
        eb('state', '=', 'pending'),
        eb.and([eb('changed_at', '>', now - DAY), eb('changed_at', '<', now + HOUR)]),
      ]),
    )
    // What never set out does not count.
    .where((eb) => eb.or([eb('state', '!=', 'failed'), eb('attempts', '>', 0)]))
  if (except !== undefined) query = query.where('id', '!=', except)
  const lately = await query.execute()
  const withinHour = lately.filter((one) => one.state === 'pending' || one.changed_at > now - HOUR)
  if (withinHour.length >= MOST_AN_HOUR)
    return `more than ${MOST_AN_HOUR} text messages to this number within an hour`
  return lately.length >= MOST_A_DAY
    ? `more than ${MOST_A_DAY} text messages to this number within a day`
    : null
}
