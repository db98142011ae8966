import { nearestPageLocale } from '../base/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { BYTE_ORDER_MARK, csvLine, csvStyleOf } from './csv.ts'
import type { Column } from './export-columns.ts'
import { findIssues, type IssueFilter } from './find-issues.ts'

/** Issues that are in memory at a time. */
const PAGE = 500

/** The language and columns of a table, and what it is of. */
export type Export = { filter: IssueFilter; columns: readonly Column[]; locale: string }

/**
 * The lines of a table of issues, some at a time: however many there are, a few are in memory. Whoever stops reading ends
 * the work; what was read by then is in the audit.
 */
export async function* exportIssues(
  ctx: Ctx,
  configuration: Configuration,
  { filter, columns, locale }: Export,
): AsyncGenerator<string> {
  const style = csvStyleOf(nearestPageLocale(locale, ctx.settings.defaultLocale))
  const heading = columns.map((column) => column.heading)
  let [count, isWhole] = [0, false]
  try {
    let text = BYTE_ORDER_MARK + csvLine(heading, style)
    for (let cursor: string | null | undefined; cursor !== null; text = '') {
      const page = await findIssues(ctx, configuration, { ...filter, cursor, limit: PAGE, count: false })
      for (const issue of page.issues) {
        const cells = columns.map(({ cell }) => cell(issue))
        text += csvLine(cells, style)
      }
      count += page.issues.length
      cursor = page.nextCursor
      isWhole = cursor === null
      yield text
    }
  } finally {
    const after = { ...shapeOf(filter), columns: columns.map(({ key }) => key), count, isWhole }
    const entry = { actor: ctx.actor, action: 'issues.exported', target: 'issues', after }
    await ctx.db.transaction((tx) => recordAudit(tx, ctx.clock(), entry))
  }
}

/** What a filter asks for, without what could name somebody. */
function shapeOf(filter: IssueFilter) {
  const { types, steps, categories, turn, late, createdFrom, createdTo, dueFrom, dueTo } = filter
  const { closedFrom, closedTo, decidedFrom, decidedTo } = filter
  const named = [
    ...(filter.handlers ? ['handler'] : []),
    ...(filter.contact === undefined ? [] : ['contact']),
    ...(filter.q?.trim() ? ['q'] : []),
    ...Object.keys(filter.fields).map((key) => `field.${key}`),
  ]
  const turned = { closedFrom, closedTo, decidedFrom, decidedTo }
  const only = {
    ...(filter.unanswered ? { answer: 'awaited' } : {}),
    ...(filter.undated ? { due: 'none' } : {}),
  }
  const plain = { types, steps, categories, turn, createdFrom, createdTo, ...turned, dueFrom, dueTo }
  return { ...plain, ...only, ...(late ? { late } : {}), ...(named.length > 0 ? { alsoBy: named } : {}) }
}
