import { Readable } from 'node:stream'
import { joined } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { attachFile, moveIssue, openIssue, replyToIssue } from '../issues/index.ts'
import { type DemoData, type DemoIssue, makeFileSource, makeRandom } from './demo/index.ts'
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

/** Fills a new store with the demo's issues, in the order in which they happened. */
export async function seedDemo(
  ctx: Ctx,
  files: FileStore,
  demo: DemoData,
  seed: number,
): Promise<Showcase[]> {
  await installStarter(ctx, demo.company)
  const makeFile = makeFileSource()
  const contents = new Map<string, Buffer>()
  for (const { subject } of demo.issues.flatMap((issue) => issue.attachments)) {
    contents.set(JSON.stringify(subject), await makeFile(subject))
  }
  const inOrder = [...demo.issues].sort((a, b) => a.createdAt - b.createdAt)
  const numbers = new Map<DemoIssue, string>()
  const random = makeRandom(seed)
  const symbols = (length: number) =>
    Array.from({ length }, () => SYMBOLS.charAt(Math.floor(random() * SYMBOLS.length))).join('')
  await ctx.db.transaction(async (tx) => {
    const within = { ...ctx, db: joined(ctx.db, tx) }
    for (const issue of inOrder) numbers.set(issue, await seedIssue(within, files, issue, contents, symbols))
  })
  const types = new Set(demo.issues.map((issue) => issue.type))
  return [...types].flatMap((type) => {
    const first = demo.issues.find((issue) => issue.type === type)
    const number = first && numbers.get(first)
    return first && number ? [{ type, number, ...first.contact, locale: first.locale }] : []
  })
}

async function seedIssue(
  ctx: Ctx,
  files: FileStore,
  demo: DemoIssue,
  contents: ReadonlyMap<string, Buffer>,
  random: (length: number) => string,
): Promise<string> {
  const { type, locale, due, createdAt } = demo
  const contact = {
    name: demo.contact.name,
    email: demo.contact.email ?? '',
    phone: demo.contact.phone ?? '',
  }
  const { issue } = await openIssue(ctx, {
    type,
    locale,
    contact,
    values: demo.values,
    due,
    createdAt,
    random,
  })
  const { number } = issue
  const happenings = [
    ...demo.path.map((move) => ({ at: move.at, run: () => moveIssue(ctx, number, move) })),
    ...demo.messages.map((message) => ({ at: message.at, run: () => replyToIssue(ctx, number, message) })),
    ...demo.attachments.map((attachment) => ({
      at: attachment.at,
      run: async () => {
        const bytes = contents.get(JSON.stringify(attachment.subject)) ?? Buffer.alloc(0)
        const file = await files.receive(Readable.from([bytes]), bytes.length)
        await attachFile(ctx, number, file, attachment)
      },
    })),
  ]
  for (const { run } of happenings.sort((a, b) => a.at - b.at)) await run()
  return number
}
