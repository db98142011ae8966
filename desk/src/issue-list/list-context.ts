import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { changed, type ListState } from './state'

/** The state of the list, and how a part of it is changed; the address is the only place that keeps it. */
export function useListState() {
  // The route reads its search with `readState`.
  const state: ListState = useSearch({ strict: false })
  const navigate = useNavigate()
  const set = useCallback(
    (part: { [K in keyof ListState]: string | null }, replace = false) =>
      void navigate({
        to: '.',
        search: (now: ListState) => changed(now, part),
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
  return { state, set }
}

export type SetState = ReturnType<typeof useListState>['set']
