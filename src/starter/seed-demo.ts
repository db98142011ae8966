import { Readable } from 'node:stream'
import { joined } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { attachFile, extendDeadline, moveIssue, openIssue, replyToIssue } from '../issues/index.ts'
import { createUser } from '../staff/index.ts'
import { type DemoData, type DemoIssue, makeFiles, makeRandom, subjectKey } from './demo/index.ts'
import { installStarter } from './install-starter.ts'

/** An issue that shows a type at its best, for whoever looks at the demo first. */
export type Showcase = {
  type: string
  number: string
  email: string | null
  phone: string | null
  locale: string
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Fills a new store with the demo's issues, in the order in which they happened; files come last, once they are made. No
 * rule reacts to what happened long ago.
 */
export async function seedDemo(
  outer: Ctx,
  files: FileStore,
  demo: DemoData,
  seed: number,
): Promise<Showcase[]> {
  const ctx: Ctx = { ...outer, cause: 'import' }
  const making = makeFiles(demo.issues.flatMap((issue) => issue.attachments.map(({ subject }) => subject)))
  // Seen to below; a failure before that must not go unhandled.
  making.catch(() => undefined)
  await installStarter(ctx, demo.company)
  // Committed before the issues, which would otherwise read the changed configuration anew, each of them.
  await ctx.db.transaction(async (tx) => {
    const within = { ...ctx, db: joined(ctx.db, tx) }
    for (const user of demo.staff) await createUser(within, user)
  })
  const inOrder = [...demo.issues].sort((a, b) => a.createdAt - b.createdAt)
  const numbers = new Map<DemoIssue, string>()
  const random = makeRandom(seed)
  const symbols = (length: number) =>
    Array.from({ length }, () => SYMBOLS.charAt(Math.floor(random() * SYMBOLS.length))).join('')
  await ctx.db.transaction(async (tx) => {
    const within = { ...ctx, db: joined(ctx.db, tx) }
    for (const issue of inOrder) numbers.set(issue, await seedIssue(within, issue, symbols))
  })
  const contents = await making
  await ctx.db.transaction(async (tx) => {
    const within = { ...ctx, db: joined(ctx.db, tx) }
    for (const [issue, number] of numbers) await seedFiles(within, files, issue, number, contents)
  })
  const types = new Set(demo.issues.map((issue) => issue.type))
  return [...types].flatMap((type) => {
    const first = demo.issues.find((issue) => issue.type === type)
    const number = first && numbers.get(first)
    return first && number ? [{ type, number, ...first.contact, locale: first.locale }] : []
  })
}

async function seedIssue(ctx: Ctx, demo: DemoIssue, random: (length: number) => string): Promise<string> {
  const { type, locale, handler, createdAt, values } = demo
  const due = demo.dueByHand ? demo.due : undefined
  const contact = {
    name: demo.contact.name,
    email: demo.contact.email ?? '',
    phone: demo.contact.phone ?? '',
  }
  const { issue } = await openIssue(ctx, { type, locale, contact, values, due, handler, createdAt, random })
  const { number } = issue
  const happenings = [
    ...demo.path.map((move) => ({ at: move.at, run: () => moveIssue(ctx, number, move) })),
    ...demo.extensions.map(({ at, to, consent }) => ({
      at,
      run: () => extendDeadline({ ...ctx, clock: () => at }, number, { to, consent }),
    })),
    ...demo.messages.map((message) => ({ at: message.at, run: () => replyToIssue(ctx, number, message) })),
  ]
  for (const { run } of happenings.sort((a, b) => a.at - b.at)) await run()
  return number
}

async function seedFiles(
  ctx: Ctx,
  files: FileStore,
  demo: DemoIssue,
  number: string,
  contents: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const attachment of demo.attachments) {
    const bytes = contents.get(subjectKey(attachment.subject)) ?? Buffer.alloc(0)
    const file = await files.receive(Readable.from([bytes]), bytes.length)
    await attachFile(ctx, number, file, attachment)
  }
}
