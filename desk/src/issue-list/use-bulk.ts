import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { useTexts } from '../texts'
import { offerUndo } from '../work'
import { changeBatch } from './bulk-calls'
import { BATCH, batches, type BulkChange, type Outcome, takenBack } from './bulk'

type Progress = { done: number; of: number }

/** Changes issues a few at a time, says how far it is, and offers to take it back. */
export function useBulk(doneText: (changed: number) => string) {
  const texts = useTexts().issueList.bulk
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const isStopped = useRef(false)
  const refresh = () =>
    Promise.all(
      [['issues'], ['issue'], ['overview']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )

  const run = async (numbers: readonly string[], change: BulkChange): Promise<void> => {
    isStopped.current = false
    const outcomes: Outcome[] = []
    setProgress({ done: 0, of: numbers.length })
    try {
      for (const batch of batches(numbers, BATCH)) {
        if (isStopped.current) break
        outcomes.push(...(await changeBatch(batch, change, crypto.randomUUID())))
        setProgress({ done: outcomes.length, of: numbers.length })
      }
    } finally {
      setProgress(null)
      if (outcomes.length > 0) {
        const said = saidOf(outcomes, numbers.length - outcomes.length)
        offerUndo(said, () => undo(outcomes, change))
      }
      void refresh()
    }
  }
  const saidOf = (outcomes: readonly Outcome[], left: number): string => {
    const failed = outcomes.filter(({ ok }) => !ok).length
    return [
      doneText(outcomes.filter(({ changed }) => changed).length),
      failed > 0 && texts.failed(failed),
      left > 0 && texts.left(left),
    ]
      .filter(Boolean)
      .join(' ')
  }
  const undo = async (outcomes: readonly Outcome[], change: BulkChange): Promise<string> => {
    const { back, failed } =
      'to' in change && change.to ? await undoMoves(outcomes) : await undoHandlers(outcomes)
    void refresh()
    return [texts.undone(back), failed > 0 && texts.notUndone(failed)].filter(Boolean).join(' ')
  }
  return { progress, run, stop: () => (isStopped.current = true) }
}

async function undoHandlers(outcomes: readonly Outcome[]) {
  const undone: Outcome[] = []
  for (const [handler, numbers] of takenBack(outcomes))
    for (const batch of batches(numbers, BATCH))
      undone.push(...(await changeBatch(batch, { handler }, crypto.randomUUID())))
  const back = undone.filter(({ ok }) => ok).length
  return { back, failed: undone.length - back }
}

/** One after another; what somebody moved on meanwhile stays there and is counted. */
async function undoMoves(outcomes: readonly Outcome[]) {
  let [back, failed] = [0, 0]
  for (const { number, changed } of outcomes) {
    if (!changed) continue
    try {
      await answer(api.POST('/api/v1/issues/{number}/undo', { params: { path: { number } } }))
      back++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      failed++
    }
  }
  return { back, failed }
}
