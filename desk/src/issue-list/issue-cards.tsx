import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTexts } from '../texts'
import { DeadlineChip, type Issue, issuePath, useNames, useValueText, type Workplace } from '../work'
import { Step } from './cell'

type Props = {
  workplace: Workplace
  issues: readonly Issue[]
  isStale: boolean
  hasMore: boolean
  isLoading: boolean
  loadMore: () => void
  open: (number: string) => void
  onSight: (from: number, to: number) => void
}

/** The list where the window is narrow: two lines for each issue. */
export function IssueCards({ workplace, issues, isStale, hasMore, isLoading, loadMore, ...rest }: Props) {
  const { open, onSight } = rest
  const { issueList: texts, common } = useTexts()
  const names = useNames(workplace)
  const textOf = useValueText(workplace)
  useEffect(() => onSight(0, issues.length), [onSight, issues.length])
  return (
    <>
      <ul
        className="desk-surface desk-list list-cards"
        aria-label={texts.list}
        data-stale={isStale || undefined}
      >
        {issues.map((issue) => {
          const { name, email, phone } = issue.contact
          const about = [textOf(issue, 'product'), issue.handler?.name].filter(Boolean).join(' · ')
          return (
            <li key={issue.number} className="list-card">
              <a
                href={`/desk${issuePath(issue.number)}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  open(issue.number)
                }}
              >
                <span className="list-card-line">
                  <strong className="list-text">{name || email || phone || texts.noContact}</strong>
                  <DeadlineChip issue={issue} isLight />
                </span>
                <span className="list-card-line">
                  <span className="list-card-about list-dim">
                    <span>{issue.number}</span>
                    {about && <span className="list-text">· {about}</span>}
                  </span>
                  <Step issue={issue} names={names} />
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {hasMore && (
        <Button variant="default" onClick={loadMore} loading={isLoading} style={{ alignSelf: 'center' }}>
          {common.more}
        </Button>
      )}
    </>
  )
}
