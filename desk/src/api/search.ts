/** Reads texts of an address's query, like filters; what is not there or empty is left out. */
export function textsOf<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [K in Name]?: string } => {
    const found: { [K in Name]?: string } = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value) found[name] = value
      if (typeof value === 'number') found[name] = String(value)
    }
    return found
  }
}

/** The query of a link. The router knows its routes only when it runs, so the types of their queries are not known here. */
export function linkSearch(search: Readonly<Record<string, string>>): true {
  return search as unknown as true
}
