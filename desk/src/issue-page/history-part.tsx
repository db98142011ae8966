import { Button, Collapse, Group, Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { answer, api, type Item } from '../api/client'
import { usePages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { Failed } from '../ui'
import { useEventWords } from './event-words'
import { useOnPage } from './page-context'

export type IssueEvent = Item<'/api/v1/issues/{number}/events'>

/** Folded, as many are shown. */
const FOLDED = 3
const PAGE = 50

/** What happened to the issue, newest first; the latest stands there, all of it is unfolded. */
export function HistoryPart() {
  const texts = useTexts().issuePage.history
  const { number } = useOnPage()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const pages = usePages<IssueEvent>(['issue', number, 'events'], (cursor) =>
    answer(
      api.GET('/api/v1/issues/{number}/events', {
        params: {
          path: { number },
          query: { order: 'desc', limit: PAGE, ...(cursor ? { cursor } : {}) },
        },
      }),
    ),
  )
  const { items } = pages
  return (
    <section className="issue-history" aria-label={texts.title}>
      <UnstyledButton
        className="issue-fold"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={16} className="issue-fold-mark" aria-hidden />
        <Text component="h2" size="md" fw={650} m={0}>
          {texts.title}
        </Text>
      </UnstyledButton>
      {pages.error && <Failed error={pages.error} again={() => void pages.refetch()} />}
      <div id={id}>
        {!isOpen && <Entries events={items.slice(0, FOLDED)} />}
        <Collapse expanded={isOpen}>{isOpen && <Entries events={items} />}</Collapse>
      </div>
      <Group gap="xs">
        {!isOpen && (items.length > FOLDED || pages.hasNextPage) && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
            {texts.showAll}
          </Button>
        )}
        {isOpen && pages.hasNextPage && (
          <Button
            variant="default"
            size="compact-sm"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {texts.older}
          </Button>
        )}
      </Group>
    </section>
  )
}

function Entries({ events }: { events: readonly IssueEvent[] }) {
  const wordsOf = useEventWords()
  const format = useFormat()
  const texts = useTexts().issuePage.history
  const actorOf = ({ actor }: IssueEvent) =>
    actor.kind === 'customer'
      ? texts.actors.customer
      : actor.kind === 'system'
        ? texts.actors.system
        : actor.kind === 'rule'
          ? texts.actors.rule(actor.name)
          : actor.name
  return (
    <ol className="issue-events">
      {events.map((event) => {
        const { says, details } = wordsOf(event)
        return (
          <li key={event.id} className="issue-event">
            <Text component="div" size="sm" className="desk-wrap">
              <strong>{actorOf(event)}</strong> {says}
            </Text>
            {details.map((detail) => (
              <Text key={detail} component="div" size="sm" c="dimmed" className="desk-wrap">
                {detail}
              </Text>
            ))}
            <Text component="time" size="xs" c="dimmed" dateTime={event.at}>
              {format.dateTime(event.at)}
            </Text>
          </li>
        )
      })}
    </ol>
  )
}
