/** An instant as a control of the browser shows it, in the browser's time zone: `2026-11-09T11:30`. */
export function localTimeOf(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  const pad = (part: number, size = 2) => String(part).padStart(size, '0')
  const day = [pad(at.getFullYear(), 4), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** The instant that such a control tells, as the API takes it; empty where it is not complete. */
export function instantOf(localTime: string): string {
  const at = new Date(localTime)
  return localTime === '' || Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
