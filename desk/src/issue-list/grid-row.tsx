import { type KeyboardEvent, memo, type MouseEvent } from 'react'
import { useTexts } from '../texts'
import { type Issue, issuePath, type useNames } from '../work'
import { Cell } from './cell'
import type { Column } from './columns'

export type RowActs = {
  open: (number: string) => void
  /** Selects it or no longer; `extend` selects all since the one before. */
  choose: (number: string, extend: boolean) => void
  point: (number: string) => void
  /** Goes so many rows down, or up. */
  step: (by: number) => void
}
type Props = {
  issue: Issue
  index: number
  top: number
  height: number
  columns: readonly Column[]
  names: ReturnType<typeof useNames>
  textOf: (issue: Issue, field: string) => string
  isChosen: boolean
  isPointed: boolean
  mayChoose: boolean
  acts: RowActs
}

/** One issue of the list: its number is a link, and the whole row leads there too. */
export const GridRow = memo(function GridRow({ issue, index, top, height, ...rest }: Props) {
  const { columns, names, textOf, isChosen, isPointed, mayChoose, acts } = rest
  const texts = useTexts().issueList
  const { number } = issue
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    acts.open(number)
  }
  const onRow = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, input, label, button')) return
    if (event.shiftKey && mayChoose) acts.choose(number, true)
    else if (event.metaKey || event.ctrlKey) window.open(`/desk${issuePath(number)}`, '_blank', 'noopener')
    else if (!window.getSelection()?.toString()) open(event)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const act = KEYS[event.key]
    if (!act) return
    event.preventDefault()
    act(acts, number, mayChoose)
  }
  return (
    <div
      role="row"
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-selected={mayChoose ? isChosen : undefined}
      data-number={number}
      data-pointed={isPointed || undefined}
      tabIndex={isPointed ? 0 : -1}
      className="list-row"
      style={{ top, height }}
      onClick={onRow}
      onKeyDown={onKey}
      onFocus={() => acts.point(number)}
    >
      {mayChoose && (
        <div role="gridcell" className="list-cell list-choice">
          <input
            type="checkbox"
            className="list-check"
            checked={isChosen}
            tabIndex={-1}
            aria-label={texts.chooseOne(number)}
            onChange={() => {}}
            onClick={(event) => acts.choose(number, event.shiftKey)}
          />
        </div>
      )}
      {columns.map(({ key }) => (
        <div key={key} role="gridcell" className={key === 'number' ? 'list-cell list-first' : 'list-cell'}>
          {key === 'number' ? (
            <a href={`/desk${issuePath(number)}`} tabIndex={-1} onClick={open}>
              {number}
            </a>
          ) : (
            <span className="list-text">
              <Cell issue={issue} field={key} names={names} textOf={textOf} />
            </span>
          )}
        </div>
      ))}
    </div>
  )
})

/** What keys do in a grid, whether single letters are heard or not. */
const KEYS: Readonly<Record<string, (acts: RowActs, number: string, mayChoose: boolean) => void>> = {
  Enter: ({ open }, number) => open(number),
  ArrowDown: ({ step }) => step(1),
  ArrowUp: ({ step }) => step(-1),
  PageDown: ({ step }) => step(10),
  PageUp: ({ step }) => step(-10),
  ' ': ({ choose }, number, mayChoose) => mayChoose && choose(number, false),
}
