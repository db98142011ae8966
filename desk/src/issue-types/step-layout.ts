import { graphlib, layout } from '@dagrejs/dagre'
import { STAGES, type Step } from './types'

export const NODE = { width: 160, height: 56 }
const GAP = { x: 40, y: 16 }
const MARGIN = 8
const HEADING = 32
/** How far a way between two steps of one stage bends out. */
const BEND = 30

type Point = { x: number; y: number }
export type Place = Point & { step: Step }
export type Way = { from: string; to: string; path: string }

/** Where each step stands, by its top left corner, and how the ways between them run. */
export type Layout = {
  places: readonly Place[]
  ways: readonly Way[]
  columns: readonly { stage: Step['stage']; x: number }[]
  width: number
  height: number
}

/** Lays steps out by the customer's stages, from left to right; within a stage so that few ways cross. */
export function layoutOf(steps: readonly Step[]): Layout {
  const columns = STAGES.map((stage, at) => ({ stage, x: MARGIN + at * (NODE.width + GAP.x) }))
  const heightOf = heights(steps)
  const places = columns.flatMap(({ stage, x }) =>
    steps
      .filter((step) => step.stage === stage)
      .toSorted((a, b) => (heightOf.get(a.key) ?? 0) - (heightOf.get(b.key) ?? 0))
      .map((step, row) => ({ step, x, y: HEADING + row * (NODE.height + GAP.y) })),
  )
  const byKey = new Map(places.map((place) => [place.step.key, place]))
  const ways = places.flatMap((from) =>
    from.step.next.flatMap(({ to }) => {
      const target = byKey.get(to)
      return target && target !== from ? [{ from: from.step.key, to, path: pathBetween(from, target) }] : []
    }),
  )
  return {
    places,
    ways,
    columns,
    width: MARGIN * 2 + STAGES.length * NODE.width + (STAGES.length - 1) * GAP.x + BEND,
    height: Math.max(HEADING, ...places.map(({ y }) => y)) + NODE.height + MARGIN,
  }
}

/** How high each step should stand for few crossings. */
function heights(steps: readonly Step[]): ReadonlyMap<string, number> {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR' })
  graph.setDefaultEdgeLabel(() => ({}))
  const keys = new Set(steps.map(({ key }) => key))
  for (const { key } of steps) graph.setNode(key, { ...NODE })
  for (const { key, next } of steps)
    for (const { to } of next) if (keys.has(to) && to !== key) graph.setEdge(key, to)
  layout(graph)
  // One begins to read at the top, where issues begin.
  return new Map(steps.map(({ key }, at) => [key, at === 0 ? 0 : (graph.node(key) as Point).y]))
}

/** A curve that leaves towards the other step, and comes in from where it left. */
function pathBetween(from: Point, to: Point): string {
  const startY = from.y + NODE.height / 2
  const endY = to.y + NODE.height / 2
  const isBack = to.x < from.x
  const startX = isBack ? from.x : from.x + NODE.width
  const endX = to.x > from.x ? to.x : to.x + NODE.width
  const bend = to.x === from.x ? BEND : Math.abs(endX - startX) / 2
  const firstX = isBack ? startX - bend : startX + bend
  const lastX = to.x > from.x ? endX - bend : endX + bend
  return `M${startX} ${startY}C${firstX} ${startY} ${lastX} ${endY} ${endX} ${endY}`
}
