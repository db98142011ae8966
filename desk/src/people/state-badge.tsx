import { Badge, type BadgeProps } from '@mantine/core'
import { IconBan, IconCheck, IconCircleDashed, IconMail } from '@tabler/icons-react'
import { useTexts } from '../texts'
import type { UserState } from './users'

const LOOKS = {
  active: { color: 'good', icon: IconCheck },
  invited: { color: 'accent', icon: IconMail },
  none: { color: 'call', icon: IconCircleDashed },
  disabled: { color: 'gray', icon: IconBan },
} as const satisfies Record<UserState, { color: string; icon: typeof IconCheck }>

/** How a person stands with signing in: a shape, a colour and a word. */
export function StateBadge({ state, ...props }: { state: UserState } & BadgeProps) {
  const texts = useTexts().people
  const { color, icon: Icon } = LOOKS[state]
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      fw={550}
      leftSection={<Icon size={12} aria-hidden />}
      title={texts.statesAbout[state]}
      {...props}
    >
      {texts.states[state]}
    </Badge>
  )
}
