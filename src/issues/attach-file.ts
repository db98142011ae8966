import { sql } from 'kysely'
import { DAY, invalid, newId, notFound, Refusal } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  ALLOWED_EXTENSIONS,
  type FileStore,
  kindOfFile,
  type ReceivedFile,
  safeFileName,
} from '../files/index.ts'
import { type Configuration, type Ctx, holdConfiguration } from '../issue-types/index.ts'
import { touchIssue } from './change-issue.ts'
import type { Issue } from './issue.ts'
import { holdIssue, indexIssue } from './queries.ts'
import type { Author } from './reply-to-issue.ts'

export const MAX_FILE_BYTES = 20 * 1024 ** 2
const MAX_BYTES_PER_DAY = 100 * 1024 ** 2

export type Attachment = {
  id: string
  name: string
  mediaType: string
  extension: string
  /** Bytes. */
  size: number
  public: boolean
  from: Author
  at: number
  storageKey: string
}

export type AttachInput = { public: boolean; from: Author; at?: number | undefined }

/**
 * Attaches a received file to an issue. Whatever goes wrong, nothing of the file stays behind.
 * @throws Refusal `invalid-input` where name or content are not allowed, `too-large` past an issue's share of a day.
 */
export async function attachFile(
  ctx: Ctx,
  number: string,
  file: ReceivedFile,
  input: AttachInput & { name: string },
): Promise<Attachment> {
  return withKeptFile(ctx.db, file, input.name, async (kept) => {
    const { attachment } = await recordAttachment(ctx, number, kept, input)
    return attachment
  })
}

/** A received file whose content is known and that lies where attachments lie. */
type KeptFile = Pick<Attachment, 'name' | 'mediaType' | 'extension' | 'size' | 'storageKey'>

/**
 * Checks a received file and keeps it while `record` tells the store of it. In the end the file is there exactly if the
 * store names it: `record` may fail, or find that all was done before.
 * @throws Refusal `invalid-input` where name or content are not allowed.
 */
export async function withKeptFile<T>(
  db: Database,
  file: ReceivedFile,
  typedName: string,
  record: (kept: KeptFile) => Promise<T>,
): Promise<T> {
  try {
    const name = safeFileName(typedName)
    const kind = await kindOfFile(name, file.path)
    if (!kind) {
      const message = `a file of the kind ${ALLOWED_EXTENSIONS.join(', ')} is needed, with the content that its name says`
      throw invalid({ path: 'file', message })
    }
    if (file.size === 0) throw invalid({ path: 'file', message: 'the file is empty' })
    await file.keep()
    return await record({ name, ...kind, size: file.size, storageKey: file.storageKey })
  } finally {
    // Where the store cannot say, the file stays: it may be named.
    if (!(await isNamed(db, file.storageKey).catch(() => true))) await file.discard()
  }
}

