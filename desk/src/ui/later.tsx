import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Whether what is out of sight may be there: once what is in sight is about to be painted, and without holding up a key. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setLater(true)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return isLater
}

/** What is out of sight at first, so that what is in sight does not wait for it. */
export function Later({ children }: { children: ReactNode }) {
  return useLater() ? children : null
}
