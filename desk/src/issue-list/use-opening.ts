import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { issuePath, rememberOpened, rememberWalk } from '../work'

/** Opens an issue, and remembers the list that it is opened from. */
export function useOpening(numbers: readonly string[]): (number: string) => void {
  const router = useRouter()
  const latest = useRef(numbers)
  useEffect(() => {
    latest.current = numbers
  }, [numbers])
  const first = numbers[0]
  useEffect(() => {
    // So that the first issue opens as fast as the others.
    if (first) void router.preloadRoute({ to: issuePath(first) })
    // oxlint-disable-next-line react/exhaustive-deps
  }, [router, first === undefined])
  return useCallback(
    (number: string) => {
      rememberWalk({ address: router.latestLocation.href, numbers: latest.current })
      rememberOpened(number)
      void router.navigate({ to: issuePath(number) })
    },
    [router],
  )
}
