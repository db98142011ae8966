import { useMemo, useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { Scrolling } from '../ui'
import type { StepFlag } from './step-checks'
import { layoutOf, NODE, type Place, type Way } from './step-layout'
import type { Step } from './types'

const MARKS = { open: '○', waiting: '‖', done: '✓' } as const

type Props = {
  steps: readonly Step[]
  flags: ReadonlyMap<string, readonly StepFlag[]>
  chosen: string | null
  onChoose: (key: string) => void
}

/**
 * The steps by the customer's stages, and the ways between them. A step is chosen by click or Enter; the ways from it and
 * to it stand out while it is chosen, pointed at or in focus.
 */
export function StepGraph({ steps, flags, chosen, onChoose }: Props) {
  const texts = useTexts().issueTypes
  const { places, ways, columns, width, height } = useMemo(() => layoutOf(steps), [steps])
  const [looked, setLooked] = useState<string | null>(null)
  const shown = looked ?? chosen
  return (
    <Scrolling label={texts.graph}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="desk-graph"
        role="group"
        aria-label={texts.graph}
        data-looked={shown !== null || undefined}
      >
        <defs>
          <Arrow id="desk-arrow" className="desk-graph-head" />
          <Arrow id="desk-arrow-leads" className="desk-graph-head-shown" />
        </defs>
        {columns.map(({ stage, x }) => (
          <text key={stage} x={x} y={16} className="desk-graph-stage">
            {texts.stages[stage]}
          </text>
        ))}
        <Ways ways={ways} shown={shown} />
        {places.map((place) => (
          <Node
            key={place.step.key}
            place={place}
            isChosen={place.step.key === chosen}
            isFlagged={(flags.get(place.step.key) ?? []).length > 0}
            onChoose={() => onChoose(place.step.key)}
            onLook={(isLooking) => setLooked(isLooking ? place.step.key : null)}
          />
        ))}
      </svg>
    </Scrolling>
  )
}

/** All ways, those of the step that is looked at last, so that they lie above the others. */
function Ways({ ways, shown }: { ways: readonly Way[]; shown: string | null }) {
  const kindOf = ({ from, to }: Way) => (from === shown ? 'leads' : to === shown ? 'comes' : undefined)
  return ways
    .toSorted((a, b) => Number(Boolean(kindOf(a))) - Number(Boolean(kindOf(b))))
    .map((way) => (
      <path
        key={`${way.from} ${way.to}`}
        d={way.path}
        className="desk-graph-way"
        data-kind={kindOf(way)}
        markerEnd={kindOf(way) ? 'url(#desk-arrow-leads)' : 'url(#desk-arrow)'}
      />
    ))
}

function Arrow({ id, className }: { id: string; className: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 0 8 4 0 8z" className={className} />
    </marker>
  )
}

type NodeProps = {
  place: Place
  isChosen: boolean
  isFlagged: boolean
  onChoose: () => void
  onLook: (isLooking: boolean) => void
}

function Node({ place: { step, x, y }, isChosen, isFlagged, onChoose, onLook }: NodeProps) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const name = format.text(step.name) || step.key
  const category = texts.categories[step.category]
  const about = [name, texts.stages[step.stage], category, ...(isFlagged ? [texts.flagged] : [])]
  return (
    <g
      transform={`translate(${x} ${y})`}
      className="desk-graph-node"
      data-category={step.category}
      data-chosen={isChosen || undefined}
      role="button"
      tabIndex={0}
      aria-label={about.join(', ')}
      aria-pressed={isChosen}
      onClick={onChoose}
      onMouseEnter={() => onLook(true)}
      onMouseLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onChoose()
      }}
    >
      <title>{name}</title>
      <rect {...NODE} rx={8} strokeDasharray={step.hidden ? '5 4' : undefined} />
      {step.colour && <circle cx={NODE.width - 14} cy={NODE.height - 18} r={5} fill={step.colour} />}
      <text x={12} y={24} className="desk-graph-name">
        {isFlagged ? '⚠ ' : ''}
        {shortened(name)}
      </text>
      <text x={12} y={42} className="desk-graph-about">
        {MARKS[step.category]} {category}
        {step.hidden ? ` · ${texts.hiddenShort}` : ''}
      </text>
    </g>
  )
}

function shortened(text: string, most = 20): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
