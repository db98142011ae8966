import { open } from 'node:fs/promises'

export type FileKind = { extension: string; mediaType: string }

/** What may be attached, by extension; each is also recognised by its content. */
const ALLOWED: Record<string, FileKind> = {
  jpg: { extension: 'jpg', mediaType: 'image/jpeg' },
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  png: { extension: 'png', mediaType: 'image/png' },
  webp: { extension: 'webp', mediaType: 'image/webp' },
  heic: { extension: 'heic', mediaType: 'image/heic' },
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  txt: { extension: 'txt', mediaType: 'text/plain; charset=utf-8' },
}

export const ALLOWED_EXTENSIONS = Object.keys(ALLOWED)

const MAX_NAME_LENGTH = 150

/**
 * A file name that is safe to store, show and send: NFC, without folders, control, direction and zero-width characters,
 * of at most 150 characters with its extension kept. `''` where nothing is left.
 */
export function safeFileName(name: string): string {
  const base = name.normalize('NFC').replace(/^.*[/\\]/s, '')
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (clean.length <= MAX_NAME_LENGTH) return clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : ''
  return clean.slice(0, MAX_NAME_LENGTH - extension.length).toWellFormed() + extension
}

/**
 * The kind of a file by its name and its content, or `null` where either is not allowed or they disagree.
 * Plain text is whatever is valid UTF-8 without NUL: it is only ever sent as text to be saved.
 */
export async function kindOfFile(name: string, path: string): Promise<FileKind | null> {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const kind = name.includes('.') && Object.hasOwn(ALLOWED, extension) ? ALLOWED[extension] : undefined
  if (!kind) return null
  if (kind.extension === 'txt') return (await isPlainText(path)) ? kind : null
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path)
  if (found?.ext === kind.extension) return kind
  return kind.extension === 'heic' && found?.mime === 'image/heif' ? kind : null
}

async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const file = await open(path, 'r')
  try {
    const bytes: AsyncIterable<Buffer> = file.createReadStream({ autoClose: false })
    for await (const chunk of bytes) {
      if (decoder.decode(chunk, { stream: true }).includes('\0')) return false
    }
    decoder.decode()
    return true
  } catch {
    return false
  } finally {
    await file.close()
  }
}
