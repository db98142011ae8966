/** The last step was not reached in time: the message is unsent, and nothing is wrong with it. */
export class HeldUp extends Error {}

/** One message's right to make its last step. */
export type Turn = {
  /**
   * Waits until no other message stands between its last step and its settling.
   * @throws HeldUp when that takes longer than until `latest`, of the monotonic clock.
   */
  take: (latest: number) => Promise<void>
  /**
   * Lets the next one go; safe to call at any time. Who still waits gives up its place: a turn that came after its
   * message has ended would never be given back.
   */
  release: () => void
}

/**
 * Sees to it that of all messages of a process one at most may have been taken without being settled: so a process that
 * is killed leaves one message at most that will be sent twice.
 */
export function openTurns(): () => Turn {
  const waiting: (() => void)[] = []
  let holder: Turn | null = null
  const goOn = () => waiting.shift()?.()

  return () => {
    let withdraw = () => {}
    const turn: Turn = {
      take: (latest) =>
        new Promise((resolve, reject) => {
          const go = () => {
            clearTimeout(timer)
            holder = turn
            resolve()
          }
          const giveUp = () => {
            const place = waiting.indexOf(go)
            if (place >= 0) waiting.splice(place, 1)
            clearTimeout(timer)
            reject(new HeldUp('the last step was not reached in time'))
          }
          const left = latest - performance.now()
          const timer = setTimeout(giveUp, Math.max(left, 0))
          if (left <= 0) giveUp()
          else if (holder === null || holder === turn) go()
          else {
            waiting.push(go)
            withdraw = giveUp
          }
        }),
      release: () => {
        withdraw()
        if (holder !== turn) return
        holder = null
        goOn()
      },
    }
    return turn
  }
}
