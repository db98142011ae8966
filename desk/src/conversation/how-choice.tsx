import { Select, Text } from '@mantine/core'
import { useTexts } from '../texts'
import type { Issue } from '../work'
import type { How } from './sending'

/** How a message reaches the customer. */
export function HowChoice({
  issue,
  ways,
  value,
  onChoose,
}: {
  issue: Issue
  ways: readonly How[]
  value: How
  onChoose: (how: How) => void
}) {
  const texts = useTexts().conversation
  const { email, phone } = issue.contact
  const words = { email: texts.hows.email(email), sms: texts.hows.sms(phone), page: texts.hows.page }
  if (ways.length === 1)
    return (
      <Text size="sm" c="dimmed">
        {texts.nobody}
      </Text>
    )
  return (
    <Select
      aria-label={texts.how}
      data={ways.map((way) => ({ value: way, label: words[way] }))}
      value={value}
      onChange={(way) => way && onChoose(way)}
      allowDeselect={false}
      comboboxProps={{ position: 'top-end', width: 'max-content' }}
      size="xs"
      flex="0 1 300px"
    />
  )
}
