import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Whoever has not typed for so long is thinking. */
const WRITES_FOR = 15_000

let writingAt: string | null = null
const listeners = new Set<() => void>()
const setWritingAt = (number: string | null): void => {
  if (writingAt === number) return
  writingAt = number
  for (const listener of listeners) listener()
}

/** Lets others see that one writes at an issue, while a text changes. */
export function useWriting(number: string, text: string): void {
  const before = useRef({ number, text })
  useEffect(() => {
    const was = before.current
    const isTyped = was.number === number && was.text !== text && text.trim() !== ''
    before.current = { number, text }
    setWritingAt(isTyped ? number : null)
    if (!isTyped) return
    const timer = setTimeout(() => setWritingAt(null), WRITES_FOR)
    return () => clearTimeout(timer)
  }, [number, text])
  useEffect(() => () => setWritingAt(null), [])
}

/** Whether one writes at an issue. */
export function useIsWriting(number: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => writingAt === number,
  )
}
