import { useMemo } from 'react'
import { useFormat, useTexts } from '../texts'
import { useVariables } from './templates'

export type Named = { name: string; about: string }

/** All that a template can name, with what it stands for in the person's language. */
export function useNamed(): { variables: Named[]; filters: Named[] } {
  const texts = useTexts().templates
  const { variables, fields, filters } = useVariables()
  const { locale } = useFormat()
  return useMemo(
    () => ({
      variables: [
        ...variables.map(({ name, about }) => ({ name, about: texts.variables[name] ?? about })),
        ...fields.map(({ name, label }) => ({ name, about: label[locale] || label['en'] || name })),
      ],
      filters: filters.map(({ name, about }) => ({ name, about: texts.filters[name] ?? about })),
    }),
    [variables, fields, filters, texts, locale],
  )
}
