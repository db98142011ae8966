import { sessionNow } from '../api/session'

const MOST = 6

/** The numbers of the issues that somebody opened last on this device; nothing else of them is kept. */
export function recentNumbers(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place()) ?? '[]')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberIssue(number: string): void {
  const others = recentNumbers().filter((one) => one !== number)
  localStorage.setItem(place(), JSON.stringify([number, ...others].slice(0, MOST)))
}

/** The number in an address of the desk like `/issues/W-2026-17`. */
export function numberIn(pathname: string): string | null {
  const [, part] = /^\/issues\/([^/]+)\/?$/.exec(pathname) ?? []
  if (part === undefined || part === 'new') return null
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function place(): string {
  return `reklamator-desk-recent-${sessionNow()?.user.id ?? ''}`
}
