import { IconCheck, IconCircle, IconPlayerPause } from '@tabler/icons-react'
import type { Issue } from './workplace'

const MARKS = {
  open: { icon: IconCircle, colour: 'accent' },
  waiting: { icon: IconPlayerPause, colour: 'call' },
  done: { icon: IconCheck, colour: 'good' },
} as const

/** What kind of step it is, by shape and colour. */
export function StepMark({ category }: { category: Issue['category'] }) {
  const { icon: Icon, colour } = MARKS[category]
  return <Icon size={14} aria-hidden color={`var(--mantine-color-${colour}-text)`} style={{ flex: 'none' }} />
}

/** Where an issue stands: the name of its step, with what kind of step it is by shape and colour, and the step's own dot. */
export function StepChip({
  name,
  category,
  colour,
}: {
  name: string
  category: Issue['category']
  colour?: string | null | undefined
}) {
  const Icon = MARKS[category].icon
  return (
    // Lists show hundreds, so it is as light as can be.
    <span className={`work-step work-step-${category}`}>
      <Icon size={12} aria-hidden />
      <span className="work-step-name">{name}</span>
      {colour && <span className="work-dot" style={{ background: colour }} aria-hidden />}
    </span>
  )
}
