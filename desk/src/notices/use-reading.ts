import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMarkRead } from './notices'

/** Who sees an issue has read what was to be told of it. */
export function useReading(unread: number): void {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const { mutate } = useMarkRead()
  const number = /^\/issues\/([^/]+)$/.exec(path)?.[1]
  const issue = number === undefined || number === 'new' ? null : decodeURIComponent(number)
  useEffect(() => {
    if (issue === null || unread === 0) return
    const read = (): void => {
      if (document.visibilityState === 'visible') mutate({ issue })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [issue, unread, mutate])
}
