/** How many took so many whole hours. */
export type Took = { hours: number; count: number }

/** The number of hours in which a share of them was through: the nearest rank, so it is one that occurred. */
export function hoursAt(took: readonly Took[], share: number): number {
  const inOrder = took.toSorted((one, other) => one.hours - other.hours)
  const wanted = Math.max(1, Math.ceil(countOf(took) * share))
  let passed = 0
  for (const { hours, count } of inOrder) {
    passed += count
    if (passed >= wanted) return hours
  }
  return inOrder.at(-1)?.hours ?? 0
}

export function countOf(took: readonly Took[]): number {
  return took.reduce((sum, { count }) => sum + count, 0)
}
