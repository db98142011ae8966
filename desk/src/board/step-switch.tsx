import { NativeSelect } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useTexts } from '../texts'
import type { WorkStep } from '../work'

/** On a narrow screen, where one column is seen at a time: which one it is, and the way to the others. */
export function StepSwitch({
  steps,
  nameOf,
  place,
}: {
  steps: readonly WorkStep[]
  nameOf: (step: string) => string
  place: RefObject<HTMLDivElement | null>
}) {
  const texts = useTexts().work
  const [shown, setShown] = useState(steps[0]?.key ?? '')
  useEffect(() => {
    const board = place.current
    const look = () => {
      const columns = [...(board?.querySelectorAll<HTMLElement>('.board-column') ?? [])]
      const middle = (board?.getBoundingClientRect().left ?? 0) + (board?.clientWidth ?? 0) / 2
      const seen = columns.find((column) => column.getBoundingClientRect().right > middle)
      if (seen?.dataset['step']) setShown(seen.dataset['step'])
    }
    board?.addEventListener('scroll', look, { passive: true })
    return () => board?.removeEventListener('scroll', look)
  }, [place])
  return (
    <NativeSelect
      hiddenFrom="sm"
      aria-label={texts.fields.step}
      data={steps.map(({ key }) => ({ value: key, label: nameOf(key) }))}
      value={shown}
      onChange={(event) => {
        const key = event.currentTarget.value
        setShown(key)
        place.current
          ?.querySelector(`[data-step="${CSS.escape(key)}"]`)
          ?.scrollIntoView({ inline: 'center', block: 'nearest' })
      }}
    />
  )
}
