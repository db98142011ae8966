import { useQuery } from '@tanstack/react-query'
import { answer, api, type Answer } from '../api/client'

type Names = Answer<'/api/v1/theming', 'get'>
const NONE: Pick<Names, 'classNotes' | 'properties' | 'tags'> = { classNotes: [], properties: [], tags: [] }

/** What header and styles of a page may use, for completion. */
export function useStyleNames(): typeof NONE {
  const { data } = useQuery({
    queryKey: ['theming'],
    queryFn: () => answer(api.GET('/api/v1/theming')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? NONE
}
