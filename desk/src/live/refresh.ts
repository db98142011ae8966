import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from './shared-stream'
import { hearPresence } from './use-presence'

const LISTS_EVERY = 1_000
const LISTS = [['issues'], ['overview']] as const
const ALL = [['issue'], ['workplace'], ['notices'], ['saved-views'], ...LISTS] as const

/** Answers what reads anew what an event makes old; only what is on the screen is asked for at once. */
export function refreshing(queries: QueryClient): { heard: (event: LiveEvent) => void; end: () => void } {
  const forget = (key: readonly unknown[]) => void queries.invalidateQueries({ queryKey: key })
  const lists = seldom(() => LISTS.forEach(forget), LISTS_EVERY)
  return {
    end: lists.end,
    heard: ({ event, data }) => {
      if (event === 'issue') {
        const { number, kind } = data as { number: string; kind: string }
        forget(kind === 'delivery' ? ['issue', number, 'deliveries'] : ['issue', number])
        if (kind !== 'delivery') lists.run()
      }
      if (event === 'configuration') forget(['workplace'])
      if (event === 'notice') forget(['notices'])
      if (event === 'presence') {
        const { number, people } = data as { number: string; people: unknown }
        hearPresence(queries, number, people)
      }
      if (event === 'reset') ALL.forEach(forget)
      // What is still being read is as new as the stream.
      if (event === 'opened')
        for (const queryKey of ALL) void queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
    },
  }
}

/** Runs at once, and then not more often than told; the last call is never lost. */
function seldom(run: () => void, every: number): { run: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsked = false
  const again = (): void => {
    timer = undefined
    if (isAsked) start()
  }
  const start = (): void => {
    isAsked = false
    run()
    timer = setTimeout(again, every)
  }
  return {
    run: () => {
      if (timer === undefined) start()
      else isAsked = true
    },
    end: () => clearTimeout(timer),
  }
}
