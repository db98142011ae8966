import { DndContext, type DragEndEvent, DragOverlay } from '@dnd-kit/core'
import { useReducedMotion } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import { useMay } from '../api/session'
import { missingFor } from '../issue-page/move'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import {
  type Issue,
  lastOpened,
  useKeys,
  useNames,
  useValueText,
  walkNow,
  type WorkType,
  type Workplace,
} from '../work'
import { AssignDialog } from './assign-dialog'
import { Card } from './card'
import { CardMenu } from './card-menu'
import { Column, type Welcome } from './column'
import { inColumns, subjectField } from './columns'
import { columnUnder, useDragSensors } from './drag-manner'
import { boardAddress, DraggableCard } from './draggable-card'
import type { BoardFilter } from './filter'
import { focusCard, focusColumn, focusedCard, moveFocus } from './focus'
import { useFolded } from './folded'
import { type Given, NeedsDialog } from './needs-dialog'
import { StepSwitch } from './step-switch'
import { useAnnouncements } from './announcements'
import { useChange } from './use-change'

/** Pixels of a column with its gap, and of the navigation beside the board. */
const [COLUMN, NAVIGATION] = [292, 240]

type Props = { type: WorkType; filter: BoardFilter; workplace: Workplace }

/** The columns of a type, and all that one can do with their cards. */
export function Board({ type, filter, workplace }: Props) {
  const texts = useTexts().board
  const names = useNames(workplace)
  const valueText = useValueText(workplace)
  const problemText = useProblemText()
  const mayMove = useMay('issues:write')
  const calm = useReducedMotion()
  const place = useRef<HTMLDivElement>(null)
  const known = useRef(new Map<string, Issue>())
  // Who comes back from an issue finds its card.
  const wanted = useRef(walkNow()?.address === boardAddress() ? lastOpened() : null)
  const takesFocus = useCallback((number: string) => {
    const isWanted = wanted.current === number
    if (isWanted) wanted.current = null
    return isWanted
  }, [])
  const { isFolded, fold } = useFolded(type)
  const [carried, setCarried] = useState<Issue | null>(null)
  const [stops, setStops] = useState<Readonly<Record<string, string>>>({})
  const [menu, setMenu] = useState<string | null>(null)
  const [assigning, setAssigning] = useState<Issue | null>(null)
  const [needing, setNeeding] = useState<{ issue: Issue; to: string } | null>(null)
  const change = useChange(workplace, type.key, filter)
  const subject = subjectField(type, workplace.fields)
  const steps = inColumns(type.steps)
  const nextOf = (issue: Issue) => names.stepOf(type.key, issue.step)?.next ?? []
  const stepName = (key: string) => names.step(type.key, key)

  const welcomeOf = (step: string): Welcome => {
    if (!carried) return 'idle'
    if (carried.step === step) return 'from'
    return nextOf(carried).includes(step) ? 'allowed' : 'refused'
  }
  const carry = async (issue: Issue, to: string, given?: Given): Promise<unknown> => {
    wanted.current = issue.number
    if (isFolded(to)) focusColumn(place.current, to)
    return change.move(issue, to, given)
  }
  const move = async (issue: Issue, to: string) => {
    const step = names.stepOf(type.key, to)
    if (step && missingFor(step, issue).length > 0) return setNeeding({ issue, to })
    const refused = await carry(issue, to)
    if (refused) notify(problemText(refused))
  }
  const end = ({ active, over }: DragEndEvent) => {
    const issue = known.current.get(String(active.id))
    setCarried(null)
    if (!issue || !over || over.id === issue.step) return
    const to = String(over.id)
    if (nextOf(issue).includes(to)) void move(issue, to)
    else notify(texts.refusedDrop(issue.number, stepName(issue.step), stepName(to)))
  }
  const onCard = (run: (issue: Issue) => void) => () => {
    const issue = known.current.get(focusedCard(place.current)?.dataset['card'] ?? '')
    if (issue && !carried) run(issue)
  }
  const go = (direction: Parameters<typeof moveFocus>[1]) => () => {
    if (!carried) moveFocus(place.current, direction)
  }
  useKeys([
    { keys: 'j', does: texts.keys.down, run: go('down') },
    { keys: 'k', does: texts.keys.up, run: go('up') },
    { keys: 'h', does: texts.keys.left, run: go('left') },
    { keys: 'l', does: texts.keys.right, run: go('right') },
    {
      keys: 'o',
      does: texts.keys.open,
      run: () => !carried && focusedCard(place.current)?.click(),
    },
    ...(mayMove
      ? [
          { keys: 'm', does: texts.keys.move, run: onCard(({ number }) => setMenu(number)) },
          { keys: 'a', does: texts.keys.assign, run: onCard(setAssigning) },
          { keys: '$mod+z', does: texts.keys.undo, run: () => void change.undoLast() },
        ]
      : []),
  ])
  const announcements = useAnnouncements(stepName)

  return (
    <DndContext
      sensors={useDragSensors()}
      collisionDetection={columnUnder}
      onDragStart={({ active }) => setCarried(known.current.get(String(active.id)) ?? null)}
      onDragEnd={end}
      onDragCancel={() => setCarried(null)}
      accessibility={{ ...announcements, restoreFocus: false }}
    >
      <StepSwitch steps={steps} nameOf={stepName} place={place} />
      {/* Arrow keys go from card to card; every card is a link of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={place}
        className="board"
        data-carrying={carried ? true : undefined}
        onKeyDown={(event) => {
          const direction = ARROWS[event.key]
          const isPlain = !event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey
          if (!direction || carried || !isPlain || !focusedCard(place.current)) return
          event.preventDefault()
          moveFocus(place.current, direction)
        }}
      >
        {steps.map((step, at) => (
          <Column
            key={step.key}
            type={type.key}
            step={step}
            filter={filter}
            workplace={workplace}
            isOpen={!isFolded(step.key)}
            isInSight={at * COLUMN < window.innerWidth - NAVIGATION}
            onFold={() => fold(step.key)}
            welcome={welcomeOf(step.key)}
            because={carried ? texts.refused(stepName(carried.step)) : ''}
            stop={stops[step.key]}
          >
            {(issue, isStop) => {
              known.current.set(issue.number, issue)
              return (
                <DraggableCard
                  key={issue.number}
                  issue={issue}
                  subject={subject ? valueText(issue, subject) : ''}
                  isStop={isStop}
                  mayMove={mayMove}
                  takesFocus={takesFocus}
                  onFocus={() => setStops((now) => ({ ...now, [step.key]: issue.number }))}
                  menu={
                    mayMove && (
                      <CardMenu
                        issue={issue}
                        workplace={workplace}
                        isOpen={menu === issue.number}
                        isStop={isStop}
                        onOpen={() => setMenu(issue.number)}
                        onClose={() => {
                          setMenu(null)
                          focusCard(place.current, issue.number)
                        }}
                        onMove={(to) => void move(issue, to)}
                        onAssign={() => setAssigning(issue)}
                      />
                    )
                  }
                />
              )
            }}
          </Column>
        ))}
      </div>
      <DragOverlay dropAnimation={calm ? null : { duration: 160, easing: 'ease-out' }}>
        {carried && (
          <div className="board-card board-carried">
            <Card issue={carried} subject={subject ? valueText(carried, subject) : ''} />
          </div>
        )}
      </DragOverlay>
      {assigning && (
        <AssignDialog
          issue={assigning}
          workplace={workplace}
          onClose={() => setAssigning(null)}
          onAssign={(handler) => void change.assign(assigning, handler)}
        />
      )}
      {needing && (
        <NeedsDialog
          {...needing}
          workplace={workplace}
          onClose={() => setNeeding(null)}
          onGiven={(given) => carry(needing.issue, needing.to, given)}
        />
      )}
    </DndContext>
  )
}

const ARROWS: Readonly<Record<string, Parameters<typeof moveFocus>[1] | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}
