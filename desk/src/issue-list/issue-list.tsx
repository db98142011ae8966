import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Failed } from '../ui'
import { type Issue, useNames, type Workplace } from '../work'
import type { BulkKind } from './bulk'
import { BulkBar } from './bulk-bar'
import { BulkDialog } from './bulk-dialog'
import { columnsOf, csvOf } from './columns'
import { DENSITIES, useDensity } from './density'
import { FilterBar } from './filter-bar'
import { FilterDrawer } from './filter-drawer'
import { IssueCards } from './issue-cards'
import { GridSkeleton, IssueGrid } from './issue-grid'
import { useCount } from './issues'
import { useListState } from './list-context'
import { ListHead } from './list-head'
import { NothingFound } from './nothing-found'
import { tabOf, useSavedViews } from './saved-views'
import { dayIn, DEFAULT_SORT, queryOf } from './state'
import { useCursor } from './use-cursor'
import { useIssues } from './use-issues'
import { useOpening } from './use-opening'
import { useSelection } from './use-selection'
import { ViewActions } from './view-actions'
import { currentOf, useBuiltInTabs, ViewTabs } from './view-tabs'

/** Below this a table has no room. */
const NARROW = '(max-width: 767.9px)'

export function IssueList({ workplace }: { workplace: Workplace }) {
  const texts = useTexts().issueList
  const names = useNames(workplace)
  const { state, set } = useListState()
  const views = useSavedViews()
  const tabs = [...useBuiltInTabs(), ...views.map(tabOf)]
  const { locale } = useFormat()
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  const [density, setDensity] = useDensity()
  const mayWrite = useMay('issues:write')
  const query = useMemo(() => queryOf(state, dayIn(workplace.timeZone, new Date())), [state, workplace])
  const found = useIssues(query)
  const count = useCount(query).data
  const { issues } = found
  const numbers = useMemo(() => issues.map(({ number }) => number), [issues])
  const open = useOpening(numbers)
  const selection = useSelection(numbers, query)
  const [asked, setAsked] = useState<{ kind: BulkKind; issues: Issue[] } | null>(null)
  const ask = (kind: BulkKind, here: string | null) => {
    const about = selection.chosen.size > 0 ? selection.chosen : new Set(here === null ? [] : [here])
    const concerned = issues.filter(({ number }) => about.has(number))
    if (concerned.length > 0) setAsked({ kind, issues: concerned })
  }
  const cursor = useCursor({ numbers, open, selection, mayChoose: mayWrite, ask })
  const columns = useMemo(
    () => columnsOf(workplace, names, state),
    // The names follow from the workplace and the language, which the texts stand for.
    // oxlint-disable-next-line react/exhaustive-deps
    [workplace, state, texts],
  )
  const current = currentOf(tabs, state)
  useEffect(() => {
    document.title = `${current?.name ?? texts.title} · Reklamator`
  }, [current?.name, texts])
  const shared = {
    workplace,
    issues,
    isStale: found.isPlaceholderData,
    hasMore: found.hasNextPage,
    isLoading: found.isFetchingNextPage,
    loadMore: found.fetchNextPage,
  }
  const height = DENSITIES[density]
  return (
    <div className="list-page">
      <ListHead
        state={state}
        set={set}
        count={count}
        csv={csvOf(query, columns, locale)}
        density={isNarrow ? null : { value: density, onChange: setDensity }}
      />
      <ViewTabs tabs={tabs} current={current}>
        <ViewActions state={state} current={current} views={views} />
      </ViewTabs>
      {selection.chosen.size > 0 ? (
        <BulkBar
          chosen={selection.chosen.size}
          loaded={issues.length}
          onAsk={(kind) => ask(kind, null)}
          onAll={selection.chooseAll}
          onClear={selection.clear}
        />
      ) : isNarrow ? (
        <FilterDrawer workplace={workplace} state={state} set={set} />
      ) : (
        <FilterBar workplace={workplace} state={state} set={set} />
      )}
      {found.error && issues.length === 0 ? (
        <Failed error={found.error} again={() => void found.refetch()} />
      ) : found.isPending ? (
        <GridSkeleton columns={columns} height={height} />
      ) : issues.length === 0 ? (
        <NothingFound state={state} set={set} />
      ) : isNarrow ? (
        <IssueCards {...shared} open={open} onSight={found.look} />
      ) : (
        <IssueGrid
          {...shared}
          columns={columns}
          height={height}
          sort={state.sort ?? DEFAULT_SORT}
          onSort={(sort) => set({ sort: sort === DEFAULT_SORT ? null : sort })}
          pointed={cursor.pointed}
          selection={selection.chosen}
          mayChoose={mayWrite}
          onAll={selection.toggleAll}
          acts={cursor.acts}
          onSight={found.look}
        />
      )}
      {asked && (
        <BulkDialog
          {...asked}
          workplace={workplace}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            selection.clear()
          }}
        />
      )}
    </div>
  )
}
