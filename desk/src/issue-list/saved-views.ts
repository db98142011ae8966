import { useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Answer } from '../api/client'
import { ifMatch } from '../api/source'
import { conditionsOf, type ListState, readState } from './state'
import type { Tab } from './view-tabs'

export type SavedView = Answer<'/api/v1/saved-views', 'get'>['items'][number]
type Content = { name: string; shared: boolean; state: ListState }
const KEY = ['saved-views']

/** The views that somebody keeps, and those that are shared with them; nothing waits for them. */
export function useSavedViews(): readonly SavedView[] {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/v1/saved-views')),
    staleTime: 60_000,
  })
  return data?.items ?? []
}

export function tabOf({ id, name, conditions }: SavedView): Tab {
  return { key: id, name, state: conditionsOf(readState(conditions)) }
}

/** What is done to views; each throws what the API refuses. */
export function useViewActs() {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: KEY })
  const put = (view: SavedView, part: Partial<SavedView>) =>
    answer(
      api.PUT('/api/v1/saved-views/{id}', {
        params: { path: { id: view.id }, header: ifMatch(view.etag) },
        body: { ...view, ...part },
      }),
    )
  return {
    create: async ({ name, shared, state }: Content): Promise<SavedView> => {
      const body = { name, shared, conditions: textsIn(state) }
      const made = await answer(api.POST('/api/v1/saved-views', { body }))
      await refresh()
      return made
    },
    edit: async (view: SavedView, part: { name: string; shared: boolean }) => {
      await put(view, part)
      await refresh()
    },
    keep: async (view: SavedView, state: ListState) => {
      await put(view, { conditions: textsIn(state) })
      await refresh()
    },
    remove: async ({ id, etag }: SavedView) => {
      await answer(
        api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id }, header: ifMatch(etag) } }),
      )
      await refresh()
    },
    /** Puts a view in the place of another, which comes into its own. */
    swap: async (view: SavedView, other: SavedView) => {
      // Views that were made at once may stand at one place.
      const place = other.position === view.position ? other.position + 1 : other.position
      await put(view, { position: place })
      await put(other, { position: view.position })
      await refresh()
    },
  }
}

/** A view stands among others of its kind: those of all, or one's own. */
export function besides(views: readonly SavedView[], view: SavedView, by: -1 | 1): SavedView | undefined {
  const kind = views.filter(({ shared }) => shared === view.shared)
  const other = kind[kind.indexOf(view) + by]
  return view.mayChange && other?.mayChange ? other : undefined
}

function textsIn(state: ListState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(conditionsOf(state)).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}
