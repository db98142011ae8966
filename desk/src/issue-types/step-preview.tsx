import { Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircle, IconCircleDotFilled } from '@tabler/icons-react'
import { useFormat, useTexts } from '../texts'
import { useWriting } from '../ui'
import { STAGES, type Step } from './types'

type Props = { step: Step; steps: readonly Step[] }

/** What a customer reads while an issue is at a step: the line of stages, and the words that stand there. */
export function StepPreview({ step, steps }: Props) {
  const texts = useTexts().issueTypes
  const { locale } = useWriting()
  const format = useFormat()
  const shown = seenAt(step, steps)
  const say = (words: Readonly<Record<string, string>>) => words[locale] || format.text(words)
  return (
    <Stack gap="xs" className="desk-sunken" role="group" aria-label={texts.asCustomer}>
      <Text fw={600}>{texts.asCustomer}</Text>
      {step.hidden && (
        <Text size="sm" c="dimmed">
          {shown ? texts.hiddenShows(format.text(shown.name) || shown.key) : texts.hiddenShowsNothing}
        </Text>
      )}
      {shown && (
        <>
          <StageLine at={shown.stage} />
          <Text size="lg" fw={600} lang={locale}>
            {say(shown.publicName) || texts.flags['no-public-name']}
          </Text>
          {say(shown.explanation) && <Text lang={locale}>{say(shown.explanation)}</Text>}
          <Text size="sm" c="dimmed">
            {texts.turns[shown.turn]}
          </Text>
          {say(shown.whatNext) && (
            <Text size="sm" lang={locale}>
              {say(shown.whatNext)}
            </Text>
          )}
        </>
      )}
    </Stack>
  )
}

function StageLine({ at }: { at: Step['stage'] }) {
  const texts = useTexts().issueTypes
  const place = STAGES.indexOf(at)
  return (
    <Group component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {STAGES.map((stage, index) => {
        const Icon = index < place ? IconCheck : index === place ? IconCircleDotFilled : IconCircle
        return (
          <Group
            key={stage}
            component="li"
            gap={4}
            wrap="nowrap"
            aria-current={index === place ? 'step' : undefined}
          >
            <Icon size={14} aria-hidden />
            <Text size="sm" fw={index === place ? 600 : 400} {...(index > place ? { c: 'dimmed' } : {})}>
              {texts.stages[stage]}
            </Text>
          </Group>
        )
      })}
    </Group>
  )
}

/** The step whose words a customer reads: a hidden one folds into a public one that leads to it. */
function seenAt(step: Step, steps: readonly Step[]): Step | undefined {
  const asked = new Set<string>()
  const queue = [step]
  for (let one = queue.shift(); one; one = queue.shift()) {
    if (!one.hidden) return one
    if (asked.has(one.key)) continue
    asked.add(one.key)
    const { key } = one
    queue.push(...steps.filter(({ next }) => next.some(({ to }) => to === key)))
  }
  return undefined
}
