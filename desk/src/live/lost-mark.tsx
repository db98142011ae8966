import { Badge } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { useIsLost } from './use-live'

/** Says that what is on the screen may be old, while the server does not answer. */
export function LostMark() {
  const texts = useTexts().notices
  const isLost = useIsLost()
  return (
    <span role="status">
      {isLost && (
        <Badge
          color="call"
          variant="light"
          tt="none"
          fw={600}
          title={texts.lostAbout}
          leftSection={<IconCloudOff size={14} aria-hidden />}
        >
          {texts.lost}
        </Badge>
      )}
    </span>
  )
}
