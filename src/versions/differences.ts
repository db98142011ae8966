/** One member that differs between two states of a thing; `null` stands for one that is not there. */
export type Difference = { path: string; before: unknown; after: unknown }

/** What differs, member by member; lists of keyed things by key, other lists as a whole. */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const one = membersOf(before)
  const two = membersOf(after)
  if (one === null || two === null) return [{ path, before: before ?? null, after: after ?? null }]
  const names = new Set([...one.keys(), ...two.keys()])
  const inside = [...names].flatMap((name) =>
    differencesOf(one.get(name), two.get(name), path === '' ? name : `${path}.${name}`),
  )
  // The same members in another order: the order is what differs.
  const isReordered = inside.length === 0 && Array.isArray(before)
  return isReordered ? [{ path, before: [...one.keys()], after: [...two.keys()] }] : inside
}

/** The members of an object, or of a list whose elements have keys of their own; else `null`. */
function membersOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const keys = value.map(keyOf)
  const isKeyed = keys.every((key) => key !== null) && new Set(keys).size === keys.length
  return isKeyed && keys.length > 0 ? new Map(value.map((element, at) => [String(keys[at]), element])) : null
}

function keyOf(element: unknown): string | null {
  if (typeof element !== 'object' || element === null) return null
  for (const name of ['key', 'field', 'to', 'date']) {
    const key: unknown = Reflect.get(element, name)
    if (typeof key === 'string') return key
  }
  return null
}
