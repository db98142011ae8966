export const UNITS = ['d', 'h', 'm'] as const
export type Unit = (typeof UNITS)[number]
export type Length = { count: number; unit: Unit }

/** How long a duration of the API is, in the largest unit that it is whole in; three days where it cannot be read. */
export function lengthOf(duration: string | number): Length {
  if (typeof duration === 'number') return { count: duration, unit: 'd' }
  const [, digits, letter] = /^(\d+)\s*([wdhm])$/i.exec(duration.trim()) ?? []
  if (digits && letter) return plain(Number(digits), letter.toLowerCase())
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i.exec(duration.trim()) ?? []
  const total =
    Number(weeks ?? 0) * 10_080 + Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  if (total === 0) return { count: 3, unit: 'd' }
  if (total % 1440 === 0) return { count: total / 1440, unit: 'd' }
  return total % 60 === 0 ? { count: total / 60, unit: 'h' } : { count: total, unit: 'm' }
}

export function durationOf({ count, unit }: Length): string {
  return `${count}${unit}`
}

function plain(count: number, letter: string): Length {
  if (letter === 'w') return { count: count * 7, unit: 'd' }
  return { count, unit: letter === 'h' || letter === 'm' ? letter : 'd' }
}
