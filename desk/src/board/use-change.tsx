import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, type Tagged, tagged } from '../api/client'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { type Issue, useNames, type Workplace } from '../work'
import { type ColumnPages, replaced, withIssue, without } from './column-pages'
import { BOARD_KEY, columnKey } from './use-column'
import type { BoardFilter } from './filter'

/** Changes of cards: shown at once, and taken back with the reason where they are refused. */
export function useChange(workplace: Workplace, type: string, filter: BoardFilter) {
  const queries = useQueryClient()
  const { board: texts } = useTexts()
  const names = useNames(workplace)
  const problemText = useProblemText()
  const last = useRef<{ id: string; undo: () => Promise<void> } | null>(null)

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
  /** Shows a change, makes it, and takes it back where it is refused; answers whether it was made. */
  const attempt = async (
    steps: readonly string[],
    shown: () => void,
    call: () => Promise<Tagged<Issue>>,
  ): Promise<boolean> => {
    await queries.cancelQueries({ queryKey: BOARD_KEY })
    const before = queries.getQueriesData<ColumnPages>({ queryKey: BOARD_KEY })
    shown()
    try {
      await known(await call(), steps)
      return true
    } catch (error) {
      asItWas(before)
      notify(problemText(error))
      void queries.invalidateQueries({ queryKey: BOARD_KEY })
      return false
    }
  }

  const undo = async (issue: Issue, to: string) => {
    const back = { ...issue }
    const isBack = await attempt(
      [issue.step, to],
      () => {
        show(to, (pages) => without(pages, issue.number))
        show(issue.step, (pages) => withIssue(without(pages, issue.number), back))
      },
      () =>
        tagged(
          api.POST('/api/v1/issues/{number}/undo' as '/api/v1/issues/{number}/transitions', {
            params: { path: { number: issue.number } },
            body: {} as { to: string },
          }),
        ),
    )
    if (isBack) notify(texts.undone(issue.number, names.step(type, issue.step)))
  }
  return {
    move: async (issue: Issue, to: string, values?: Readonly<Record<string, unknown>>): Promise<boolean> => {
      const category = names.stepOf(type, to)?.category ?? issue.category
      const isMoved = await attempt(
        [issue.step, to],
        () => {
          show(issue.step, (pages) => without(pages, issue.number))
          show(to, (pages) => withIssue(pages, { ...issue, step: to, category }))
        },
        () =>
          tagged(
            api.POST('/api/v1/issues/{number}/transitions', {
              params: { path: { number: issue.number } },
              body: { to, ...(values ? { values } : {}) },
            }),
          ),
      )
      if (isMoved)
        last.current = offerUndo(texts.moved(issue.number, names.step(type, to)), texts.undo, () =>
          undo(issue, to),
        )
      return isMoved
    },
    undoLast: () => {
      if (last.current) notifications.hide(last.current.id)
      void last.current?.undo()
      last.current = null
    },
    assign: async (issue: Issue, handler: Issue['handler']): Promise<boolean> => {
      const isAssigned = await attempt(
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
      if (isAssigned) notify(texts.assigned(issue.number, handler?.name ?? null))
      return isAssigned
    },
  }
}

function offerUndo(message: string, label: string, undo: () => Promise<void>) {
  const id = notifications.show({
    autoClose: 10_000,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" className="desk-wrap">
          {message}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            void undo()
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  })
  return { id, undo }
}
