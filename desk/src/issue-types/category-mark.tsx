import { Badge } from '@mantine/core'
import { IconCheck, IconCircle, IconPlayerPause } from '@tabler/icons-react'
import { useTexts } from '../texts'
import type { Step } from './types'

const MARKS = {
  open: { icon: IconCircle, colour: 'accent' },
  waiting: { icon: IconPlayerPause, colour: 'call' },
  done: { icon: IconCheck, colour: 'good' },
} as const

/** What kind of step it is: shape, colour and word. */
export function CategoryMark({ category }: { category: Step['category'] }) {
  const texts = useTexts().issueTypes
  const { icon: Icon, colour } = MARKS[category]
  return (
    <Badge color={colour} variant="light" tt="none" leftSection={<Icon size={12} aria-hidden />}>
      {texts.categories[category]}
    </Badge>
  )
}
