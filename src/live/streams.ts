import type { ServerResponse } from 'node:http'
import { Refusal, SECOND } from '../base/index.ts'

const MOST_OF_ONE = 12
const MOST_IN_ALL = 2000
/** What a client has not taken by then is more than it will miss: it begins anew. */
const MOST_WAITING = 64 * 1024
/** Proxies end what is silent for a minute. */
const BEATS_EVERY = 25 * SECOND
const COMES_BACK_AFTER = 2 * SECOND

/** One answer that does not end. */
export type Stream = {
  /** Whose: a user's or token's id. */
  owner: string
  /** Whether it may still go on. */
  mayStill: () => Promise<boolean>
}

export type Streams = {
  count: () => number
  /**
   * Answers with a stream that begins with a text.
   * @throws Refusal where there are too many
   */
  begin: (response: ServerResponse, stream: Stream, headers: Record<string, string>, first: string) => void
  send: (text: string, to?: (stream: Stream) => boolean) => void
  /** Ends those that may not go on. */
  review: () => Promise<void>
  /** Ends all, and takes no more. */
  close: () => void
}

/** The streams that are open in this process. */
export function openStreams(): Streams {
  const open = new Map<ServerResponse, Stream>()
  let closed = false

  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > MOST_WAITING) response.destroy()
    else response.write(text)
  }
  const beating = setInterval(() => {
    for (const response of open.keys()) write(response, ':\n\n')
  }, BEATS_EVERY).unref()

  return {
    count: () => open.size,
    begin: (response, stream, headers, first) => {
      // Whoever left while it was looked up who asks: nothing would tell any more that the stream has ended.
      if (response.closed || response.destroyed) return
      if (closed) throw new Refusal('unavailable', 'The process is stopping.')
      if (open.size >= MOST_IN_ALL) throw new Refusal('unavailable', 'Too many streams are open.')
      const own = [...open.values()].filter(({ owner }) => owner === stream.owner)
      if (own.length >= MOST_OF_ONE)
        throw new Refusal('too-many-requests', `At most ${MOST_OF_ONE} streams of one person may be open.`)
      open.set(response, stream)
      response.once('close', () => open.delete(response))
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // What gathers answers before it passes them on would hold every event back.
        'x-accel-buffering': 'no',
      })
      response.write(`retry: ${COMES_BACK_AFTER}\n\n${first}`)
    },
    send: (text, to = () => true) => {
      for (const [response, stream] of open) if (to(stream)) write(response, text)
    },
    review: async () => {
      await Promise.all(
        [...open].map(async ([response, { mayStill }]) => {
          if (!(await mayStill())) response.end()
        }),
      )
    },
    close: () => {
      closed = true
      clearInterval(beating)
      for (const response of open.keys()) response.end()
    },
  }
}
