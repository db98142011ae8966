import { createHash } from 'node:crypto'
import { recordAudit } from '../audit/index.ts'
import { invalid, notFound, Refusal } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { assetPath } from './asset-path.ts'
import { beginConfigurationChange } from './configuration.ts'
import type { Ctx } from './context.ts'

const KIB = 1024
export const MAX_ASSET_BYTES = 1024 * KIB

/** What a page may bring along from this server: kinds by extension, with how their bytes begin. */
const KINDS: Record<string, { mediaType: string; limit: number; begins: (bytes: Buffer) => boolean }> = {
  png: image('image/png', (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'),
  jpg: image('image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))),
  webp: image(
    'image/webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ),
  ico: image('image/x-icon', (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0, 0, 1, 0]))),
  svg: image('image/svg+xml', (bytes) => beginsAsSvg(bytes.toString('utf8', 0, 4096))),
  woff2: font('font/woff2', (bytes) => bytes.toString('latin1', 0, 4) === 'wOF2'),
  ttf: font('font/ttf', (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0, 1, 0, 0]))),
  otf: font('font/otf', (bytes) => bytes.toString('latin1', 0, 4) === 'OTTO'),
  woff: font('font/woff', (bytes) => bytes.toString('latin1', 0, 4) === 'wOFF'),
}

function image(mediaType: string, begins: (bytes: Buffer) => boolean) {
  return { mediaType, limit: 256 * KIB, begins }
}

function font(mediaType: string, begins: (bytes: Buffer) => boolean) {
  return { mediaType, limit: MAX_ASSET_BYTES, begins }
}

/** Whether a text opens an svg element, after what may stand before it: a declaration and comments. */
function beginsAsSvg(text: string): boolean {
  let rest = text.trimStart()
  for (const closing = { '<?xml': '?>', '<!--': '-->' }; ; ) {
    const found = Object.entries(closing).find(([opening]) => rest.startsWith(opening))
    if (!found) return /^<svg[\s>]/.test(rest)
    const end = rest.indexOf(found[1])
    if (end < 0) return false
    rest = rest.slice(end + found[1].length).trimStart()
  }
}

const MAX_ASSETS_PER_PAGE = 50

/** `path` is what favicon, header and styles may name. */
export type PageAsset = { id: string; name: string; mediaType: string; size: number; path: string }

/**
 * Keeps a file for a type's page: a logo, a favicon or a font, so that no other server need be contacted.
 * The same file twice is the same asset.
 * @throws Refusal `invalid-input` with what is allowed.
 */
export async function addPageAsset(
  ctx: Ctx,
  typeKey: string,
  name: string,
  content: Buffer,
): Promise<PageAsset> {
  const kind = checkAsset(name, content)
  const id = pageAssetId(typeKey, name, content)
  await ctx.db.transaction(async (tx) => {
    const type = (await beginConfigurationChange(tx)).typeByKey.get(typeKey)
    if (!type) throw notFound('issue type')
    const present = await tx.query
      .selectFrom('page_assets')
      .select('id')
      .where('issue_type_id', '=', type.id)
      .execute()
    if (present.some((asset) => asset.id === id)) return
    if (present.length >= MAX_ASSETS_PER_PAGE) {
      throw new Refusal(
        'conflict',
        `A page may have at most ${MAX_ASSETS_PER_PAGE} assets; delete one first.`,
      )
    }
    const now = ctx.clock()
    await tx.query
      .insertInto('page_assets')
      .values({ id, issue_type_id: type.id, name, media_type: kind.mediaType, content, created_at: now })
      .execute()
    const target = `issue-type:${typeKey}`
    await recordAudit(tx, now, { actor: ctx.actor, action: 'page-asset.added', target, after: { id, name } })
  })
  return { id, name, mediaType: kind.mediaType, size: content.length, path: assetPath(id) }
}

/**
 * What a file is, by the extension of its name.
 * @throws Refusal `invalid-input` where it is none of the allowed kinds or something else, `too-large`
 */
export function checkAsset(
  name: string,
  content: Buffer,
  allowed: readonly string[] = Object.keys(KINDS),
): { mediaType: string } {
  const extension = extensionOf(name)
  const kind = allowed.includes(extension) ? KINDS[extension] : undefined
  if (!kind) throw invalid({ path: 'file', message: `a file of the kind ${allowed.join(', ')} is needed` })
  if (!kind.begins(content))
    throw invalid({ path: 'file', message: `the content is not that of a ${extension} file` })
  if (content.length > kind.limit) {
    throw new Refusal('too-large', `A ${extension} file may have at most ${kind.limit / KIB} KiB.`)
  }
  return { mediaType: kind.mediaType }
}

/** The id that a file has as an asset of a type's page; the same on every installation. */
export function pageAssetId(typeKey: string, name: string, content: Buffer): string {
  const hash = createHash('sha256').update(typeKey).update('\0').update(content).digest('hex').slice(0, 32)
  return `${hash}.${extensionOf(name)}`
}

function extensionOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^.*\./, '')
    .replace(/^jpeg$/, 'jpg')
}

export async function deletePageAsset(ctx: Ctx, typeKey: string, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const type = (await beginConfigurationChange(tx)).typeByKey.get(typeKey)
    if (!type) throw notFound('issue type')
    const gone = await tx.query
      .deleteFrom('page_assets')
      .where('id', '=', id)
      .where('issue_type_id', '=', type.id)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw notFound('asset')
    const target = `issue-type:${typeKey}`
    await recordAudit(tx, ctx.clock(), {
      actor: ctx.actor,
      action: 'page-asset.deleted',
      target,
      before: { id },
    })
  })
}

export async function findPageAssets(ctx: Ctx, typeKey: string): Promise<PageAsset[]> {
  const type = (await ctx.configuration.current()).typeByKey.get(typeKey)
  if (!type) throw notFound('issue type')
  const rows = await ctx.db.read
    .selectFrom('page_assets')
    .select(['id', 'name', 'media_type', (eb) => eb.fn<number>('length', ['content']).as('size')])
    .where('issue_type_id', '=', type.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    path: assetPath(row.id),
  }))
}

/** The bytes of an asset, for anyone who asks: assets are part of public pages. */
export async function readPageAsset(
  db: Database,
  id: string,
): Promise<{ mediaType: string; content: Buffer } | null> {
  const ofPage = db.read.selectFrom('page_assets').select(['media_type', 'content']).where('id', '=', id)
  const logo = db.read.selectFrom('company_logo').select(['media_type', 'content']).where('asset', '=', id)
  const row = await ofPage.unionAll(logo).executeTakeFirst()
  return row ? { mediaType: row.media_type, content: Buffer.from(row.content) } : null
}
