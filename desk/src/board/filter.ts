/** What a board shows of its type, as its address says it. */
export type BoardFilter = {
  /** Id of a user, `me` or `none`. */
  handler?: string
  q?: string
}

/** The query by which the API finds the same issues; `me` is whoever looks. */
export function asQuery(type: string, { handler, q }: BoardFilter, me: string): Record<string, string> {
  return {
    type,
    ...(handler ? { handler: handler === 'me' ? me : handler } : {}),
    ...(q?.trim() ? { q } : {}),
  }
}
