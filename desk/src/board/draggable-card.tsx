import { useDraggable } from '@dnd-kit/core'
import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useEffect } from 'react'
import { type Issue, issuePath, rememberOpened, rememberWalk } from '../work'
import { Card } from './card'
import { focusCard } from './focus'

type Props = {
  issue: Issue
  subject: string
  /** The one of its column that Tab comes to. */
  isStop: boolean
  mayMove: boolean
  onFocus: () => void
  /** Whether this card takes the focus now that it is there; asked once. */
  takesFocus: (number: string) => boolean
  menu: ReactNode
}

/** A card that is a link to its issue, and can be taken to another column. */
export function DraggableCard({ issue, subject, isStop, mayMove, onFocus, takesFocus, menu }: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: issue.number,
    data: { issue },
    disabled: !mayMove,
  })
  const { number } = issue
  const router = useRouter()
  const open = (event: MouseEvent<HTMLElement>) => {
    rememberColumn(event.currentTarget, number)
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void router.navigate({ to: issuePath(number) })
  }
  useEffect(() => {
    if (takesFocus(number)) focusCard(document.body, number)
  }, [takesFocus, number])
  return (
    <li ref={setNodeRef} className="board-item" data-dragging={isDragging || undefined} {...listeners}>
      {/* Not the router's own link, which looks at every change of the address: a board has hundreds. */}
      <a
        ref={setActivatorNodeRef}
        href={`/desk${issuePath(number)}`}
        draggable={false}
        className="board-card"
        data-card={number}
        tabIndex={isStop ? 0 : -1}
        aria-describedby={mayMove ? attributes['aria-describedby'] : undefined}
        onFocus={onFocus}
        onClick={open}
      >
        <Card issue={issue} subject={subject} />
      </a>
      {menu}
    </li>
  )
}

/** So that one walks from issue to issue of a column, and back to its card on the board. */
function rememberColumn(card: HTMLElement, number: string): void {
  const cards = card.closest('.board-list')?.querySelectorAll<HTMLElement>('[data-card]') ?? []
  rememberWalk({
    address: boardAddress(),
    numbers: [...cards].flatMap(({ dataset }) => dataset['card'] ?? []),
  })
  // Who goes back before the issue is there comes back to its card, too.
  rememberOpened(number)
}

/** Of the board as it stands, within the desk. */
export function boardAddress(): string {
  return location.pathname.replace(/^\/desk/, '') + location.search
}
