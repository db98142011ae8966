/** One member that is another than before; `undefined` where there was or is none. */
export type Difference = { path: string; before: unknown; after: unknown }

/** What differs between two values, member by member; lists are looked at as a whole. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (isSame(before, after)) return []
  if (!isObject(before) && !isObject(after)) return [{ path, before, after }]
  const [old, next] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
  const members = [...new Set([...Object.keys(old), ...Object.keys(next)])]
  return members.flatMap((member) =>
    differences(old[member], next[member], path ? `${path}.${member}` : member).filter(
      (one) => !(isNothing(one.before) && isNothing(one.after)),
    ),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
