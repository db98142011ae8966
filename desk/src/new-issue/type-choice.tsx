import { Group, Radio } from '@mantine/core'
import { useFormat, useTexts } from '../texts'
import type { WorkType } from '../work'

/** What kind of issue it is. */
export function TypeChoice({
  types,
  value,
  onChange,
}: {
  types: readonly WorkType[]
  value: string
  onChange: (key: string) => void
}) {
  const texts = useTexts().newIssue
  const { text } = useFormat()
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={texts.type} data-path="type">
      <Group gap="xs">
        {types.map(({ key, name }) => (
          <Radio.Card key={key} value={key} className="new-issue-type">
            <Radio.Indicator size="xs" />
            {text(name) || key}
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  )
}
