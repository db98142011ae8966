import { sql } from 'kysely'
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { emailKey, HOUR } from '../base/index.ts'
import type { IssueType, Verification } from '../issue-types/index.ts'
import { foldNumber, type LinkKeyHolder, noteLinkKeyUse, openLinkKeys, phoneKey } from '../issues/index.ts'
import { coarseWait, refund, reserve } from '../throttle/index.ts'
import { bucketsOf, holderBuckets } from './attempt-buckets.ts'
import type { PageContext } from './context.ts'
import { beginSession } from './customer-sessions.ts'

/** A refusal takes this long, plus up to {@link JITTER_MS} at random, whatever its cause. */
const FLOOR_MS = 20
const JITTER_MS = 10

export type Attempt = {
  /** The page identifier in the address. */
  page: string
  /** As they were typed. */
  issue: string
  contact: string
  /** From the link that the visitor followed, `''` for none. It is never enough alone. */
  key: string
  address: string
  /** The session that the visitor's browser has, which a new one replaces. */
  session: string | null
}

export type Verdict =
  | { is: 'verified'; token: string; number: string; type: IssueType }
  /** One and the same for every cause. */
  | { is: 'refused'; type: IssueType }
  /** Seconds, coarse. */
  | { is: 'throttled'; retryAfter: number; type: IssueType }
  | { is: 'no-page' }

type Candidate = {
  id: string
  number: string
  issue_type_id: string
  email_key: string | null
  phone_key: string | null
  contact_version: number
}
type Lookup = { version: number } & { [K in keyof Candidate]: Candidate[K] | null }

/**
 * Decides whether someone who gives a number and a contact may see the issue. The attempt is counted before it is
 * looked at; the contact is compared in constant time; every refusal looks and lasts the same.
 */
export function openVerification(context: PageContext): (attempt: Attempt) => Promise<Verdict> {
  const { db, configuration, clock, settings } = context
  // One row always, also for a number that does not exist: the configuration's version comes along.
  const find = db.hot<Lookup>(
    db.read
      .selectFrom('config_version as config')
      .leftJoin('issues as issue', (join) => join.on('issue.number_key', '=', ''))
      .select([
        'config.version',
        'issue.id',
        'issue.number',
        'issue.issue_type_id',
        'issue.email_key',
        'issue.phone_key',
        'issue.contact_version',
      ])
      .where('config.id', '=', sql.lit(1))
      .compile(),
  )
  const holderOf = openLinkKeys(db)
  const pageOf = async (identifier: string): Promise<IssueType | null> => {
    const seen = (await configuration.lastSeen()).typeByPage.get(identifier)
    const type = seen?.statusPage.enabled ? seen : (await configuration.current()).typeByPage.get(identifier)
    return type?.statusPage.enabled ? type : null
  }

  /** When each page last raised its alarm: one line an hour tells the operator enough. Only pages that exist get here. */
  const alarms = new Map<string, number>()
  const alarm = (page: string, now: number): void => {
    const last = alarms.get(page)
    if (last !== undefined && Math.abs(now - last) < HOUR) return
    alarms.set(page, now)
    context.onAlarm(page)
  }

  return async (attempt) => {
    const expected = await pageOf(attempt.page)
    if (!expected) return { is: 'no-page' }
    const given = readContact(attempt.contact, settings.defaultCountry)
    const numberKey = foldNumber(attempt.issue)
    const known = attempt.key ? await holderOf(attempt.key, clock()) : null
    const holder: LinkKeyHolder | null = known?.numberKey === numberKey ? known : null
    const buckets = holder
      ? holderBuckets(context.secret, attempt.page, holder.keyId)
      : bucketsOf(context.secret, attempt, numberKey, given)
    const reserved = await reserve(db, buckets, clock())
    if (!reserved.allowed) return { is: 'throttled', retryAfter: coarseWait(reserved.wait), type: expected }
    if (reserved.alarms.length > 0) alarm(attempt.page, clock())

    // The wait begins before anything depends on what was typed, so that its end tells nothing of it.
    const wait = delay(FLOOR_MS + randomInt(JITTER_MS * 1000) / 1000)
    const found = (await find([numberKey ?? '']))[0]
    if (!found) throw new Error('the configuration has no version')
    const type = (await configuration.at(found.version)).typeByPage.get(attempt.page)
    if (!type?.statusPage.enabled) return { is: 'no-page' }
    const matches = contactMatches(type.statusPage.verification, given, found)
    if (!matches || found.issue_type_id !== type.id || found.id === null || found.number === null) {
      await wait
      return { is: 'refused', type }
    }
    const bound = { issueId: found.id, contactVersion: found.contact_version ?? 0, type }
    const token = await db.transaction(async (tx) => {
      const begun = await beginSession(tx, clock(), bound, attempt.session)
      if (begun) await refund(tx, reserved.reservation)
      if (begun && holder) await noteLinkKeyUse(tx, holder.keyId, clock())
      return begun
    })
    if (token) return { is: 'verified', token, number: found.number, type }
    await wait
    return { is: 'refused', type }
  }
}

/** What was given as contact, in the forms that can be compared; both null where it is neither. */
export type GivenContact = { email: string | null; phone: string | null }

function readContact(typed: string, country: string): GivenContact {
  const email = emailKey(typed)
  return { email, phone: email ? null : phoneKey(typed, country) }
}

/** Compares the field that was given, and only it; nothing never matches anything. */
function contactMatches(
  verification: Verification,
  given: GivenContact,
  stored: Pick<Lookup, 'email_key' | 'phone_key'>,
): boolean {
  const email = sameText(given.email, stored.email_key)
  const phone = sameText(given.phone, stored.phone_key)
  return (verification !== 'phone' && email) || (verification !== 'email' && phone)
}

/** In constant time, also for texts of different length or none. */
function sameText(given: string | null, stored: string | null): boolean {
  const equal = timingSafeEqual(digest(given ?? '\0given'), digest(stored ?? '\0stored'))
  return equal && given !== null && stored !== null
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
