import type { ReactNode } from 'react'

/** Holds what may be wider than the screen, like a table: it scrolls, and the page does not. */
export function Scrolling({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // What scrolls has to be reached by the keyboard (WCAG 2.1.1), also where nothing in it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={`desk-table-scroll ${className}`} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
