import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'

export type Heard = { id: string | null; event: string; data: unknown }

/** A stream of events as a browser reads it. */
export type Listening = {
  status: number
  headers: Headers
  /** What was heard so far. */
  heard: Heard[]
  lastId: () => string | null
  /** The first event, of those that were not taken yet, that is as it should be. */
  next: (event: string, data?: object) => Promise<Heard>
  ended: Promise<void>
  close: () => void
}

/** Where an app listens, from the first call on. */
export async function addressOf(app: TestApp): Promise<string> {
  if (!app.app.server.listening) await app.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://localhost:${(app.app.server.address() as AddressInfo).port}`
}

export async function listen(
  base: string,
  headers: Record<string, string>,
  after: string | null = null,
): Promise<Listening> {
  const stop = new AbortController()
  const url = `${base}/api/v1/live${after === null ? '' : `?after=${after}`}`
  const response = await fetch(url, { headers, signal: stop.signal })
  const heard: Heard[] = []
  let lastId: string | null = null
  let taken = 0
  let wake = (): void => {}
  const read = async (): Promise<void> => {
    if (response.status !== 200 || !response.body) return
    let text = ''
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null
        const [id, event, data] = [field('id'), field('event'), field('data')]
        lastId = id ?? lastId
        if (event !== null) heard.push({ id, event, data: JSON.parse(data ?? 'null') })
      }
      wake()
    }
  }
  const ended = read().catch(() => {})
  const next = async (event: string, data: object = {}): Promise<Heard> => {
    for (;;) {
      for (; taken < heard.length; taken++) {
        const one = heard[taken]
        if (one?.event !== event) continue
        if (
          !Object.entries(data).every(([key, value]) =>
            isDeepStrictEqual((one.data as Record<string, unknown>)[key], value),
          )
        )
          continue
        taken++
        return one
      }
      const more = new Promise<void>((resolve) => (wake = resolve))
      await Promise.race([
        more,
        ended.then(() => expect.unreachable(`the stream ended before ${event} came`)),
      ])
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    heard,
    lastId: () => lastId,
    next,
    ended,
    close: () => stop.abort(),
  }
}
