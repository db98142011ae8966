import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { isSameList, type ListState } from './state'

export type Tab = { key: string; name: string; state: ListState }
const FIRST = 'open'

/** The views as tabs; the one is current whose list this is, or from which it was changed. */
export function ViewTabs({
  tabs,
  current,
  children,
}: {
  tabs: readonly Tab[]
  current: Tab | undefined
  /** What one does to the current view. */
  children?: ReactNode
}) {
  const texts = useTexts().issueList
  return (
    <div className="list-views">
      <nav className="desk-tabs list-tabs" aria-label={texts.views}>
        {tabs.map((tab) => (
          <TabLink key={tab.key} tab={tab} isCurrent={tab === current} />
        ))}
      </nav>
      {children}
    </div>
  )
}

function TabLink({ tab, isCurrent }: { tab: Tab; isCurrent: boolean }) {
  const router = useRouter()
  const to = { to: '/issues', search: linkSearch(searchOf(tab)) }
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void router.navigate(to)
  }
  return (
    <a
      href={router.buildLocation(to).href}
      className="desk-tab"
      aria-current={isCurrent ? 'page' : undefined}
      onClick={go}
    >
      {tab.name}
    </a>
  )
}

/** What stands in the address for a view: its name and all it says, so that the address holds when the view goes. */
export function searchOf({ key, state }: Tab): Record<string, string> {
  return { ...(key === FIRST ? {} : { view: key }), ...state }
}

/** The view that a list is named after, else the one that says the same, else that of all that is open. */
export function currentOf(tabs: readonly Tab[], state: ListState): Tab | undefined {
  return (
    tabs.find(({ key }) => key === state.view) ??
    tabs.find((tab) => isSameList(tab.state, state)) ??
    tabs.find(({ key }) => key === FIRST)
  )
}

/** The views that every desk has. */
export function useBuiltInTabs(): Tab[] {
  const texts = useTexts().issueList.builtIn
  return [
    { key: FIRST, name: texts.open, state: {} },
    { key: 'mine', name: texts.mine, state: { handler: 'me' } },
    { key: 'unassigned', name: texts.unassigned, state: { handler: 'none' } },
    { key: 'late', name: texts.late, state: { due: 'late' } },
    { key: 'awaited', name: texts.awaited, state: { answer: 'awaited' } },
  ]
}
