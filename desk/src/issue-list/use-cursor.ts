import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../texts'
import { lastOpened, useKeys } from '../work'
import type { BulkKind } from './bulk'
import type { RowActs } from './grid-row'
import type { useSelection } from './use-selection'

type Props = {
  numbers: readonly string[]
  open: (number: string) => void
  selection: ReturnType<typeof useSelection>
  mayChoose: boolean
  /** Asks for a change of what is chosen, else of the issue at the cursor. */
  ask: (what: BulkKind, here: string | null) => void
}

/** The issue that keys are about; it begins at the one that was looked at last. */
export function useCursor({ numbers, open, selection, mayChoose, ask }: Props) {
  const texts = useTexts().issueList.keys
  const [pointed, setPointed] = useState<string | null>(lastOpened)
  const wantsFocus = useRef(false)
  const at = pointed === null ? -1 : numbers.indexOf(pointed)
  useEffect(() => {
    if (!wantsFocus.current || pointed === null) return
    wantsFocus.current = false
    // The row is there once the list has scrolled to it.
    const frame = requestAnimationFrame(() => rowOf(pointed)?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [pointed])
  const step = (by: number) => {
    const next = numbers[at < 0 ? 0 : Math.min(numbers.length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    wantsFocus.current = true
    if (next === pointed) rowOf(next)?.focus()
    setPointed(next)
  }
  const latestStep = useRef(step)
  useEffect(() => {
    latestStep.current = step
  })
  const here = at < 0 ? null : pointed
  const { choose, clear, chosen } = selection
  useKeys([
    { keys: 'j', does: texts.next, run: () => step(1) },
    { keys: 'k', does: texts.previous, run: () => step(-1) },
    { keys: 'o', does: texts.open, run: () => here && open(here) },
    ...(mayChoose
      ? [
          { keys: 'x', does: texts.choose, run: () => here && choose(here, false) },
          { keys: 'a', does: texts.assign, run: () => ask('assign', here) },
          { keys: 'm', does: texts.move, run: () => ask('move', here) },
        ]
      : []),
    ...(chosen.size > 0
      ? [{ keys: 'Escape', does: texts.clear, run: () => isSomethingOpen() || clear() }]
      : []),
  ])
  const point = useCallback((number: string) => setPointed(number), [])
  const acts = useMemo<RowActs>(
    () => ({ open, choose, point, step: (by) => latestStep.current(by) }),
    [open, choose, point],
  )
  return { pointed: here, acts }
}

function rowOf(number: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-number="${CSS.escape(number)}"]`)
}

/** A menu that is open takes Escape for itself. */
function isSomethingOpen(): boolean {
  return document.querySelector('[role="listbox"], [role="menu"], [role="dialog"]') !== null
}
