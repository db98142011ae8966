const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const
const ATTENDED_FOR = 60_000

let seenAt = Date.now()

/** Begins to look for signs of somebody at this window. */
export function watchAttendance(): void {
  for (const sign of SIGNS)
    window.addEventListener(sign, () => (seenAt = Date.now()), { capture: true, passive: true })
}

/** Whether somebody was at this window in the last minute: what it asks by itself keeps no session alive. */
export function isAttended(): boolean {
  return Date.now() - seenAt < ATTENDED_FOR
}
