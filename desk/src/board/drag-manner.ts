import {
  type CollisionDetection,
  type DroppableContainer,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { Welcome } from './column'

/** By mouse once it has moved, by finger once it has rested, by keyboard after Space. */
export function useDragSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNextColumn,
      scrollBehavior: 'auto',
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  )
}

/** A pointer is over what is under it; the keyboard goes to columns that may have the card. */
export const columnUnder: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args)
  const here = args.collisionRect.left + args.collisionRect.width / 2
  const [nearest] = args.droppableContainers
    .filter(accepts)
    .map((column) => ({ column, distance: Math.abs(middleOf(args.droppableRects.get(column.id)) - here) }))
    .toSorted((one, other) => one.distance - other.distance)
  return nearest ? [{ id: nearest.column.id }] : []
}

const toNextColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const way = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0
  if (way === 0 || !context.collisionRect) return undefined
  event.preventDefault()
  const here = context.collisionRect.left + context.collisionRect.width / 2
  const [next] = context.droppableContainers
    .getEnabled()
    .filter(accepts)
    .map((column) => (middleOf(context.droppableRects.get(column.id)) - here) * way)
    .filter((distance) => distance > 4)
    .toSorted((one, other) => one - other)
  // Straight sideways: only so does the library scroll the board along.
  return next === undefined ? undefined : { x: currentCoordinates.x + next * way, y: currentCoordinates.y }
}

function accepts(column: DroppableContainer): boolean {
  const { welcome } = (column.data.current ?? {}) as { welcome?: Welcome }
  return welcome === 'allowed' || welcome === 'from'
}

function middleOf(rect: { left: number; width: number } | undefined): number {
  return rect ? rect.left + rect.width / 2 : Number.POSITIVE_INFINITY
}
