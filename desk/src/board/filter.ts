/** What a board shows of its type, as its address says it. */
export type BoardFilter = {
  /** Id of a user, `me` or `none`. */
  handler?: string
  q?: string
}

/** The query by which the API finds the same issues. */
export function asQuery(type: string, { handler, q }: BoardFilter): Record<string, string> {
  return { type, ...(handler ? { handler } : {}), ...(q?.trim() ? { q } : {}) }
}
