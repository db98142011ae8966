import { UnstyledButton, VisuallyHidden } from '@mantine/core'
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
      <div className="desk-graph" style={{ width, height }} data-looked={shown !== null || undefined}>
        <svg width={width} height={height} aria-hidden>
          <defs>
            <Arrow id="desk-arrow" className="desk-graph-head" />
            <Arrow id="desk-arrow-shown" className="desk-graph-head-shown" />
          </defs>
          {columns.map(({ stage, x }) => (
            <text key={stage} x={x} y={16} className="desk-graph-stage">
              {texts.stages[stage]}
            </text>
          ))}
          <Ways ways={ways} shown={shown} />
        </svg>
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
      </div>
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
        markerEnd={kindOf(way) ? 'url(#desk-arrow-shown)' : 'url(#desk-arrow)'}
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
  return (
    <UnstyledButton
      className="desk-graph-node"
      style={{ left: x, top: y, ...NODE }}
      title={name}
      aria-pressed={isChosen}
      data-category={step.category}
      data-hidden={step.hidden || undefined}
      onClick={onChoose}
      onMouseEnter={() => onLook(true)}
      onMouseLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
    >
      <span className="desk-graph-name">
        {isFlagged && <span aria-hidden>⚠ </span>}
        {name}
      </span>
      <span className="desk-graph-about">
        {step.colour && <span className="desk-dot" style={{ background: step.colour }} aria-hidden />}
        <span aria-hidden>{MARKS[step.category]}</span> {texts.categories[step.category]}
        {step.hidden && ` · ${texts.hiddenShort}`}
      </span>
      <VisuallyHidden>
        {texts.stages[step.stage]} {isFlagged && texts.flagged}
      </VisuallyHidden>
    </UnstyledButton>
  )
}
