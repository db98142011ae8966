import { Alert, Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { QrCode } from '../ui/qr-code'
import { api, tagged } from '../api/client'
import { Problem } from '../api/problem'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'
import { CopyButton, Empty, Loaded, Page, Section, useMessageText, useProblemText } from '../ui'
import { type Issue, issuePath, useNames, useWorkplace, type Workplace } from '../work'
import { retryErrands, type Task, useErrands } from './after-making'
import { ReceiptPart } from './receipt-part'

/** What one has at hand once an issue is there: its number, the customer's link, the receipt, and the next one. */
export function MadePage() {
  const texts = useTexts().newIssue
  const { number }: { number?: string } = useSearch({ strict: false })
  const workplace = useWorkplace()
  const issue = useQuery({
    queryKey: ['issue', number],
    queryFn: () => tagged(api.GET('/api/v1/issues/{number}', { params: { path: { number: number ?? '' } } })),
    enabled: number !== undefined,
  })
  return (
    <Page title={texts.made} crumbs={[{ label: useTexts().shell.issues, to: '/issues' }]} width={880}>
      {number === undefined ? (
        <Empty>{texts.noNumber}</Empty>
      ) : (
        <Loaded query={issue}>
          {({ value }) => (
            <Loaded query={workplace}>{(known) => <Made issue={value} workplace={known} />}</Loaded>
          )}
        </Loaded>
      )}
    </Page>
  )
}

function Made({ issue, workplace }: { issue: Issue; workplace: Workplace }) {
  const { newIssue: texts } = useTexts()
  const names = useNames(workplace)
  const { number, type, statusUrl } = issue
  const hasPage = names.typeOf(type)?.statusPage.enabled ?? false
  return (
    <Stack gap="md">
      <Section title={names.type(type)}>
        <Group gap="xs">
          <Text component="p" className="new-issue-big" m={0}>
            {number}
          </Text>
          <CopyButton value={number} label={texts.copyNumber} />
        </Group>
        <Group gap="xs">
          <Button component={Link} to={issuePath(number)}>
            {texts.openIssue}
          </Button>
          <Button
            variant="default"
            component={Link}
            to="/issues/new"
            search={linkSearch({ type })}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {texts.another}
          </Button>
        </Group>
      </Section>
      <Errands number={number} />
      <ReceiptPart issue={issue} workplace={workplace} />
      {hasPage && (
        <Section title={texts.customerPage} about={texts.customerPageAbout}>
          <Group gap="md" align="flex-start">
            <QrCode text={statusUrl} label={texts.qrCode} />
            <Group gap="xs" wrap="nowrap" className="new-issue-link">
              <Anchor href={statusUrl} target="_blank" rel="noreferrer" className="desk-wrap">
                {statusUrl}
              </Anchor>
              <CopyButton value={statusUrl} label={texts.copyLink} />
            </Group>
          </Group>
        </Section>
      )}
    </Stack>
  )
}

/** How far files and links are; what failed can be tried again, the issue is there in any case. */
function Errands({ number }: { number: string }) {
  const texts = useTexts().newIssue
  const tasks = useErrands(number)
  if (tasks.length === 0) return null
  const failed = tasks.filter(({ state }) => state === 'failed')
  return (
    <Section title={texts.errands}>
      <ul className="desk-list" aria-live="polite">
        {tasks.map((task) => (
          <li key={task.id} className="new-issue-errand">
            <Errand task={task} />
          </li>
        ))}
      </ul>
      {failed.length > 0 && (
        <Alert color="bad" role="alert" title={texts.errandsFailed}>
          <Button size="xs" variant="default" onClick={() => retryErrands(number)}>
            {texts.retry}
          </Button>
        </Alert>
      )}
    </Section>
  )
}

function Errand({ task: { id, name, state, progress, problem } }: { task: Task }) {
  const texts = useTexts().newIssue
  const why = useWhy()
  const label = id.startsWith('link-') ? texts.linked(name) : name
  return (
    <>
      <Group gap={8} wrap="nowrap">
        {state === 'done' && <IconCheck size={16} color="var(--desk-good)" aria-label={texts.done} />}
        {state === 'failed' && (
          <IconAlertTriangle size={16} color="var(--desk-bad)" aria-label={texts.failed} />
        )}
        <Text size="sm" className="desk-wrap">
          {label}
        </Text>
      </Group>
      {(state === 'working' || state === 'waiting') && (
        <Progress value={progress * 100} size="sm" aria-label={texts.sending(label)} mt={4} />
      )}
      {state === 'failed' && (
        <Text size="sm" c="bad">
          {why(problem)}
        </Text>
      )}
    </>
  )
}

/** Why it failed: what is wrong with what was sent, where that is told. */
function useWhy(): (problem: unknown) => string | undefined {
  const problemText = useProblemText()
  const messageText = useMessageText()
  return (problem) => {
    const [wrong] = problem instanceof Problem ? problem.errors : []
    return wrong ? messageText(wrong.message) : problemText(problem)
  }
}
