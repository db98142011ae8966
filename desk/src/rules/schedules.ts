/** The schedules that are chosen without knowing cron; `own` is any other. */
export type Schedule =
  | { every: 'day'; at: string }
  | { every: 'working-day'; at: string }
  | { every: 'week'; day: number; at: string }
  | { every: 'month'; day: number; at: string }
  | { every: 'own' }
export const EVERY = ['day', 'working-day', 'week', 'month', 'own'] as const
export type Every = (typeof EVERY)[number]

/** What a line of cron says in these terms. Days of the week count from 1, Monday, to 7. */
export function scheduleOf(cron: string): Schedule {
  const [minute = '', hour = '', dayOfMonth, month, dayOfWeek = '', ...more] = cron.trim().split(/\s+/)
  const isPlain = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && month === '*' && more.length === 0
  if (!isPlain || !dayOfMonth) return { every: 'own' }
  const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (dayOfMonth === '*' && dayOfWeek === '*') return { every: 'day', at }
  if (dayOfMonth === '*' && dayOfWeek === '1-5') return { every: 'working-day', at }
  if (dayOfMonth === '*' && /^[0-7]$/.test(dayOfWeek))
    return { every: 'week', day: Number(dayOfWeek) || 7, at }
  if (/^\d{1,2}$/.test(dayOfMonth) && dayOfWeek === '*')
    return { every: 'month', day: Number(dayOfMonth), at }
  return { every: 'own' }
}

/** The line of cron for a schedule; null where it is written by hand. */
export function cronOf(schedule: Schedule): string | null {
  if (schedule.every === 'own') return null
  const [hour = '8', minute = '0'] = schedule.at.split(':')
  const time = `${Number(minute)} ${Number(hour)}`
  if (schedule.every === 'day') return `${time} * * *`
  if (schedule.every === 'working-day') return `${time} * * 1-5`
  if (schedule.every === 'week') return `${time} * * ${schedule.day % 7}`
  return schedule.every === 'month' ? `${time} ${schedule.day} * *` : null
}
