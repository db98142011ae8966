import type { UseQueryOptions } from '@tanstack/react-query'
import type { Tagged } from './client'
import type { Source } from './draft'

/** The query of a source: what `useQuery` needs to load it with its entity tag. */
export function sourceQuery<T>(source: Source<T>): Pick<UseQueryOptions<Tagged<T>>, 'queryKey' | 'queryFn'> {
  return { queryKey: source.key, queryFn: source.read }
}

/** The header of a change that must not overwrite what others saved meanwhile. */
export function ifMatch(etag: string | null): { 'If-Match'?: string } {
  return etag ? { 'If-Match': etag } : {}
}
