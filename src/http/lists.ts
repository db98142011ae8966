import { z } from 'zod'
import { invalid } from '../base/index.ts'

/** A page of a list. */
export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const limitSchema = z.coerce.number().int().min(1).max(200).default(50)

/** The query of a list that is walked by key; its cursors are ids of the system, unless it says otherwise. */
export const pageQuerySchema = z.strictObject({
  cursor: z.uuid('the nextCursor of an earlier page is needed').optional(),
  limit: limitSchema,
})
export const keyPageQuerySchema = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: limitSchema,
})

type PageQuery = { cursor?: string | undefined; limit: number }
type Page<Shown> = { items: Shown[]; nextCursor: string | null }

/** One page of a list that is walked by id: asks for one more than wanted to learn whether there is more. */
export async function pageOf<Item extends { id: string }, Shown>(
  query: PageQuery,
  find: (after: string | null, limit: number) => Promise<Item[]>,
  represent: (item: Item) => Shown,
): Promise<Page<Shown>> {
  const found = await find(query.cursor ?? null, query.limit + 1)
  return page(found, query.limit, ({ id }) => id, represent)
}

/** One page of a list that is held as a whole, walked by key. */
export function pageOfAll<Item, Shown>(
  query: PageQuery,
  all: readonly Item[],
  keyOf: (item: Item) => string,
  represent: (item: Item) => Shown,
): Page<Shown> {
  const at = query.cursor === undefined ? -1 : all.findIndex((item) => keyOf(item) === query.cursor)
  if (query.cursor !== undefined && at < 0) {
    throw invalid({ path: 'cursor', message: 'the nextCursor of an earlier page is needed' })
  }
  return page(all.slice(at + 1), query.limit, keyOf, represent)
}

function page<Item, Shown>(
  found: readonly Item[],
  limit: number,
  keyOf: (item: Item) => string,
  represent: (item: Item) => Shown,
): Page<Shown> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((item) => represent(item)),
    nextCursor: found.length > limit && last !== undefined ? keyOf(last) : null,
  }
}
