import type { Tx } from '../db/index.ts'
import { loadConfiguration } from '../issue-types/index.ts'
import type { UserTraces } from '../staff/index.ts'
import { issueFromRow } from './issue.ts'
import { indexText } from './queries.ts'

/** Where issues name a user: as handler, and in fields of type `user`, whose values are always in `field_values`. */
export const userTraces: UserTraces = {
  namedIn: async (tx, id) => {
    const handled = await tx.query
      .selectFrom('issues')
      .select('number')
      .where('handler_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (handled) return `as the handler of ${handled.number}`
    const [named] = await namingIssues(tx, id, '', 1)
    return named ? `in a field of ${named.number}` : null
  },
  renamed: async (tx, id) => {
    const configuration = await loadConfiguration(tx.query)
    for (let after = ''; ; ) {
      const issues = await namingIssues(tx, id, after, BATCH)
      for (const issue of issues) await indexText(tx, configuration, issue)
      const last = issues.at(-1)
      if (!last || issues.length < BATCH) return
      after = last.id
    }
  },
}

const BATCH = 500

/** Issues after an id that name a user in a field. */
async function namingIssues(tx: Tx, userId: string, after: string, limit: number) {
  const named = tx.query
    .selectFrom('field_values')
    .innerJoin('fields', 'fields.key', 'field_values.field_key')
    .select('issue_id')
    .where('fields.type', '=', 'user')
    .where('value_key', '=', userId)
    .where('issue_id', '>', after)
  const rows = await tx.query
    .selectFrom('issues')
    .selectAll()
    .where('id', 'in', named)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(issueFromRow)
}
