import { recordAudit } from '../audit/index.ts'
import { etagOf, type InputError, matches, notFound, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { CalendarSettings } from '../calendars/index.ts'
import type { Tx } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import { beginConfigurationChange, type Configuration, type IssueType } from './configuration.ts'
import type { Ctx } from './context.ts'
import { recomputeDeadlines } from './edit-deadlines.ts'
import { representCalendar } from './represent.ts'

const MOST_CALENDARS = 100

/** Makes a calendar, or changes one, also of those that come with the product; deadlines that count by it follow. */
export async function setCalendar(ctx: Ctx, settings: CalendarSettings, ifMatch?: string): Promise<void> {
  const { key, ...content } = settings
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = configuration.calendars.get(key)
    if (before) matches(ifMatch, etagOf(representCalendar(before)))
    else if (ifMatch !== undefined) throw notFound('calendar')
    refuseIfInvalid(checkCalendar(settings))
    if (!before && configuration.calendars.size >= MOST_CALENDARS) {
      throw new Refusal('conflict', `There are ${MOST_CALENDARS} calendars already, and no more are allowed.`)
    }
    const now = ctx.clock()
    await tx.query
      .insertInto('calendars')
      .values({ key, content: JSON.stringify(content), version: 1, created_at: now, changed_at: now })
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({
          content: JSON.stringify(content),
          version: eb('calendars.version', '+', 1),
          changed_at: now,
        })),
      )
      .execute()
    await follow(ctx, tx, configuration, key)
    await recordAudit(tx, now, {
      actor: ctx.actor,
      restores: ctx.restores,
      action: before ? 'calendar.changed' : 'calendar.created',
      target: `calendar:${key}`,
      before: before?.settings ?? null,
      after: settings,
    })
  })
}

/**
 * Deletes a calendar; one that comes with the product becomes again as it came.
 * @throws Refusal `conflict` while a deadline rule counts by it, or where it is as it came.
 */
export async function deleteCalendar(ctx: Ctx, key: string, ifMatch?: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = configuration.calendars.get(key)
    if (!before) throw notFound('calendar')
    matches(ifMatch, etagOf(representCalendar(before)))
    if (before.origin === 'product') {
      throw new Refusal('conflict', `The calendar ${key} comes with the product and cannot be deleted.`)
    }
    const users = before.origin === 'own' ? typesNaming(configuration, key).map((type) => type.key) : []
    if (users.length > 0) {
      throw new Refusal('conflict', `Deadline rules count by the calendar: of ${users.join(', ')}.`)
    }
    await tx.query.deleteFrom('calendars').where('key', '=', key).execute()
    await follow(ctx, tx, configuration, key)
    await recordAudit(tx, ctx.clock(), {
      actor: ctx.actor,
      restores: ctx.restores,
      action: 'calendar.deleted',
      target: `calendar:${key}`,
      before: before.settings,
      after: null,
    })
  })
}

async function follow(ctx: Ctx, tx: Tx, configuration: Configuration, key: string): Promise<void> {
  for (const type of typesNaming(configuration, key)) await recomputeDeadlines(ctx, tx, type)
}

function typesNaming({ types }: Configuration, key: string): IssueType[] {
  return types.filter(({ deadlines }) => deadlines.some(({ calendar }) => calendar === key))
}

/** What no schema sees of a calendar. */
export function checkCalendar({
  added = [],
  weekend = [],
}: Sound<Pick<CalendarSettings, 'added' | 'weekend'>>): InputError[] {
  const errors: InputError[] = []
  const seen = new Set<string>()
  added.forEach((day, index) => {
    if (day?.date === undefined) return
    if (seen.has(day.date)) errors.push({ path: `added.${index}.date`, message: `${day.date} stands twice` })
    seen.add(day.date)
  })
  if (new Set(weekend).size < weekend.length) errors.push({ path: 'weekend', message: 'a day stands twice' })
  return errors
}
