import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { type Issue, issuePath, useNames, type Workplace } from '../work'
import { missingFor } from './columns'

/** What a step asks for and an issue does not have yet. */
export function NeedsDialog({
  issue,
  to,
  workplace,
  onClose,
}: {
  issue: Issue
  to: string
  workplace: Workplace
  onClose: () => void
  onGiven: (values: Readonly<Record<string, unknown>>) => Promise<void>
}) {
  const { board: texts, common } = useTexts()
  const names = useNames(workplace)
  const step = names.stepOf(issue.type, to)
  const missing = step ? missingFor(step, issue) : []
  return (
    <Modal opened onClose={onClose} title={texts.needsTitle(names.step(issue.type, to))} centered>
      <Stack>
        <Text>{texts.needsAbout(issue.number)}</Text>
        <List>
          {missing.map((field) => (
            <List.Item key={field}>{names.field(field)}</List.Item>
          ))}
        </List>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button component={Link} to={issuePath(issue.number)}>
            {texts.toIssue}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
