import { Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { DeadlineChip, issuePath, walkNow } from '../work'
import { knownIssue } from './issue'

/** The most that stand in the strip, around the issue that is open. */
const AROUND = 30

function comeIntoView(row: HTMLAnchorElement | null): void {
  row?.scrollIntoView({ block: 'nearest' })
}

/** The list one came from, beside the issue where there is room for it. */
export function WalkStrip({ number }: { number: string }) {
  const texts = useTexts().issuePage
  const queries = useQueryClient()
  const walk = walkNow()
  const at = walk?.numbers.indexOf(number) ?? -1
  if (!walk || at < 0) return null
  const shown = walk.numbers.slice(Math.max(0, at - AROUND), at + AROUND + 1)
  return (
    <nav className="issue-strip" aria-label={texts.strip}>
      {shown.map((other) => {
        const issue = knownIssue(queries, other)
        return (
          <Link
            key={other}
            to={issuePath(other)}
            ref={other === number ? comeIntoView : undefined}
            className="issue-strip-row"
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <span className="issue-strip-line">
              <Text component="span" size="sm" fw={600}>
                {other}
              </Text>
              {issue && <DeadlineChip issue={issue} />}
            </span>
            {issue && (
              <Text component="span" size="xs" c="dimmed" truncate>
                {issue.contact.name || issue.contact.email || '–'}
              </Text>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
