import { useState } from 'react'
import { type Answer, answer, api } from '../api/client'
import { isSame } from '../api/merge'
import { Problem } from '../api/problem'
import type { RuleDraft } from './rules'

export type DryRunAnswer = Answer<'/api/v1/dry-runs', 'post'>
export type ErrorAt = (path: string, inside?: boolean) => string | undefined
export type DryRun = {
  run: () => Promise<void>
  isRunning: boolean
  answer: DryRunAnswer | null
  /** Whether the rule was changed since. */
  isStale: boolean
  error: unknown
  errorAt: ErrorAt
}

const MEMBER = 'rule.'

/** What a rule, as it is written at the moment, would have done in the last month. */
export function useDryRun(rule: RuleDraft): DryRun {
  const [isRunning, setRunning] = useState(false)
  const [tried, setTried] = useState<RuleDraft | null>(null)
  const [found, setFound] = useState<DryRunAnswer | null>(null)
  const [error, setError] = useState<unknown>(null)
  const run = async () => {
    setRunning(true)
    setError(null)
    try {
      const body = { rule: { ...rule, name: rule.name.trim() || '–' } }
      setFound(await answer(api.POST('/api/v1/dry-runs', { body })))
    } catch (failure) {
      setFound(null)
      setError(failure)
    } finally {
      setTried(rule)
      setRunning(false)
    }
  }
  const isStale = tried !== null && !isSame(tried, rule)
  const errors = error instanceof Problem && !isStale ? error.errors : []
  const errorAt: ErrorAt = (path, inside = false) =>
    errors.find((one) => one.path === MEMBER + path || (inside && one.path.startsWith(`${MEMBER}${path}.`)))
      ?.message
  return { run, isRunning, answer: found, isStale, error, errorAt }
}
