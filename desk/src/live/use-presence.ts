import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, answer, api } from '../api/client'
import { sessionNow } from '../api/session'
import { useIsWriting } from './writing'

export type Present = Answer<'/api/v1/issues/{number}/presence', 'put'>['people'][number]

const SAID_EVERY = 20_000
/** Tells the windows of one browser apart. */
const TAB = crypto.getRandomValues(new Uint32Array(2)).join('-')

/** Where it is kept who is at an issue. */
export function presenceKey(number: string): readonly unknown[] {
  return ['presence', number]
}

/** What says on each screen that one is there. */
const saying = new Set<() => void>()
let heard = 0

/** Takes over what the server tells of who is at an issue; an answer that was on its way meanwhile is older. */
export function hearPresence(queries: QueryClient, number: string, people: unknown): void {
  heard++
  queries.setQueryData(presenceKey(number), people)
}

/** Says anew that one is there, and learns who else is: who came while the server was not heard was told to nobody. */
export function sayPresence(): void {
  for (const say of saying) say()
}

/** Lets others see that one looks at an issue, or writes, for as long as its screen is there and in sight. */
export function usePresence(number: string): void {
  const queries = useQueryClient()
  const state: Present['state'] = useIsWriting(number) ? 'writing' : 'looking'
  useEffect(() => {
    const say = (): void => {
      if (document.visibilityState !== 'visible') return
      const path = { number }
      const before = heard
      answer(
        api.PUT('/api/v1/issues/{number}/presence', { params: { path }, body: { state, tab: TAB } }),
      ).then(
        ({ people }) => heard === before && queries.setQueryData(presenceKey(number), people),
        // It is said again.
        () => {},
      )
    }
    const sayOrLeave = () => (document.visibilityState === 'visible' ? say() : leave(number))
    const leaveNow = () => leave(number)
    say()
    saying.add(say)
    const timer = setInterval(say, SAID_EVERY)
    document.addEventListener('visibilitychange', sayOrLeave)
    window.addEventListener('pagehide', leaveNow)
    return () => {
      clearInterval(timer)
      saying.delete(say)
      document.removeEventListener('visibilitychange', sayOrLeave)
      window.removeEventListener('pagehide', leaveNow)
    }
  }, [number, state, queries])
  useEffect(() => () => leave(number), [number])
}

/** Outlives the window that it is sent from. */
function leave(number: string): void {
  const session = sessionNow()
  if (!session) return
  void fetch(`/api/v1/issues/${encodeURIComponent(number)}/presence?tab=${TAB}`, {
    method: 'DELETE',
    keepalive: true,
    headers: { 'x-csrf-token': session.csrf },
  }).catch(() => {})
}
