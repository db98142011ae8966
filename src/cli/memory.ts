import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const MIB = 1024 * 1024
/** On a machine with much memory it would grow to 130 MiB, for a few hundredths of the processor's time. */
const YOUNG_ENOUGH = 24 * MIB
/** By how much what stayed may grow before garbage is looked for in all of it. V8 would take 100 and more. */
const GROWING_PERCENT = 30

/**
 * Holds the space for young objects small while the program starts: what starting makes is garbage soon, and a space that
 * grew for it stays as large for as long as the process idles (25 MiB).
 */
export function startSmall(): void {
  growYoungBy(1)
}

/** From now on memory grows with the load: young objects get more room, by doubling, until it is enough. */
export function growWithLoad(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`)
  growYoungBy(2)
  // It can only have grown by a collection of garbage.
  const watching = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
    if (young && young.space_size < YOUNG_ENOUGH) return
    growYoungBy(1)
    watching.disconnect()
  })
  watching.observe({ entryTypes: ['gc'] })
}

/** Of the limits of that space it is the only one that V8 looks at again while it runs. */
function growYoungBy(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}
