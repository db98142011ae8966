import { ActionIcon, Group, Text, Title } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { Presence } from '../live'
import { useTexts } from '../texts'
import { CopyButton } from '../ui'
import { DeadlineChip, issuePath, neighbours, StepChip } from '../work'
import { IssueMenu } from './issue-menu'
import { useOnPage } from './page-context'
import { HandlerLine } from './people-part'
import { ProgressLine } from './progress-line'

/** What one has to know first: which issue, whose, where it stands, and what happens next. */
export function IssueHead() {
  const texts = useTexts().issuePage
  const work = useTexts().work
  const { issue, number, names } = useOnPage()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.closest('nav, main'))
      heading.current?.focus({ preventScroll: true })
  }, [])
  const step = names.stepOf(issue.type, issue.step)
  return (
    <header className="issue-head">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap={6} wrap="nowrap">
            <Title order={1} ref={heading} tabIndex={-1} className="desk-wrap">
              {number}
            </Title>
            <CopyButton value={number} label={texts.copyNumber} />
          </Group>
          <Text className="desk-wrap">
            <strong>{issue.contact.name || issue.contact.email || texts.nobodyKnown}</strong>
            <Text span c="dimmed">
              {' · '}
              {names.type(issue.type)}
            </Text>
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Presence number={number} />
          <Walk />
          <IssueMenu />
        </Group>
      </Group>
      <Group gap={8}>
        <StepChip name={names.step(issue.type, issue.step)} category={issue.category} colour={step?.colour} />
        <DeadlineChip issue={issue} />
        <dl className="issue-handler">
          <HandlerLine />
        </dl>
      </Group>
      <ProgressLine />
      {issue.category !== 'done' && (
        <Text size="sm" component="div" className="desk-wrap">
          <strong>{work.turns[issue.next.turn]}</strong>
          {issue.next.text && (
            <Text span c="dimmed" size="sm">
              {' · '}
              {texts.customerReads} <q lang={issue.locale}>{issue.next.text}</q>
            </Text>
          )}
        </Text>
      )}
    </header>
  )
}

/** To the issues before and after this one in the list one came from. */
function Walk() {
  const texts = useTexts().issuePage
  const { number } = useOnPage()
  const walk = neighbours(number)
  if (!walk) return null
  const { previous, next, place, of } = walk
  return (
    <>
      <Text size="xs" c="dimmed" className="issue-place">
        {texts.place(place, of)}
      </Text>
      <Go to={previous} label={`${texts.keys.previous} (k)`} icon={<IconChevronUp size={18} />} />
      <Go to={next} label={`${texts.keys.next} (j)`} icon={<IconChevronDown size={18} />} />
    </>
  )
}

function Go({ to, label, icon }: { to: string | null; label: string; icon: React.ReactNode }) {
  if (!to)
    return (
      <ActionIcon variant="default" size="lg" disabled aria-label={label}>
        {icon}
      </ActionIcon>
    )
  return (
    <ActionIcon
      component={Link}
      to={issuePath(to)}
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
    >
      {icon}
    </ActionIcon>
  )
}
