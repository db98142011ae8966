import { Button } from '@mantine/core'
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
}

/** The list where the window is narrow: two lines for each issue. */
export function IssueCards({ workplace, issues, isStale, hasMore, isLoading, loadMore, open }: Props) {
  const { issueList: texts, common } = useTexts()
  const names = useNames(workplace)
  const textOf = useValueText(workplace)
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
                  <DeadlineChip issue={issue} />
                </span>
                <span className="list-card-line">
                  <span className="list-text list-dim">
                    {issue.number}
                    {about && ` · ${about}`}
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
