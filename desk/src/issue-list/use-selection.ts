import { useCallback, useEffect, useRef, useState } from 'react'
import { extended, type Selection, toggled } from './selection'

const NONE: Selection = new Set()

/** Which issues are chosen. Another filter begins anew, so that nothing is changed that is not in sight. */
export function useSelection(numbers: readonly string[], query: Readonly<Record<string, string>>) {
  const [chosen, setChosen] = useState(NONE)
  const last = useRef<string | null>(null)
  const order = useRef(numbers)
  useEffect(() => {
    order.current = numbers
  }, [numbers])
  const { sort: _, ...filter } = query
  const about = JSON.stringify(filter)
  const [chosenFor, setChosenFor] = useState(about)
  if (chosenFor !== about) {
    setChosenFor(about)
    setChosen(NONE)
  }
  const choose = useCallback((number: string, extend: boolean) => {
    const from = last.current
    last.current = number
    setChosen((now) => (extend ? extended(now, order.current, from, number) : toggled(now, number)))
  }, [])
  const clear = useCallback(() => setChosen(NONE), [])
  const chooseAll = useCallback(() => setChosen(new Set(order.current)), [])
  const toggleAll = useCallback(
    () => setChosen((now) => (now.size >= order.current.length ? NONE : new Set(order.current))),
    [],
  )
  return { chosen, choose, clear, chooseAll, toggleAll }
}
