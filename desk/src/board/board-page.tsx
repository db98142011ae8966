import './board.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTexts } from '../texts'
import { Empty, Loaded, Page } from '../ui'
import { useWorkplace, type Workplace } from '../work'
import { Board } from './board'
import type { BoardFilter } from './filter'
import { FilterBar } from './filter-bar'

const STORED_AS = 'reklamator-desk-board-type'

/** The issues of a type as cards in the columns of their steps. */
export function BoardPage() {
  const query = useWorkplace()
  const texts = useTexts().board
  if (!query.data)
    return (
      <Page title={texts.title} width="100%">
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return <BoardOf workplace={query.data} />
}

function BoardOf({ workplace }: { workplace: Workplace }) {
  const texts = useTexts().board
  const navigate = useNavigate()
  const { type: asked, ...filter }: { type?: string } & BoardFilter = useSearch({ strict: false })
  const known = (key: string | null | undefined) => workplace.types.find((type) => type.key === key)
  const type = known(asked) ?? known(localStorage.getItem(STORED_AS)) ?? workplace.types[0]
  const key = type?.key
  useEffect(() => {
    if (!key) return
    localStorage.setItem(STORED_AS, key)
    if (asked !== key) void navigate({ to: '.', search: { ...filter, type: key }, replace: true })
  })
  if (!type)
    return (
      <Page title={texts.title} width="100%">
        <Empty>{texts.noTypes}</Empty>
      </Page>
    )
  const change = (part: Record<string, string | undefined>) => {
    const search = Object.entries({ type: type.key, ...filter, ...part }).filter(([, value]) => value)
    void navigate({ to: '.', search: Object.fromEntries(search), replace: true })
  }
  return (
    <Page
      title={texts.title}
      width="100%"
      actions={<FilterBar type={type.key} filter={filter} workplace={workplace} onChange={change} />}
    >
      <Board key={type.key} type={type} filter={filter} workplace={workplace} />
    </Page>
  )
}
