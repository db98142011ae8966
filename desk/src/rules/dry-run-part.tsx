import { Alert, Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { Problem } from '../api/problem'
import { useFormat, useTexts } from '../texts'
import { Section, useMessageText, useProblemText } from '../ui'
import type { DryRun, DryRunAnswer } from './dry-run'

type Fired = DryRunAnswer['fired'][number]

/** A try of the rule as it stands, over what really happened. */
export function DryRunPart({ dryRun, sentence }: { dryRun: DryRun; sentence: string | null }) {
  const texts = useTexts().rules
  return (
    <Section title={texts.tryTitle} about={texts.tryAbout}>
      {sentence && <Text className="desk-wrap">{sentence}</Text>}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} />}
          onClick={() => void dryRun.run()}
          loading={dryRun.isRunning}
        >
          {texts.try}
        </Button>
      </Group>
      <Stack gap="sm" aria-live="polite">
        {dryRun.error !== null && <Refused error={dryRun.error} />}
        {dryRun.answer && <Found answer={dryRun.answer} isStale={dryRun.isStale} />}
      </Stack>
    </Section>
  )
}

function Refused({ error }: { error: unknown }) {
  const messageText = useMessageText()
  const problemText = useProblemText()
  const texts = useTexts().rules
  const errors = error instanceof Problem ? error.errors : []
  return (
    <Alert color="bad" variant="light" title={texts.cannotTry}>
      {errors.length > 0
        ? errors.map(({ path, message }) => <div key={path + message}>{messageText(message)}</div>)
        : problemText(error)}
    </Alert>
  )
}

function Found({ answer, isStale }: { answer: DryRunAnswer; isStale: boolean }) {
  const texts = useTexts().rules
  return (
    <>
      <Text fw={600}>{texts.found(answer.fired.length, answer.examined)}</Text>
      {answer.more && <Text c="dimmed">{texts.foundMore}</Text>}
      {isStale && (
        <Alert color="call" variant="light">
          {texts.stale}
        </Alert>
      )}
      {answer.fired.length === 0 ? (
        <Text c="dimmed">{texts.foundNone}</Text>
      ) : (
        <div className="desk-table-scroll">
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.issue}</Table.Th>
                <Table.Th>{texts.wouldDo}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {answer.fired.map((fired) => (
                <FiredRow key={fired.event + fired.issue} fired={fired} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </>
  )
}

function FiredRow({ fired }: { fired: Fired }) {
  const texts = useTexts().rules
  const format = useFormat()
  const messageText = useMessageText()
  return (
    <Table.Tr>
      <Table.Td valign="top">
        <Text fw={600}>{fired.issue}</Text>
        <Text size="sm" c="dimmed">
          {format.dateTime(fired.at)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Stack gap={6}>
          {fired.actions.map((action, index) => (
            // Actions have no name of their own; their place is who they are.
            <div key={index}>
              <Group gap={6}>
                <Text size="sm">{texts.doNames[action.do] ?? action.do}</Text>
                {action.problem && (
                  <Badge color="call" variant="light" tt="none">
                    {texts.nothing}
                  </Badge>
                )}
              </Group>
              {action.problem && (
                <Text size="sm" c="dimmed" className="desk-wrap">
                  {messageText(action.problem)}
                </Text>
              )}
              {action.messages.map((message) => (
                <Text key={message.to} size="sm" c="dimmed" className="desk-wrap">
                  {message.to}: {message.subject || message.text}
                </Text>
              ))}
            </div>
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  )
}
