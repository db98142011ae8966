const MOST_BYTES = 20 * 1024 ** 2
const ALLOWED = /\.(jpe?g|png|webp|heic|pdf|txt)$/i

/** Why the API would not take a file, told before it is sent; `null` where it would. */
export function refusedFile({ name, size }: Pick<File, 'name' | 'size'>): 'kind' | 'size' | 'empty' | null {
  if (!ALLOWED.test(name)) return 'kind'
  if (size === 0) return 'empty'
  return size > MOST_BYTES ? 'size' : null
}

/** A size in the units of the device's language. */
export function fileSize(bytes: number): string {
  const [amount, unit] =
    bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const format = new Intl.NumberFormat(document.documentElement.lang || 'en', {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  })
  return format.format(amount)
}
