import { graphlib, layout } from '@dagrejs/dagre'
import { useMemo } from 'react'
import { useFormat, useTexts } from '../texts'
import { Scrolling } from '../ui'
import type { StepFlag } from './step-checks'
import type { Step } from './types'

const NODE = { width: 190, height: 56 }
const MARGIN = 12

type Props = {
  steps: readonly Step[]
  flags: ReadonlyMap<string, readonly StepFlag[]>
  chosen: string | null
  onChoose: (key: string) => void
}

/** The steps and the ways between them, drawn from the first to the last; a step is chosen by click or Enter. */
export function StepGraph({ steps, flags, chosen, onChoose }: Props) {
  const texts = useTexts().issueTypes
  const { nodes, edges, width, height } = useMemo(() => drawn(steps), [steps])
  return (
    <Scrolling label={texts.graph}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="desk-graph"
        role="group"
        aria-label={texts.graphAbout}
      >
        <defs>
          <marker
            id="desk-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className="desk-graph-head" />
          </marker>
        </defs>
        {edges.map(({ key, path }) => (
          <path key={key} d={path} className="desk-graph-way" markerEnd="url(#desk-arrow)" />
        ))}
        {nodes.map(({ step, x, y }) => (
          <Node
            key={step.key}
            step={step}
            x={x}
            y={y}
            isChosen={step.key === chosen}
            isFlagged={(flags.get(step.key) ?? []).length > 0}
            onChoose={() => onChoose(step.key)}
          />
        ))}
      </svg>
    </Scrolling>
  )
}

type NodeProps = {
  step: Step
  x: number
  y: number
  isChosen: boolean
  isFlagged: boolean
  onChoose: () => void
}

function Node({ step, x, y, isChosen, isFlagged, onChoose }: NodeProps) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const name = format.text(step.name) || step.key
  const about = `${texts.stages[step.stage]} · ${texts.categories[step.category]}`
  return (
    <g
      transform={`translate(${x - NODE.width / 2} ${y - NODE.height / 2})`}
      className="desk-graph-node"
      data-category={step.category}
      data-chosen={isChosen || undefined}
      role="button"
      tabIndex={0}
      aria-label={`${name}, ${about}${isFlagged ? `, ${texts.flagged}` : ''}`}
      aria-pressed={isChosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose()
      }}
    >
      <rect {...NODE} rx={8} strokeDasharray={step.hidden ? '5 4' : undefined} />
      {step.colour && <circle cx={NODE.width - 14} cy={14} r={5} fill={step.colour} />}
      <text x={12} y={24} className="desk-graph-name">
        {isFlagged ? '⚠ ' : ''}
        {shortened(name)}
      </text>
      <text x={12} y={42} className="desk-graph-about">
        {shortened(about, 30)}
      </text>
    </g>
  )
}

function shortened(text: string, most = 22): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

type Point = { x: number; y: number }

/** Where each step and way lies, from left to right. */
function drawn(steps: readonly Step[]) {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 46, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  const keys = new Set(steps.map(({ key }) => key))
  for (const { key } of steps) graph.setNode(key, { ...NODE })
  for (const step of steps)
    for (const { to } of step.next) if (keys.has(to) && to !== step.key) graph.setEdge(step.key, to)
  layout(graph)
  const nodes = steps.map((step) => {
    const { x, y } = graph.node(step.key) as Point
    return { step, x, y }
  })
  const edges = graph.edges().map((edge) => {
    const { points } = graph.edge(edge) as { points: Point[] }
    return { key: `${edge.v} ${edge.w}`, path: pathThrough(points) }
  })
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return { nodes, edges, width, height }
}

/** A smooth line: curves bend at the points, and meet between them. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  return `M${first.x} ${first.y}${bends.join('')}L${last.x} ${last.y}`
}
