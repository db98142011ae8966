/** Somebody at an issue: who, and whether they write. */
export type Present = { id: string; name: string; state: 'looking' | 'writing' }

/** What a stream tells, by the name of its event. None holds personal data of customers. */
export type LiveEvent =
  | { event: 'issue'; data: { number: string; version: number | null; kind: string } }
  | { event: 'configuration'; data: { version: number } }
  | { event: 'notice'; data: { kind: string; number: string | null } }
  | { event: 'presence'; data: { number: string; people: readonly Present[] } }
  /** What was read before may be old. */
  | { event: 'reset'; data: Record<string, never> }

/** An event as it goes over the wire. One without an id cannot be asked for again. */
export function framed({ event, data }: LiveEvent, id: string | null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
