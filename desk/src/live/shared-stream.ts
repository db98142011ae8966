/** What the server tells, by name of its event. */
export const EVENTS = ['issue', 'configuration', 'notice', 'presence', 'reset'] as const
export type LiveEvent = { event: (typeof EVENTS)[number] | 'opened'; data: unknown }

/** Whether the server is heard. */
export type Hearing = 'open' | 'lost'

type Message = { heard: LiveEvent; id: string } | { hearing: Hearing }
type Listener = { heard: (event: LiveEvent) => void; changed: (hearing: Hearing) => void }

const NAME = 'reklamator-desk-live'
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/**
 * Hears what the server tells. The windows of one browser share one stream, since a browser opens few connections to one
 * server: whoever holds the lock has it and passes on what it hears. Answers a function that ends it.
 */
export function openSharedStream({ heard, changed }: Listener): () => void {
  const channel = new BroadcastChannel(NAME)
  const stop = new AbortController()
  let lastId: string | null = null
  const take = (message: Message): void => {
    if ('hearing' in message) changed(message.hearing)
    else {
      lastId = message.id || lastId
      heard(message.heard)
    }
  }
  const pass = (message: Message): void => {
    take(message)
    // A channel of one origin has no target to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(message)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => take(data))
  const lead = () =>
    new Promise<void>((resolve) => {
      const close = keepListening(() => lastId, pass)
      stop.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  // Only where the page came over a protected connection; elsewhere each window has its own.
  const locks = 'locks' in navigator ? navigator.locks : null
  if (locks) void locks.request(NAME, { signal: stop.signal }, lead).catch(() => {})
  else void lead()
  return () => {
    stop.abort()
    channel.close()
  }
}

/** One stream, opened anew with longer and longer waits when it ends. */
function keepListening(lastId: () => string | null, pass: (message: Message) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT

  const open = (): void => {
    clearTimeout(timer)
    source?.close()
    const after = lastId()
    const opened = new EventSource(`/api/v1/live${after === null ? '' : `?after=${after}`}`)
    source = opened
    opened.addEventListener('open', () => {
      wait = FIRST_WAIT
      pass({ hearing: 'open' })
      if (after === null) pass({ heard: { event: 'opened', data: {} }, id: '' })
    })
    opened.addEventListener('error', () => {
      opened.close()
      pass({ hearing: 'lost' })
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
      wait = Math.min(wait * 2, LONGEST_WAIT)
    })
    for (const event of EVENTS)
      opened.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) =>
        pass({ heard: { event, data: JSON.parse(data) }, id: lastEventId }),
      )
  }
  const openNow = (): void => {
    if (source?.readyState === EventSource.CLOSED && document.visibilityState === 'visible') open()
  }
  open()
  window.addEventListener('online', openNow)
  document.addEventListener('visibilitychange', openNow)
  return () => {
    window.removeEventListener('online', openNow)
    document.removeEventListener('visibilitychange', openNow)
    clearTimeout(timer)
    source?.close()
  }
}
