import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { refreshing } from './refresh'
import { openSharedStream } from './shared-stream'
import { sayPresence } from './use-presence'

/** A moment without the server is nobody's business. */
const TOLD_AFTER = 5_000

let isLost = false
const listeners = new Set<() => void>()
const setLost = (lost: boolean): void => {
  isLost = lost
  for (const listener of listeners) listener()
}

/** Keeps what is on the screen as it is on the server, for as long as the frame of the desk is there. */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const { heard, end } = refreshing(queries)
    let timer: ReturnType<typeof setTimeout> | undefined
    const close = openSharedStream({
      heard,
      changed: (hearing) => {
        if (hearing === 'open') {
          clearTimeout(timer)
          timer = undefined
          setLost(false)
          sayPresence()
        } else
          timer ??= setTimeout(() => {
            setLost(true)
            // Whose session has ended is asked to sign in.
            void queries.invalidateQueries({ queryKey: ['notices'] })
          }, TOLD_AFTER)
      },
    })
    return () => {
      close()
      end()
      clearTimeout(timer)
      setLost(false)
    }
  }, [queries])
}

/** Whether the server has not been heard for some seconds. */
export function useIsLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLost,
  )
}
