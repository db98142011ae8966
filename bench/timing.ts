import { randomBytes } from 'node:crypto'
import { median, type Row } from './figures.ts'
import { freshAddress, makeInstallation, serveInstallation } from './installation.ts'
import { Load } from './load.ts'

/** Whether the time of a refusal tells known numbers from unknown ones. */
export type Timing = {
  pairs: number
  /** The chance that a known number takes longer than an unknown one; 0.5 tells nothing. */
  auc: number
  /** As `auc`, for two unknown numbers. */
  controlAuc: number
  /** Milliseconds. */
  medianDifference: number
  medians: { known: number; unknown: number }
}

type Kind = 'known' | 'unknown' | 'control'

/**
 * Times refusals of a served installation over loopback, known, unknown and again unknown numbers in turn, in an order
 * drawn anew each time. Every attempt has a number, a contact and an address of its own, so that none is throttled.
 */
export async function measureTiming({ pairs }: { pairs: number }): Promise<Timing> {
  const installation = await makeInstallation(pairs)
  const server = await serveInstallation(installation.dataDir)
  const load = new Load(server.port, 1)
  const times: Record<Kind, number[]> = { known: [], unknown: [], control: [] }
  const attempt = async (issue: string): Promise<number> => {
    const body = new URLSearchParams({ issue, contact: `${randomBytes(8).toString('hex')}@example.com` })
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': freshAddress(),
    }
    const began = performance.now()
    const answer = await load.send({
      method: 'POST',
      path: '/en/status/warranty',
      headers,
      body: String(body),
    })
    const took = performance.now() - began
    if (answer.status !== 422) throw new Error(`a refusal answered ${answer.status}`)
    return took
  }
  try {
    const warmUp = Math.min(100, pairs)
    for (let index = 0; index < warmUp; index++) await attempt(unlike(installation.visitors[0]?.number ?? ''))
    for (const { number } of installation.visitors) {
      for (const kind of shuffled<Kind>(['known', 'unknown', 'control'])) {
        times[kind].push(await attempt(kind === 'known' ? number : unlike(number)))
      }
    }
  } finally {
    load.close()
    await server.stop()
    installation.remove()
  }
  const medians = { known: median(times.known), unknown: median(times.unknown) }
  return {
    pairs,
    auc: areaUnderCurve(times.known, times.unknown),
    controlAuc: areaUnderCurve(times.control, times.unknown),
    medianDifference: Math.abs(medians.known - medians.unknown),
    medians,
  }
}

export function timingRow({ pairs, auc, controlAuc, medianDifference, medians }: Timing): Row {
  const figure =
    `AUC ${auc.toFixed(3)} (control ${controlAuc.toFixed(3)}), medians ${medians.known.toFixed(2)} and ` +
    `${medians.unknown.toFixed(2)} ms, apart ${medianDifference.toFixed(2)} ms`
  return {
    what: `known or unknown number, by the time of ${pairs} pairs of refusals`,
    figure,
    aim: 'AUC 0.45–0.55, ≤ 2 ms apart',
    met: auc >= 0.45 && auc <= 0.55 && medianDifference <= 2,
  }
}

/** A number of the same form that nobody has: the random end is drawn anew. */
function unlike(number: string): string {
  return number.replace(/.{4}$/, randomBytes(3).toString('hex').slice(0, 4).toUpperCase())
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** The share of pairs in which the first is longer than the second, ties counted half (Mann–Whitney U). */
function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((time) => ({ time, isFirst: true })),
    ...second.map((time) => ({ time, isFirst: false })),
  ].sort((a, b) => a.time - b.time)
  let ranks = 0
  for (let start = 0; start < all.length; ) {
    let end = start
    while (all[end + 1]?.time === all[start]?.time && end + 1 < all.length) end++
    const rank = (start + end) / 2 + 1
    for (let index = start; index <= end; index++) if (all[index]?.isFirst) ranks += rank
    start = end + 1
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length)
}
