import { Stack, Text, Title } from '@mantine/core'
import { useTexts } from '../texts'
import { Section } from '../ui'
import { StepMark, useNames, type Workplace } from '../work'
import { BarList } from './bar-list'
import type { Overview } from './overview'

const TURNS = ['us', 'customer', 'partner'] as const

/** Open issues by step, those that wait for us first. */
export function WaitingPart({
  overview: { steps, open },
  type,
  workplace,
}: {
  overview: Overview
  type: string | undefined
  workplace: Workplace
}) {
  const { overview: texts, work } = useTexts()
  const names = useNames(workplace)
  const most = Math.max(0, ...steps.map(({ count }) => count))
  const isOne = type !== undefined || workplace.types.length === 1
  const named = (step: Overview['steps'][number]) =>
    isOne ? names.step(step.type, step.step) : `${names.type(step.type)}: ${names.step(step.type, step.step)}`
  return (
    <Section title={texts.waiting} about={texts.waitingAbout}>
      {open.count === 0 && <Text>{texts.none}</Text>}
      {TURNS.map((turn) => {
        const own = steps
          .filter((step) => step.turn === turn)
          .toSorted((one, other) => other.count - one.count)
        if (own.length === 0) return null
        return (
          <Stack key={turn} gap={4}>
            <Title order={3} size="sm" c="dimmed">
              {work.turns[turn]} · {texts.issues(open.turns[turn])}
            </Title>
            <BarList
              most={most}
              bars={own.map((step) => ({
                key: `${step.type} ${step.step}`,
                name: named(step),
                mark: <StepMark category={names.stepOf(step.type, step.step)?.category ?? 'open'} />,
                count: step.count,
                late: step.late,
                search: { type: step.type, step: step.step },
              }))}
            />
          </Stack>
        )
      })}
    </Section>
  )
}
