import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, type Tagged, tagged } from '../api/client'
import { moveIssue } from '../issue-page/move'
import { undoMove } from '../issue-page/undo'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { type Issue, offerUndo, useNames, type Workplace } from '../work'
import { type ColumnPages, replaced, withIssue, without } from './column-pages'
import { BOARD_KEY, columnKey } from './use-column'
import type { BoardFilter } from './filter'
import type { Given } from './needs-dialog'

/** Changes of cards: shown at once, and taken back with the reason where they are refused. */
export function useChange(workplace: Workplace, type: string, filter: BoardFilter) {
  const queries = useQueryClient()
  const { board: texts, issuePage } = useTexts()
  const names = useNames(workplace)
  const problemText = useProblemText()
  const last = useRef<(() => Promise<string>) | null>(null)

  const show = (step: string, change: (pages: ColumnPages) => ColumnPages) =>
    queries.setQueriesData<ColumnPages>({ queryKey: columnKey(type, step, filter) }, (pages) =>
      pages ? change(pages) : pages,
    )
  const asItWas = (columns: [QueryKey, ColumnPages | undefined][]) => {
    for (const [key, pages] of columns) queries.setQueryData(key, pages)
  }
  const known = async (answered: Tagged<Issue>, steps: readonly string[]) => {
    queries.setQueryData(['issue', answered.value.number], answered)
    void queries.invalidateQueries({ queryKey: ['issue', answered.value.number] })
    await queries.invalidateQueries({ queryKey: ['issues'], refetchType: 'none' })
    void queries.invalidateQueries({ queryKey: ['overview'] })
    await Promise.all(
      steps.map((step) => queries.refetchQueries({ queryKey: columnKey(type, step, filter) })),
    )
  }
  /** Shows a change, makes it, and takes it back where it is refused; answers why it was refused. */
  const attempt = async (
    steps: readonly string[],
    shown: () => void,
    call: () => Promise<Tagged<Issue>>,
  ): Promise<unknown> => {
    await queries.cancelQueries({ queryKey: BOARD_KEY })
    const before = queries.getQueriesData<ColumnPages>({ queryKey: BOARD_KEY })
    shown()
    try {
      await known(await call(), steps)
      return null
    } catch (error) {
      asItWas(before)
      void queries.invalidateQueries({ queryKey: BOARD_KEY })
      return error
    }
  }

  /** Answers what to say afterwards. */
  const undo = async (issue: Issue, to: string): Promise<string> => {
    let sent = 0
    const refused = await attempt(
      [issue.step, to],
      () => {
        show(to, (pages) => without(pages, issue.number))
        show(issue.step, (pages) => withIssue(without(pages, issue.number), issue))
      },
      async () => {
        const { saved, sentAlready } = await undoMove(issue.number)
        sent = sentAlready
        return saved
      },
    )
    if (refused) return problemText(refused)
    return sent > 0 ? issuePage.move.undone(sent) : texts.undone(issue.number, names.step(type, issue.step))
  }
  return {
    /** Answers why it was refused. */
    move: async (issue: Issue, to: string, given: Given = {}): Promise<unknown> => {
      const category = names.stepOf(type, to)?.category ?? issue.category
      const refused = await attempt(
        [issue.step, to],
        () => {
          show(issue.step, (pages) => without(pages, issue.number))
          show(to, (pages) => withIssue(pages, { ...issue, step: to, category }))
        },
        () => moveIssue({ value: issue, etag: null }, to, { given, comment: '' }),
      )
      if (refused) return refused
      last.current = () => undo(issue, to)
      offerUndo(texts.moved(issue.number, names.step(type, to)), last.current, issue.number)
      return null
    },
    undoLast: async (): Promise<void> => {
      const said = await last.current?.()
      last.current = null
      if (said) notify(said)
    },
    assign: async (issue: Issue, handler: Issue['handler']): Promise<void> => {
      const refused = await attempt(
        [issue.step],
        () => show(issue.step, (pages) => replaced(pages, { ...issue, handler })),
        () =>
          tagged(
            api.PATCH('/api/v1/issues/{number}', {
              params: { path: { number: issue.number } },
              body: { handler: handler?.id ?? null },
            }),
          ),
      )
      notify(refused ? problemText(refused) : texts.assigned(issue.number, handler?.name ?? null))
    },
  }
}
