import { useNavigate } from '@tanstack/react-router'
import { flushSync } from 'react-dom'
import { useTexts } from '../texts'
import { issuePath, neighbours, useKeys } from '../work'
import { useOnPage } from './page-context'

/**
 * The keys of the issue page besides those of its steps and its conversation.
 * @param showFacts brings the facts on the screen where they share it with the work
 */
export function usePageKeys(showFacts: () => void): void {
  const texts = useTexts().issuePage.keys
  const { number } = useOnPage()
  const navigate = useNavigate()
  const walk = neighbours(number)
  const go = (to: string | null | undefined) => {
    if (to) void navigate({ to: issuePath(to) })
  }
  const edit = (member: string) => {
    flushSync(showFacts)
    document.querySelector<HTMLElement>(`${member} button.issue-value`)?.click()
  }
  useKeys([
    { keys: 'j', does: texts.next, run: () => go(walk?.next) },
    { keys: 'k', does: texts.previous, run: () => go(walk?.previous) },
    { keys: 'u', does: texts.back, run: () => void navigate({ href: hrefOf(walk?.address ?? '/issues') }) },
    { keys: 'a', does: texts.assign, run: () => edit('[data-member="handler"]') },
    { keys: 'e', does: texts.edit, run: () => edit('[data-member^="values."]') },
  ])
}

/** Addresses of lists are kept as they stand within the desk. */
function hrefOf(address: string): string {
  return address.startsWith('/desk') ? address : `/desk${address}`
}
