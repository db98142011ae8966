import { type ExpressionBuilder, sql } from 'kysely'
import type { DialectTraits, Schema } from '../db/index.ts'
import type { IssueType } from '../issue-types/index.ts'
import type { PublicFile, PublicMessage } from './public-issue.ts'

/** Newest messages and files that a page shows; older ones a handler can still send. */
const MAX_LINES = 200

/** Which lines of an issue are read along with it. */
export type Wanted = { messages: boolean; files: boolean }

/** What a customer may see of an issue's messages and files, newest first; empty where it was not wanted. */
export type PublicLines = {
  messages: readonly PublicMessage[]
  files: readonly (Omit<PublicFile, 'href'> & { id: string })[]
}

export const NO_LINES: Wanted = { messages: false, files: false }

/** What the status page of a type shows, and so what is read at all. */
export function wantedBy(type: IssueType | undefined): Wanted {
  const view = type?.views['status-page'] ?? []
  return {
    messages: view.some(({ field }) => field === 'messages'),
    files: view.some(({ field }) => field === 'attachments'),
  }
}

export function covers(read: Wanted, wanted: Wanted): boolean {
  return (read.messages || !wanted.messages) && (read.files || !wanted.files)
}

type WithIssue = ExpressionBuilder<Schema & { issue: Schema['issues'] }, 'issue'>

const MESSAGE = ['author', 'body', 'created_at'] as const
const FILE = ['id', 'name', 'media_type', 'extension', 'size', 'author', 'created_at'] as const
type MessageLine = [author: string, body: string, at: number]
type FileLine = [
  id: string,
  name: string,
  mediaType: string,
  extension: string,
  size: number,
  author: string,
  at: number,
]

/** The columns `message_lines` and `file_lines` of a query over `issue`: one JSON text each, so that one read brings all. */
export function lineColumns(traits: DialectTraits, wanted: Wanted) {
  const rows = (columns: readonly string[]) => sql.raw<string | null>(traits.jsonRows(columns)).as('rows')
  return (eb: WithIssue) => {
    const messages = eb
      .selectFrom('messages')
      .select(MESSAGE)
      .whereRef('messages.issue_id', '=', 'issue.id')
      .where('internal', '=', sql.lit(0))
      .orderBy('messages.id', 'desc')
      .limit(sql.lit(MAX_LINES))
    const files = eb
      .selectFrom('attachments')
      .select(FILE)
      .whereRef('attachments.issue_id', '=', 'issue.id')
      .where('public', '=', sql.lit(1))
      .orderBy('attachments.id', 'desc')
      .limit(sql.lit(MAX_LINES))
    const none = sql<string | null>`null`
    return [
      wanted.messages
        ? eb.selectFrom(messages.as('line')).select(rows(MESSAGE)).as('message_lines')
        : none.as('message_lines'),
      wanted.files
        ? eb.selectFrom(files.as('line')).select(rows(FILE)).as('file_lines')
        : none.as('file_lines'),
    ] as const
  }
}

/** The lines in the columns that {@link lineColumns} selects. */
export function linesFrom(row: { message_lines: string | null; file_lines: string | null }): PublicLines {
  return {
    messages: listed<MessageLine>(row.message_lines).map(([author, body, at]) => ({
      from: authorOf(author),
      body,
      at,
    })),
    files: listed<FileLine>(row.file_lines).map(([id, name, mediaType, extension, size, author, at]) => ({
      id,
      name,
      badge: extension.toUpperCase(),
      kind: mediaType.startsWith('image/') ? 'photo' : 'document',
      size,
      from: authorOf(author),
      at,
    })),
  }
}

/** The store put these columns together in this order. */
function listed<Line>(json: string | null): Line[] {
  return json === null || json === '[]' ? [] : (JSON.parse(json) as Line[])
}

function authorOf(author: string): 'shop' | 'customer' {
  return author === 'customer' ? 'customer' : 'shop'
}
