const STEPS = [
  { unit: 'minute', seconds: 60, most: 60 },
  { unit: 'hour', seconds: 3600, most: 24 },
  { unit: 'day', seconds: 86_400, most: 7 },
] as const

/** How long ago an instant was, in words, like "5 minutes ago"; the day where that is more than a week. */
export function ago(at: string, now: number, locale: string): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  if (seconds < 60) return format.format(0, 'second')
  for (const { unit, seconds: one, most } of STEPS) {
    const count = Math.floor(seconds / one)
    if (count < most) return format.format(-count, unit)
  }
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(at),
  )
}
