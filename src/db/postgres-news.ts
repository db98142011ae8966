import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { type News, type NewsRoom, openNews } from './news.ts'

export const NEWS_CHANNEL = 'reklamator_news'
/** A payload of PostgreSQL has fewer than 8000 bytes. */
const MAX_PAYLOAD = 7000
const FIRST_WAIT = 200
const LONGEST_WAIT = 10_000
/** A connection that was cut without a word is found out by asking. */
const ASKS_EVERY = 30_000

type Deps = {
  connect: () => Client
  /** Tells what is in a payload; it may fail. */
  notify: (payload: string) => Promise<unknown>
}

/**
 * News among all processes of one database. They leave after the commit and not with it, since PostgreSQL lets
 * transactions that notify commit one at a time. What is lost on the way (the process ends between the two, the
 * connection is cut) costs a look at what was read before; the listeners are told that they may have missed it.
 */
export function openPostgresNews({ connect, notify }: Deps): NewsRoom & { close: () => Promise<void> } {
  const here = openNews()
  const self = randomUUID()
  let waiting: News[] = []
  let sending: Promise<void> | null = null
  let ear: Ear | null = null

  const send = async (): Promise<void> => {
    // What other transactions commit within this turn goes along.
    await new Promise((resolve) => setImmediate(resolve))
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch())
      await notify(JSON.stringify({ from: self, news: batch })).catch(() => {})
    sending = null
  }
  const takeBatch = (): News[] => {
    let size = 0
    const count = waiting.findIndex(
      (one) => (size += Buffer.byteLength(JSON.stringify(one)) + 1) > MAX_PAYLOAD,
    )
    return waiting.splice(0, count < 0 ? waiting.length : Math.max(count, 1))
  }
  const hear = (payload: string | undefined): void => {
    const told = readPayload(payload)
    if (told && told.from !== self) here.spread(told.news)
  }

  return {
    spread: (news) => {
      here.spread(news)
      waiting.push(...news)
      sending ??= send()
    },
    listen: (listener) => {
      ear ??= openEar(connect, {
        hear,
        changed: (isHearing) => {
          for (const one of here.listeners) {
            one.hears?.(isHearing)
            if (isHearing) one.missed?.()
          }
        },
      })
      listener.hears?.(ear.isHearing())
      return here.listen(listener)
    },
    close: async () => {
      await ear?.close()
      await sending
      waiting = []
    },
  }
}

/** What `send` of a process wrote; `null` for what somebody else sent, which any client of the database can. */
function readPayload(payload: string | undefined): { from: string; news: News[] } | null {
  try {
    const told = JSON.parse(payload ?? '') as { from: string; news: News[] } | null
    return Array.isArray(told?.news) && told.news.every((one) => typeof one?.of === 'string') ? told : null
  } catch {
    return null
  }
}

type Ear = { isHearing: () => boolean; close: () => Promise<void> }

/** A connection of its own that hears, and is made anew, with longer and longer waits, where it was cut. */
function openEar(
  connect: () => Client,
  { hear, changed }: { hear: (payload: string | undefined) => void; changed: (isHearing: boolean) => void },
): Ear {
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let isHearing = false
  let closed = false
  let wait = FIRST_WAIT

  const lose = (lost: Client): void => {
    if (client !== lost) return
    client = null
    lost.end().catch(() => {})
    if (isHearing) {
      isHearing = false
      changed(false)
    }
    if (closed) return
    timer = setTimeout(() => void open(), wait).unref()
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  const open = async (): Promise<void> => {
    const opened = connect()
    client = opened
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    opened.on('notification', ({ payload }) => hear(payload))
    try {
      await opened.connect()
      await opened.query(`listen ${NEWS_CHANNEL}`)
    } catch {
      lose(opened)
      return
    }
    if (client !== opened) return
    isHearing = true
    wait = FIRST_WAIT
    changed(true)
  }
  const asking = setInterval(() => {
    const asked = client
    if (asked && isHearing) asked.query('select 1').catch(() => lose(asked))
  }, ASKS_EVERY).unref()

  void open()
  return {
    isHearing: () => isHearing,
    close: async () => {
      closed = true
      clearInterval(asking)
      if (timer) clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}
