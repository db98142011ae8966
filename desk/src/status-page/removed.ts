import { createContext, useContext, useMemo } from 'react'
import { useTexts } from '../texts'
import type { CodeMark } from '../ui'
import { removedPlaces } from './removed-places'

export type Removed = { path: string; what: string; why: string }

/** What the server takes out of the settings as they stand in the form; the preview tells it. */
export const RemovedNow = createContext<readonly Removed[]>([])

/** The places in a text of the settings, like `css` or `header.cs`, of which nothing stays. */
export function useRemovedMarks(path: string, text: string): readonly CodeMark[] {
  const removed = useContext(RemovedNow)
  const { problems } = useTexts()
  return useMemo(
    () =>
      removed
        .filter((one) => one.path === path)
        .flatMap(({ what, why }) =>
          removedPlaces(text, what).map((range) => ({
            ...range,
            about: `${what}: ${problems.message(why)}`,
          })),
        ),
    [removed, path, text, problems],
  )
}
