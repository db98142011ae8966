import { Link } from '@tanstack/react-router'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { isSameList, type ListState } from './state'

export type Tab = { key: string; name: string; state: ListState }

/** The views as tabs; the one is current whose list this is, or from which it was changed. */
export function ViewTabs({ tabs, state }: { tabs: readonly Tab[]; state: ListState }) {
  const texts = useTexts().issueList
  const current = currentOf(tabs, state)
  return (
    <nav className="desk-tabs list-tabs" aria-label={texts.views}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to="/issues"
          search={linkSearch(searchOf(tab))}
          className="desk-tab"
          activeProps={{}}
          aria-current={tab === current ? 'page' : undefined}
        >
          {tab.name}
        </Link>
      ))}
    </nav>
  )
}

/** What stands in the address for a view: its name and all it says, so that the address holds when the view goes. */
export function searchOf({ key, state }: Tab): Record<string, string> {
  return { ...(key === 'open' ? {} : { view: key }), ...state } as Record<string, string>
}

export function currentOf(tabs: readonly Tab[], state: ListState): Tab | undefined {
  return tabs.find(({ key }) => key === state.view) ?? tabs.find((tab) => isSameList(tab.state, state))
}

/** The views that every desk has. */
export function useBuiltInTabs(): Tab[] {
  const texts = useTexts().issueList.builtIn
  return [
    { key: 'open', name: texts.open, state: {} },
    { key: 'mine', name: texts.mine, state: { handler: 'me' } },
    { key: 'unassigned', name: texts.unassigned, state: { handler: 'none' } },
    { key: 'late', name: texts.late, state: { due: 'late' } },
  ]
}
