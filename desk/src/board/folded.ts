import { useState } from 'react'
import type { WorkType } from '../work'

const STORED_AS = 'reklamator-desk-board-folded'
type Kept = Record<string, Record<string, boolean>>

/** Which columns are folded, on this device: those where nothing is left to do, until somebody says otherwise. */
export function useFolded({ key: type, steps }: WorkType) {
  const [kept, setKept] = useState(read)
  const isFolded = (step: string): boolean =>
    kept[type]?.[step] ?? steps.find(({ key }) => key === step)?.category === 'done'
  const fold = (step: string) => {
    const next = { ...kept, [type]: { ...kept[type], [step]: !isFolded(step) } }
    localStorage.setItem(STORED_AS, JSON.stringify(next))
    setKept(next)
  }
  return { isFolded, fold }
}

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {}
  } catch {
    return {}
  }
}
