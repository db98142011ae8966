import { useMemo } from 'react'
import { useFormat, useTexts } from '../texts'
import { useVariables } from './templates'

export type Named = { name: string; about: string }

/** All that a template can name, with what it stands for in the person's language. */
export function useNamed(): { variables: Named[]; filters: Named[] } {
  const texts = useTexts().templates
  const { variables, fields, filters } = useVariables()
  const { text } = useFormat()
  return useMemo(
    () => ({
      variables: [
        ...variables.map(({ name, about }) => ({ name, about: texts.variables[name] ?? about })),
        ...fields.map(({ name, label }) => ({ name, about: text(label) })),
      ],
      filters: filters.map(({ name, about }) => ({ name, about: texts.filters[name] ?? about })),
    }),
    // The formatter is new each time, and says the same as long as the texts are the same.
    [variables, fields, filters, texts],
  )
}
