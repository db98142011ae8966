import { useMemo } from 'react'
import type { Completion, CompletionSource } from '../ui/code-area'
import { useNamed } from './named'

/** Completes within braces: filters after a `|`, else variables and fields. */
export function useCompleting(): CompletionSource {
  const { variables, filters } = useNamed()
  return useMemo(() => {
    const names: Completion[] = variables.map(({ name, about }) => ({
      label: name,
      detail: about,
      type: 'variable',
    }))
    const doings: Completion[] = filters.map(({ name, about }) => ({
      label: name,
      detail: about,
      type: 'function',
    }))
    return (context) => {
      const line = context.state.doc.lineAt(context.pos)
      const before = line.text.slice(0, context.pos - line.from)
      const open = /\{[{%](?:(?![}%]\}).)*$/.exec(before)?.[0]
      if (open === undefined) return null
      const typed = /[\w.]*$/.exec(before)?.[0] ?? ''
      const isFilter = /\|\s*[\w.]*$/.test(open)
      return { from: context.pos - typed.length, options: isFilter ? doings : names, validFor: /^[\w.]*$/ }
    }
  }, [variables, filters])
}
