import type { Attachment, Delivery, Message } from './parts'

/** One thing of a conversation, at its place in time. */
export type Entry =
  | { kind: 'message'; id: string; at: string; message: Message; delivery: Delivery | null }
  | { kind: 'files'; id: string; at: string; from: Attachment['from']; files: Attachment[] }
  | { kind: 'delivery'; id: string; at: string; delivery: Delivery }

/** Files that come within so long of each other, from one side, are one thing. */
const TOGETHER_MS = 120_000

/**
 * All that was said, shown and sent about an issue, oldest first. What carries a message stands with the message; files that
 * were added one after the other stand together.
 */
export function entriesOf(
  messages: readonly Message[],
  attachments: readonly Attachment[],
  deliveries: readonly Delivery[],
): Entry[] {
  const carrying = new Map(deliveries.map((delivery) => [delivery.message, delivery]))
  const all: Entry[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      id: message.id,
      at: message.at,
      message,
      delivery: carrying.get(message.id) ?? null,
    })),
    ...attachments.map((file) => ({
      kind: 'files' as const,
      id: file.id,
      at: file.at,
      from: file.from,
      files: [file],
    })),
    ...deliveries
      .filter(({ message }) => message === null || !messages.some(({ id }) => id === message))
      .map((delivery) => ({ kind: 'delivery' as const, id: delivery.id, at: delivery.created, delivery })),
  ]
  return all.toSorted((one, other) => byTime(one, other)).reduce<Entry[]>(withTogether, [])
}

function byTime(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function withTogether(entries: Entry[], next: Entry): Entry[] {
  const last = entries.at(-1)
  const belongs =
    last?.kind === 'files' &&
    next.kind === 'files' &&
    last.from === next.from &&
    Date.parse(next.at) - Date.parse(last.files.at(-1)?.at ?? last.at) <= TOGETHER_MS
  if (!belongs) return [...entries, next]
  return [...entries.slice(0, -1), { ...last, files: [...last.files, ...next.files] }]
}
