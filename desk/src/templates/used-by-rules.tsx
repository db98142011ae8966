import { Anchor, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRules } from '../rules/rules'
import { useTexts } from '../texts'
import { Section } from '../ui'
import { rulesSending } from './used-by'

/** What sends a template by itself. */
export function UsedBy({ templateKey }: { templateKey: string }) {
  const texts = useTexts().templates
  const rules = rulesSending(useRules().data ?? [], templateKey)
  return (
    <Section title={texts.usedBy}>
      {rules.length === 0 ? (
        <Text c="dimmed">{texts.usedByNone}</Text>
      ) : (
        <List>
          {rules.map(({ id, name, enabled }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/configuration/rules/${id}`}>
                {name}
              </Anchor>
              {!enabled && ` (${texts.ruleOff})`}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
