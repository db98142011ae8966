import { useQuery } from '@tanstack/react-query'
import { answer, api } from './client'

/** The languages in which customers' texts are written, the installation's own first. */
export function useContentLocales(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['languages'],
    queryFn: () => answer(api.GET('/api/v1/languages')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.items.map(({ tag }) => tag) ?? ['en', 'cs', 'de', 'pl', 'sk']
}
