import { VisuallyHidden } from '@mantine/core'
import { memo, useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { DeadlineChip, type Issue } from '../work'
import { initialsOf } from './columns'

const DAY = 86_400_000

/** What one sees of an issue at a glance. */
export const Card = memo(function Card({ issue, subject }: { issue: Issue; subject: string }) {
  const texts = useTexts().board
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const days = Math.floor((now - Date.parse(issue.created)) / DAY)
  const { handler } = issue
  return (
    <>
      <span className="board-card-head">
        <bdi className="board-number">{issue.number}</bdi>
        <DeadlineChip issue={issue} isLight />
      </span>
      <span className="board-line board-who">
        {issue.contact.name || issue.contact.email || issue.contact.phone || texts.noName}
      </span>
      {subject && <span className="board-line board-subject">{subject}</span>}
      <span className="board-card-foot">
        <span title={format.dateTime(issue.created)}>{texts.age(days)}</span>
        {handler && (
          <span className="board-initials" title={handler.name}>
            <span aria-hidden>{initialsOf(handler.name)}</span>
            <VisuallyHidden>{handler.name}</VisuallyHidden>
          </span>
        )}
      </span>
    </>
  )
})
