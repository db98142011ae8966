import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { Empty } from '../ui'
import type { SetState } from './list-context'
import { ALL, isNarrowed, type ListState } from './state'

/** Why there is nothing, and the one thing to do about it. */
export function NothingFound({ state, set }: { state: ListState; set: SetState }) {
  const texts = useTexts().issueList
  const mayWrite = useMay('issues:write')
  if (!isNarrowed(state))
    return (
      <Empty
        action={
          <Button variant="default" onClick={() => set({ category: ALL })}>
            {texts.showDone}
          </Button>
        }
      >
        {texts.emptyOpen}
      </Empty>
    )
  if (
    state.category === ALL &&
    Object.keys(state).every((name) => ['category', 'view', 'sort'].includes(name))
  )
    return (
      <Empty
        action={
          mayWrite && (
            <Button component={Link} to="/issues/new">
              {texts.newIssue}
            </Button>
          )
        }
      >
        {texts.empty}
      </Empty>
    )
  const wider = state.q && !state.category
  return (
    <Empty
      action={
        <Button
          variant="default"
          onClick={() =>
            set(
              wider ? { category: ALL } : Object.fromEntries(Object.keys(state).map((name) => [name, null])),
            )
          }
        >
          {wider ? texts.searchDone : texts.filter.clear}
        </Button>
      }
    >
      {state.q ? texts.emptySearch(state.q) : texts.emptyFound}
    </Empty>
  )
}
