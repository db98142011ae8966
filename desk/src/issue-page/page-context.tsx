import { createContext, useContext } from 'react'
import { useMay } from '../api/session'
import { useNames, type Workplace, type WorkType } from '../work'
import type { Loaded } from './issue'

type OnPage = { loaded: Loaded; workplace: Workplace; isReady: boolean }

const Context = createContext<OnPage | null>(null)

/** The issue that the page shows, for all its parts. */
export const PageContext = Context.Provider

/** The issue of this page with what is known about it; `may` tells whether one may change it now. */
export function useOnPage() {
  const page = useContext(Context)
  if (!page) throw new Error('a part of the issue page stands outside of it')
  const names = useNames(page.workplace)
  const mayWrite = useMay('issues:write')
  const { value: issue } = page.loaded
  const type: WorkType | undefined = names.typeOf(issue.type)
  return { ...page, issue, number: issue.number, names, type, may: mayWrite && page.isReady }
}
