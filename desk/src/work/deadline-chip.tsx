import { Tooltip } from '@mantine/core'
import { IconCheck, IconPlayerPause } from '@tabler/icons-react'
import { useFormat, useTexts } from '../texts'
import type { Issue } from './workplace'

/** How near a day is: what decides how loud the chip is. */
type Nearness = 'none' | 'far' | 'near' | 'close' | 'late' | 'paused' | 'over'

export function nearnessOf({
  due,
  deadline,
  category,
}: Pick<Issue, 'due' | 'deadline' | 'category'>): Nearness {
  if (due === null) return 'none'
  if (category === 'done' || deadline?.state === 'met') return 'over'
  if (deadline?.state === 'paused') return 'paused'
  const left = deadline?.daysLeft ?? null
  if (left === null) return 'far'
  if (left < 0) return 'late'
  return left <= 2 ? 'close' : left <= 7 ? 'near' : 'far'
}

type Props = {
  issue: Pick<Issue, 'due' | 'deadline' | 'category'>
  /** With the browser's own hint, for lists that show hundreds. */
  isLight?: boolean
}

/** Until when an issue has to be settled. The whole date and the rule are told on hover and focus. */
export function DeadlineChip({ issue, isLight = false }: Props) {
  const texts = useTexts().work.deadline
  const format = useFormat()
  const { due, deadline } = issue
  const nearness = nearnessOf(issue)
  if (due === null || nearness === 'none') return null
  const left = deadline?.daysLeft ?? null
  const day = format.shortDay(due)
  const words =
    nearness === 'far' || nearness === 'over' || left === null
      ? day
      : nearness === 'late'
        ? texts.late(-left)
        : nearness === 'paused'
          ? texts.paused(left)
          : left === 0
            ? texts.today
            : texts.left(left)
  const about = [format.day(due), deadline?.words].filter(Boolean).join(' · ')
  const chip = (
    <span className={`work-due work-due-${nearness}`} title={isLight ? about : undefined}>
      {nearness === 'over' && <IconCheck size={12} aria-hidden />}
      {nearness === 'paused' && <IconPlayerPause size={12} aria-hidden />}
      {words}
    </span>
  )
  if (isLight) return chip
  return (
    <Tooltip label={about} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      {chip}
    </Tooltip>
  )
}
