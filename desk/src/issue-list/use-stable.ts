import { useMemo } from 'react'

/** Keeps what is made anew at each rendering for as long as what it is made of stays, so that rows are not drawn in vain. */
export function useStable<T>(made: T, ...of: readonly unknown[]): T {
  // What it is made of says when it is another one.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => made, of)
}
