import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useLater } from '../ui'

type Rows = {
  count: number
  height: number
  /** Which row has the cursor; it stays in the document, so that the focus does too. */
  pointed: number
  hasMore: boolean
  isLoading: boolean
  loadMore: () => void
  onSight: (from: number, to: number) => void
}

/** How far before the end of what is loaded the next page is asked for. */
const AHEAD = 40
const SKELETONS = 8

/** Keeps only those rows in the document that are in sight, and asks for more before the end comes in sight. */
export function useRows({ count, height, pointed, hasMore, isLoading, loadMore, onSight }: Rows) {
  const scroller = useRef<HTMLDivElement>(null)
  const isLater = useLater()
  // The desk is not compiled by React's compiler, which would have to leave this out.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: count + (hasMore ? SKELETONS : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: isLater ? 12 : 0,
    // The head lies over the first rows.
    scrollPaddingStart: height + 4,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return pointed < 0 || pointed >= count || inSight.includes(pointed)
        ? inSight
        : [...inSight, pointed].sort((one, other) => one - other)
    },
  })
  useEffect(() => rows.measure(), [rows, height])
  const first = rows.range?.startIndex ?? 0
  const last = rows.range?.endIndex ?? 0
  useEffect(() => onSight(first, last), [onSight, first, last])
  useEffect(() => {
    if (hasMore && !isLoading && last >= count - AHEAD) loadMore()
  }, [hasMore, isLoading, last, count, loadMore])
  return { scroller, rows }
}
