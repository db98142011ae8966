import { Skeleton } from '@mantine/core'
import { type CSSProperties, useEffect, useMemo } from 'react'
import { useTexts } from '../texts'
import { type Issue, useNames, useValueText, type Workplace } from '../work'
import type { Column } from './columns'
import { GridHead } from './grid-head'
import { GridRow, type RowActs } from './grid-row'
import type { Selection } from './selection'
import { useStable } from './use-stable'
import { useRows } from './use-rows'

type Props = {
  workplace: Workplace
  issues: readonly Issue[]
  columns: readonly Column[]
  height: number
  sort: string
  onSort: (sort: string) => void
  hasMore: boolean
  isLoading: boolean
  isStale: boolean
  loadMore: () => void
  pointed: string | null
  selection: Selection
  mayChoose: boolean
  onAll: () => void
  acts: RowActs
  /** Told which rows are in sight. */
  onSight: (from: number, to: number) => void
}

/** The list as a table: only what is in sight is in the document, head and number stay in sight. */
export function IssueGrid(props: Props) {
  const { workplace, issues, height, pointed, selection, mayChoose, acts } = props
  const columns = useRoomForNumbers(props.columns, issues)
  const texts = useTexts().issueList
  const names = useStable(useNames(workplace), workplace, texts)
  const textOf = useStable(useValueText(workplace), workplace, texts)
  const at = pointed === null ? -1 : issues.findIndex(({ number }) => number === pointed)
  const { scroller, rows } = useRows({
    count: issues.length,
    height,
    pointed: at,
    hasMore: props.hasMore,
    isLoading: props.isLoading,
    loadMore: props.loadMore,
    onSight: props.onSight,
  })
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
    // Only where the cursor moves, not where rows come and go around it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pointed])
  const widths = columns.map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))
  const style = {
    '--list-columns': [...(mayChoose ? ['36px'] : []), ...widths].join(' '),
    '--list-row': `${height}px`,
    minWidth: columns.reduce((sum, { width }) => sum + width, mayChoose ? 36 : 0),
  } as CSSProperties
  return (
    <div ref={scroller} className="list-scroll" data-stale={props.isStale || undefined}>
      <div
        role="grid"
        aria-label={texts.list}
        aria-rowcount={props.hasMore ? -1 : issues.length + 1}
        aria-multiselectable={mayChoose || undefined}
        aria-busy={props.isStale || undefined}
        className="list-grid"
        data-choice={mayChoose || undefined}
        style={style}
      >
        <GridHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          choice={mayChoose ? { chosen: selection.size, of: issues.length, onAll: props.onAll } : null}
        />
        <div role="rowgroup" className="list-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const issue = issues[index]
            return issue ? (
              <GridRow
                key={issue.number}
                issue={issue}
                index={index}
                top={start}
                height={size}
                columns={columns}
                names={names}
                textOf={textOf}
                isChosen={selection.has(issue.number)}
                isPointed={issue.number === pointed || (pointed === null && index === 0)}
                mayChoose={mayChoose}
                acts={acts}
              />
            ) : (
              <SkeletonRow key={index} top={start} height={size} columns={columns} mayChoose={mayChoose} />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Pixels of a letter at its widest, and around them. */
const [LETTER, AROUND] = [9.9, 16]

/** The columns with room for whole numbers, however long those are here. */
function useRoomForNumbers(columns: readonly Column[], issues: readonly Issue[]): readonly Column[] {
  const longest = useMemo(
    () => issues.reduce((most, { number }) => Math.max(most, number.length), 0),
    [issues],
  )
  const needed = Math.ceil(longest * LETTER + AROUND)
  return useMemo(
    () =>
      columns.map((column) =>
        column.key === 'number' && column.width < needed ? { ...column, width: needed } : column,
      ),
    [columns, needed],
  )
}

type SkeletonProps = Pick<Props, 'columns' | 'mayChoose'> & { top: number; height: number }

function SkeletonRow({ top, height, columns, mayChoose }: SkeletonProps) {
  return (
    <div className="list-row" style={{ top, height }} aria-hidden>
      {mayChoose && <div className="list-cell list-choice" />}
      {columns.map(({ key, width }) => (
        <div key={key} className="list-cell">
          <Skeleton height={12} width={Math.round(width * 0.6)} />
        </div>
      ))}
    </div>
  )
}

/** A first screen of rows of their real height, before any are there. */
export function GridSkeleton({ columns, height }: { columns: readonly Column[]; height: number }) {
  const texts = useTexts().common
  const widths = columns.map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))
  const style = { '--list-columns': widths.join(' '), '--list-row': `${height}px` } as CSSProperties
  return (
    <div className="list-scroll" role="status" aria-busy="true" aria-label={texts.loading}>
      <div className="list-grid" style={style}>
        <div className="list-body" style={{ height: height * 16 }}>
          {Array.from({ length: 16 }, (_, row) => (
            <SkeletonRow key={row} top={row * height} height={height} columns={columns} mayChoose={false} />
          ))}
        </div>
      </div>
    </div>
  )
}
