import { useEffect, useState } from 'react'
import { sessionNow } from '../api/session'

/** To the customer, or for colleagues: two texts that never mix. */
export type Mode = 'public' | 'note'
export type Draft = { text: string; template: string | null }

const NONE: Draft = { text: '', template: null }

/** What somebody has begun to write about an issue, kept in this window for each of the two modes until it is sent. */
export function useDrafts(number: string) {
  const [drafts, setDrafts] = useState(() => readAll(number))
  const [shownFor, setShownFor] = useState(number)
  if (shownFor !== number) {
    setShownFor(number)
    setDrafts(readAll(number))
  }
  useEffect(() => {
    if (shownFor !== number) return
    for (const mode of ['public', 'note'] as const) write(keyOf(number, mode), drafts[mode])
  }, [drafts, number, shownFor])
  return {
    drafts,
    change: (mode: Mode, part: Partial<Draft>) =>
      setDrafts((before) => ({ ...before, [mode]: { ...before[mode], ...part } })),
    forget: (mode: Mode) => setDrafts((before) => ({ ...before, [mode]: NONE })),
  }
}

export function isEmpty({ text, template }: Draft): boolean {
  return text.trim() === '' && template === null
}

/** Somebody else who signs in here does not see it. */
function keyOf(number: string, mode: Mode): string {
  return `reklamator-draft:${sessionNow()?.user.id ?? ''}:${number}:${mode}`
}

function readAll(number: string): Record<Mode, Draft> {
  return { public: read(keyOf(number, 'public')), note: read(keyOf(number, 'note')) }
}

function read(key: string): Draft {
  const stored = sessionStorage.getItem(key)
  if (stored === null) return NONE
  const { text, template } = JSON.parse(stored) as Record<keyof Draft, unknown>
  return {
    text: typeof text === 'string' ? text : '',
    template: typeof template === 'string' ? template : null,
  }
}

function write(key: string, draft: Draft): void {
  if (isEmpty(draft)) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify(draft))
}
