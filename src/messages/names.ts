import { type Template, toValueSync, TypeGuards, Value } from 'liquidjs'

/** A variable as a template names it, like `field.product`; `null` for a part that is worked out. `at` counts characters. */
export type NamedVariable = { path: readonly (string | null)[]; at: number }
/** `style` is the first argument where that is a text in quotes. */
export type NamedFilter = { name: string; style: string | null; at: number }
export type Names = { variables: NamedVariable[]; filters: NamedFilter[] }

/**
 * All that a parsed template names, but its own variables (of `assign`, `capture` and `for`). Like the library's static
 * analysis, which works out the line of every name by counting from the start: a second for a large template.
 */
export function namesIn(templates: readonly Template[]): Names {
  const names: Names = { variables: [], filters: [] }
  const assigned = new Set<string>()

  const visit = (template: Template, own: ReadonlySet<string>): void => {
    for (const argument of template.arguments?.() ?? []) read(argument, own)
    for (const identifier of template.localScope?.() ?? []) assigned.add(identifier.content)
    const inside = template.blockScope ? new Set([...own, ...template.blockScope()]) : own
    const children = template.children ? toValueSync(template.children(false, true)) : []
    for (const child of children) visit(child, inside)
  }

  const read = (argument: unknown, own: ReadonlySet<string>): void => {
    if (argument instanceof Value) {
      for (const token of argument.initial.postfix) read(token, own)
      for (const filter of argument.filters) {
        const at = placeOf(filter)
        if (at !== null) names.filters.push({ name: filter.name, style: firstText(filter.args), at })
        for (const one of filter.args) read(Array.isArray(one) ? one[1] : one, own)
      }
    } else if (TypeGuards.isRangeToken(argument)) {
      read(argument.lhs, own)
      read(argument.rhs, own)
    } else if (TypeGuards.isPropertyAccessToken(argument)) {
      if (argument.variable) return read(argument.variable, own)
      const path = argument.props.map(partOf)
      for (const part of argument.props) read(part, own)
      const [root] = path
      if (typeof root === 'string' && (own.has(root) || assigned.has(root))) return
      names.variables.push({ path, at: argument.begin })
    }
  }

  for (const template of templates) visit(template, new Set())
  return names
}

function partOf(part: unknown): string | null {
  if (TypeGuards.isQuotedToken(part) || TypeGuards.isWordToken(part)) return part.content
  return TypeGuards.isNumberToken(part) ? String(part.content) : null
}

function firstText(args: readonly unknown[]): string | null {
  const [first] = args
  return TypeGuards.isQuotedToken(first) ? first.content : null
}

/** The library keeps a filter's token to itself. The one that marks values has no place in the template. */
function placeOf(filter: object): number | null {
  const { token } = filter as { token?: { input?: string; begin?: number } }
  return token?.input ? (token.begin ?? null) : null
}
