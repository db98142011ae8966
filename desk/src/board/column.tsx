import { useDroppable } from '@dnd-kit/core'
import { ActionIcon, Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { Failed, useLater } from '../ui'
import { type Issue, StepMark, useNames, type WorkStep, type Workplace } from '../work'
import type { BoardFilter } from './filter'
import { useColumn } from './use-column'

/** How a column stands towards the card that is carried now. */
export type Welcome = 'idle' | 'from' | 'allowed' | 'refused'

type Props = {
  type: string
  step: WorkStep
  filter: BoardFilter
  workplace: Workplace
  isOpen: boolean
  /** Whether a window shows it before somebody scrolls. */
  isInSight: boolean
  onFold: () => void
  welcome: Welcome
  /** Why the card that is carried may not come here. */
  because: string
  /** The card that Tab comes to, where it is there; else it is the first. */
  stop: string | undefined
  children: (issue: Issue, isStop: boolean) => ReactNode
}

/** Pixels of a card with its gap at least, and of what stands above and below a column's cards. */
const [CARD, AROUND] = [100, 200]

/** A step with its issues; only those that are loaded are there. */
export function Column({
  type,
  step,
  filter,
  workplace,
  isOpen,
  isInSight,
  onFold,
  welcome,
  because,
  stop,
  children,
}: Props) {
  const { board: texts, common } = useTexts()
  const format = useFormat()
  const name = useNames(workplace).step(type, step.key)
  const column = useColumn(type, step.key, filter, isOpen)
  const { setNodeRef, isOver } = useDroppable({ id: step.key, data: { welcome } })
  const { count, isCapped, issues } = column
  const isLater = useLater()
  const most = isLater ? issues.length : isInSight ? Math.ceil((window.innerHeight - AROUND) / CARD) : 0
  const isThere = issues.some(({ number }) => number === stop)
  const shown = count === undefined ? '' : isCapped ? `${format.number(count)}+` : format.number(count)
  const done = step.category === 'done' ? { category: 'done' } : {}
  const search = linkSearch({ type, step: step.key, ...done, ...filter })
  return (
    <section
      ref={setNodeRef}
      className="board-column"
      data-step={step.key}
      data-folded={!isOpen || undefined}
      data-welcome={welcome}
      data-over={(isOver && welcome === 'allowed') || undefined}
      aria-label={name}
    >
      <div className="board-column-head">
        {(isInSight || isLater) && (
          <>
            <StepMark category={step.category} />
            <Title order={2} className="board-column-name" title={name}>
              {name}
            </Title>
            {step.colour && <span className="work-dot" style={{ background: step.colour }} aria-hidden />}
            <Link
              to="/issues"
              search={search}
              className="board-count"
              aria-label={texts.inList(name, shown || '…')}
            >
              {shown || '…'}
            </Link>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-expanded={isOpen}
              aria-label={isOpen ? texts.fold(name) : texts.unfold(name)}
              onClick={onFold}
            >
              {isOpen ? <IconChevronLeft size={16} /> : <IconChevronRight size={16} />}
            </ActionIcon>
          </>
        )}
      </div>
      {welcome === 'refused' && isOpen && <p className="board-because">{because}</p>}
      {isOpen && (
        <div className="board-cards" aria-busy={column.isPending}>
          {column.isPending && [1, 2, 3].map((one) => <Skeleton key={one} height={92} />)}
          {column.error && <Failed error={column.error} again={() => void column.refetch()} />}
          {column.isSuccess && issues.length === 0 && (
            <Text size="sm" c="dimmed" ta="center" py="md">
              {texts.empty}
            </Text>
          )}
          {issues.length > 0 && (
            <ul className="board-list">
              {issues
                .slice(0, most)
                .map((issue, index) => children(issue, isThere ? issue.number === stop : index === 0))}
            </ul>
          )}
          {column.hasNextPage && (
            <Group justify="center" py={4}>
              <Button
                size="compact-sm"
                variant="subtle"
                loading={column.isFetchingNextPage}
                onClick={() => void column.fetchNextPage()}
              >
                {common.more}
              </Button>
            </Group>
          )}
        </div>
      )}
    </section>
  )
}
