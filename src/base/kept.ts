const MOST_KEPT = 5_000

/** A cache that forgets everything when it is full: what it keeps is cheap to make again. */
export function kept<Key, Value>(done: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  let value = done.get(key)
  if (value === undefined) {
    if (done.size >= MOST_KEPT) done.clear()
    value = make(key)
    done.set(key, value)
  }
  return value
}
