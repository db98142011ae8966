import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const MIB = 1024 * 1024
/** On a machine with much memory it would grow to 130 MiB, for a few hundredths of the processor's time. */
const LARGE_ENOUGH = 24 * MIB
const LOOK_EVERY_MS = 200

/**
 * Holds the space for young objects small while the program starts: what starting makes is garbage soon, and a space that
 * grew for it stays as large for as long as the process idles (25 MiB).
 */
export function keepYoungSpaceSmall(): void {
  growBy(1)
}

/** From now on it grows with the load, by doubling, until it is large enough. */
export function letYoungSpaceGrow(): void {
  growBy(2)
  const looking = setInterval(() => {
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
    if (young && young.space_size < LARGE_ENOUGH) return
    growBy(1)
    clearInterval(looking)
  }, LOOK_EVERY_MS).unref()
}

/** Of the limits of this space it is the only one that V8 looks at again while it runs. */
function growBy(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}
