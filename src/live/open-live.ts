import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, SECOND } from '../base/index.ts'
import type { Database, News } from '../db/index.ts'
import type { ConfigurationCache } from '../issue-types/index.ts'
import { framed, type LiveEvent, type Present } from './live-event.ts'
import { openPresence } from './presence.ts'
import { openRing } from './ring.ts'
import { openStreams, type Streams } from './streams.ts'

/** Events that are kept for whoever comes back. */
const KEPT = 1000
/** News are gathered for so long, so that one look-up serves what one transaction did. */
const GATHERED_FOR = 40
/** Where more issues than that changed at once, lists are read anew as a whole. */
const MOST_AT_ONCE = 100
/** Sessions that end by themselves are found out by then. */
const REVIEWED_EVERY = 20 * SECOND
/** Where other processes are not heard, what they ended is looked for. */
const REVIEWED_UNHEARD = 0.8 * SECOND
const SWEPT_EVERY = 5 * SECOND

type Deps = { db: Database; configuration: ConfigurationCache; clock: Clock }

export type Live = Pick<Streams, 'begin'> & {
  /** What a stream begins with, for whoever has heard up to an id. */
  since: (lastId: string | null, user: string) => string
  peopleAt: (number: string) => Promise<readonly Present[]>
  close: () => void
}

/** What happens, told to those who are connected as soon as it is committed, in whatever process. */
export function openLive({ db, configuration, clock }: Deps): Live {
  const streams = openStreams()
  const ring = openRing(randomUUID().slice(0, 8), KEPT)
  const presence = openPresence()
  let gathered: News[] = []
  let telling: Promise<void> | null = null
  let isHearing = true

  const tell = (event: LiveEvent, user: string | null = null): void => {
    const { id } = ring.add(event, user)
    streams.send(framed(event, id), user === null ? undefined : ({ owner }) => owner === user)
  }
  const tellReset = (): void => {
    ring.breakOff()
    streams.send(framed(RESET, ring.last()))
  }
  const peopleAt = async (number: string): Promise<Present[]> => {
    const { userById } = await configuration.current()
    return [...presence.at(number, clock())].flatMap(([id, state]) => {
      const user = userById.get(id)
      return user ? [{ id, name: user.name, state }] : []
    })
  }
  /** Only as it is now: nobody asks again who was there. */
  const tellPresence = async (numbers: Iterable<string>): Promise<void> => {
    for (const number of numbers)
      streams.send(framed({ event: 'presence', data: { number, people: await peopleAt(number) } }, null))
  }

  const tellAll = async (): Promise<void> => {
    await delay(GATHERED_FOR)
    while (gathered.length > 0) {
      const news = gathered
      gathered = []
      try {
        await tellBatch(news)
      } catch {
        // A store that is away: whoever is told reads anew, as soon as it answers.
        tellReset()
      }
    }
    telling = null
  }
  const tellBatch = async (news: readonly News[]): Promise<void> => {
    const issues = Map.groupBy(
      news.filter((one) => one.of === 'issue'),
      ({ id }) => id,
    )
    if (streams.count() === 0) ring.breakOff()
    else if (issues.size > MOST_AT_ONCE) tellReset()
    else for (const event of await issueEvents(db, issues)) tell(event)
    for (const one of news) {
      if (one.of === 'erased')
        tell({ event: 'issue', data: { number: one.number, version: null, kind: 'erased' } })
      if (one.of === 'configuration') tell({ event: 'configuration', data: { version: one.version } })
      if (one.of === 'notice')
        tell({ event: 'notice', data: { kind: one.kind, number: one.number } }, one.user)
    }
    await tellPresence(new Set(news.filter((one) => one.of === 'presence').map(({ number }) => number)))
  }
  const gather = (news: readonly News[]): void => {
    if (news.length === 0) return
    gathered.push(...news)
    telling ??= tellAll()
  }

  const deaf = db.onNews({
    heard: (news) => {
      if (news.some((one) => one.of === 'access')) void streams.review()
      gather(
        news.filter((one) => one.of !== 'access' && (one.of !== 'presence' || presence.note(one, clock()))),
      )
    },
    missed: tellReset,
    hears: (now) => {
      isHearing = now
      void streams.review()
    },
  })
  const timers = [
    setInterval(() => void streams.review(), REVIEWED_EVERY),
    setInterval(() => isHearing || void streams.review(), REVIEWED_UNHEARD),
    setInterval(() => void tellPresence(presence.sweep(clock())).catch(() => {}), SWEPT_EVERY),
  ]
  for (const timer of timers) timer.unref()

  return {
    begin: streams.begin,
    since: (lastId, user) => {
      // With an id, so that whoever comes back later can say since when.
      const start = `id: ${ring.last()}\n\n`
      if (lastId === null) return start
      const missed = ring.after(lastId)
      if (missed === null) return framed(RESET, ring.last())
      const own = missed.filter((told) => told.user === null || told.user === user)
      return start + own.map((told) => framed(told.event, told.id)).join('')
    },
    peopleAt,
    close: () => {
      deaf()
      for (const timer of timers) clearInterval(timer)
      streams.close()
    },
  }
}

const RESET: LiveEvent = { event: 'reset', data: {} }

/** Issues by id with what happened to them, as they are now; those that are gone are left out. */
async function issueEvents(
  db: Database,
  issues: ReadonlyMap<string, readonly { kind: string }[]>,
): Promise<LiveEvent[]> {
  if (issues.size === 0) return []
  const rows = await db.read
    .selectFrom('issues')
    .select(['id', 'number', 'version'])
    .where('id', 'in', [...issues.keys()])
    .execute()
  return rows.flatMap(({ id, number, version }) => {
    const kinds = new Set(issues.get(id)?.map(({ kind }) => kind))
    return [...kinds].map((kind): LiveEvent => ({ event: 'issue', data: { number, version, kind } }))
  })
}
