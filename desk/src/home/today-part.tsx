import { Anchor, Skeleton, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../api/client'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { Failed } from '../ui'
import { DeadlineChip, type Issue, issuePath, StepMark, useNames, type Workplace } from '../work'

type Found = Answer<'/api/v1/issues', 'get'>
type Props = {
  title: string
  search: Readonly<Record<string, string>>
  found: UseQueryResult<Found> | undefined
  workplace: Workplace
}

/** The first issues of a list, and the way to all of them. */
export function TodayPart({ title, search, found, workplace }: Props) {
  const texts = useTexts().home.today
  const format = useFormat()
  const { count, countCapped } = found?.data ?? {}
  const shown = count === undefined ? '' : `${format.number(count)}${countCapped ? '+' : ''}`
  const issues = found?.data?.items ?? []
  return (
    <section className="desk-surface today-part" aria-label={title}>
      <div className="today-head">
        <Title order={2}>{title}</Title>
        <Text component="span" fw={650} c={count ? 'inherit' : 'dimmed'}>
          {shown}
        </Text>
      </div>
      {found?.isPending && <Skeleton height={120} m="md" />}
      {found?.error && !found.data && <Failed error={found.error} again={() => void found.refetch()} />}
      {found?.data && issues.length === 0 && (
        <Text c="dimmed" size="sm" px="md" pb="md">
          {texts.none}
        </Text>
      )}
      {issues.length > 0 && (
        <ul className="today-list">
          {issues.map((issue) => (
            <Line key={issue.number} issue={issue} workplace={workplace} />
          ))}
        </ul>
      )}
      {count !== undefined && count > issues.length && (
        <Anchor component={Link} to="/issues" search={linkSearch(search)} className="today-all">
          {texts.seeAll(shown)}
        </Anchor>
      )}
    </section>
  )
}

function Line({ issue, workplace }: { issue: Issue; workplace: Workplace }) {
  const names = useNames(workplace)
  const { name, email, phone } = issue.contact
  return (
    <li>
      <Link to={issuePath(issue.number)} className="today-line">
        <span className="today-who">
          <span className="today-name">{name || email || phone || issue.number}</span>
          <span className="today-step">
            <StepMark category={issue.category} />
            <span>
              {issue.number} · {names.step(issue.type, issue.step)}
            </span>
          </span>
        </span>
        <DeadlineChip issue={issue} />
      </Link>
    </li>
  )
}
