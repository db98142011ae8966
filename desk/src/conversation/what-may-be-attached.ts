const KINDS = ['jpg', 'jpeg', 'png', 'webp', 'heic', 'pdf', 'txt'] as const
/** Of one file. The server holds it, too. */
export const MAX_FILE_BYTES = 20 * 1024 ** 2

/** What a chooser of files offers. */
export const ACCEPT = KINDS.map((kind) => `.${kind}`).join(',')
export const KINDS_SHOWN = 'JPG, PNG, WebP, HEIC, PDF, TXT'

/** Why the server would refuse a file, as far as its name and size tell. */
export function whyNotAttach({ name, size }: Pick<File, 'name' | 'size'>): 'kind' | 'size' | null {
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  if (!KINDS.some((kind) => kind === extension)) return 'kind'
  return size > MAX_FILE_BYTES ? 'size' : null
}

/** A size in bytes as people read it. */
export function sizeText(bytes: number, number: (value: number) => string): string {
  if (bytes < 1024) return `${number(bytes)} B`
  if (bytes < 1024 ** 2) return `${number(Math.round(bytes / 1024))} kB`
  return `${number(Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`
}
