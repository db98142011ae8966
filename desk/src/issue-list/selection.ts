export type Selection = ReadonlySet<string>

/** Selects an issue, or no longer. */
export function toggled(selection: Selection, number: string): Set<string> {
  const next = new Set(selection)
  if (!next.delete(number)) next.add(number)
  return next
}

/** Selects all from the one that was chosen last to another, in the order of the list; the other alone where there is none. */
export function extended(
  selection: Selection,
  order: readonly string[],
  from: string | null,
  to: string,
): Set<string> {
  const [begin, end] = [from === null ? -1 : order.indexOf(from), order.indexOf(to)]
  const between = begin < 0 || end < 0 ? [to] : order.slice(Math.min(begin, end), Math.max(begin, end) + 1)
  return new Set([...selection, ...between])
}