async function isNamed(db: Database, storageKey: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('attachments')
    .select('id')
    .where('storage_key', '=', storageKey)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a file that is kept already to an issue. */
export async function recordAttachment(
  ctx: Ctx,
  number: string,
  file: KeptFile,
  input: AttachInput,
): Promise<{ attachment: Attachment; issueId: string }> {
  const at = input.at ?? ctx.clock()
  const attachment: Attachment = { ...file, id: newId(at), public: input.public, from: input.from, at }
  const issueId = await store(ctx, number, attachment)
  return { attachment, issueId }
}

async function store(ctx: Ctx, number: string, attachment: Attachment): Promise<string> {
  const { id, name, at } = attachment
  return ctx.db.transaction(async (tx) => {
    const issue = await holdIssue(tx, number)
    const today = await tx.query
      .selectFrom('attachments')
      .select(sql<number | string>`coalesce(sum(size), 0)`.as('bytes'))
      .where('issue_id', '=', issue.id)
      .where('created_at', '>', at - DAY)
      .executeTakeFirstOrThrow()
    if (Number(today.bytes) + attachment.size > MAX_BYTES_PER_DAY) {
      throw new Refusal(
        'too-large',
        `An issue takes at most ${MAX_BYTES_PER_DAY / 1024 ** 2} MiB of files a day.`,
      )
    }
    await tx.query
      .insertInto('attachments')
      .values({
        id,
        issue_id: issue.id,
        name,
        media_type: attachment.mediaType,
        extension: attachment.extension,
        size: attachment.size,
        public: attachment.public ? 1 : 0,
        author: attachment.from,
        storage_key: attachment.storageKey,
        created_at: at,
      })
      .execute()
    // A file that the shop adds asks nothing of the customer.
    const answered = attachment.from === 'customer' && issue.category === 'waiting'
    await touchIssue(ctx, tx, issue, at, attachment.public, answered ? { waitingSince: null } : {})
    const event = { kind: 'attachment.added', attachment: id, name, public: attachment.public } as const
    await recordEvent(tx, { issueId: issue.id, actor: ctx.actor, at, event, cause: ctx.cause })
    return issue.id
  })
}

/** Makes an attachment public or takes it back from the customer's eyes. */
export async function shareAttachment(
  ctx: Ctx,
  number: string,
  id: string,
  isPublic: boolean,
): Promise<Attachment> {
  const at = ctx.clock()
  return ctx.db.transaction(async (tx) => {
    const issue = await holdIssue(tx, number)
    const before = await tx.query
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', id)
      .where('issue_id', '=', issue.id)
      .executeTakeFirst()
    if (!before) throw notFound('attachment')
    const row = { ...before, public: isPublic ? 1 : 0 }
    if (row.public === before.public) return attachmentFromRow(row)
    await tx.query.updateTable('attachments').set({ public: row.public }).where('id', '=', id).execute()
    await touchIssue(ctx, tx, issue, at, true)
    const event = { kind: 'attachment.changed', attachment: id, name: row.name, public: isPublic } as const
    await recordEvent(tx, { issueId: issue.id, actor: ctx.actor, at, event, cause: ctx.cause })
    return attachmentFromRow(row)
  })
}

export async function removeAttachment(
  ctx: Ctx,
  files: FileStore,
  number: string,
  id: string,
): Promise<void> {
  const at = ctx.clock()
  const storageKey = await ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    const row = await tx.query
      .deleteFrom('attachments')
      .where('id', '=', id)
      .where('issue_id', '=', issue.id)
      .returning(['storage_key', 'name', 'public'])
      .executeTakeFirst()
    if (!row) throw notFound('attachment')
    await forgetFile(ctx, tx, configuration, issue, id, at)
    await touchIssue(ctx, tx, issue, at, row.public === 1)
    const event = { kind: 'attachment.deleted', attachment: id, name: row.name } as const
    await recordEvent(tx, { issueId: issue.id, actor: ctx.actor, at, event, cause: ctx.cause })
    return row.storage_key
  })
  await files.remove(storageKey)
}

/** Takes the values away that name an attachment. */
async function forgetFile(
  ctx: Ctx,
  tx: Tx,
  configuration: Configuration,
  issue: Issue,
  id: string,
  at: number,
): Promise<void> {
  const isGone = ([key, value]: [string, unknown]) =>
    value === id && configuration.fieldByKey.get(key)?.type === 'file'
  const entries = Object.entries(issue.values)
  const gone = entries.filter(isGone)
  if (gone.length === 0) return
  const values = Object.fromEntries(entries.filter((entry) => !isGone(entry)))
  await tx.query
    .updateTable('issues')
    .set({ field_values: JSON.stringify(values) })
    .where('id', '=', issue.id)
    .execute()
  await indexIssue(tx, configuration, { ...issue, values }, false)
  const changes = Object.fromEntries(gone.map(([key]) => [key, { from: id, to: null }]))
  const event = { kind: 'issue.field-changed', changes } as const
  await recordEvent(tx, { issueId: issue.id, actor: ctx.actor, at, event, cause: ctx.cause })
}

/** Attachments of an issue, oldest first, after a given id. */
export async function findAttachments(
  db: Database,
  issueId: string,
  after: string | null,
  limit: number,
): Promise<Attachment[]> {
  let query = db.read
    .selectFrom('attachments')
    .selectAll()
    .where('issue_id', '=', issueId)
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(attachmentFromRow)
}

/** One attachment of one issue, or `null`; an id of another issue is as good as none. */
export async function findAttachment(db: Database, issueId: string, id: string): Promise<Attachment | null> {
  const row = await db.read
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  return row ? attachmentFromRow(row) : null
}

type AttachmentRow = {
  id: string
  name: string
  media_type: string
  extension: string
  size: number
  public: number
  author: string
  created_at: number
  storage_key: string
}

function attachmentFromRow(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    extension: row.extension,
    size: row.size,
    public: row.public === 1,
    from: row.author === 'customer' ? 'customer' : 'shop',
    at: row.created_at,
    storageKey: row.storage_key,
  }
}

/** Whether an attachment lies under a name of the file store. */
export async function isAttached(db: Database, storageKey: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('attachments')
    .select('id')
    .where('storage_key', '=', storageKey)
    .executeTakeFirst()
  return row !== undefined
}
