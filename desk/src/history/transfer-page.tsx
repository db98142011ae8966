import { Alert, Button, FileButton, Group, List, Stack, Text } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, answer, api, type Body } from '../api/client'
import { useTexts } from '../texts'
import { Confirm, Failed, notify, Page, Section, useMessageText } from '../ui'
import { DifferenceList } from './difference-list'
import { useTargetNames } from './names'

type Plan = Answer<'/api/v1/configuration', 'put'>
type ConfigurationFile = Body<'/api/v1/configuration', 'put'>

/** The whole configuration as one file: out to keep or to carry elsewhere, and in again after a look. */
export function TransferPage() {
  const texts = useTexts().history.transfer
  return (
    <Page title={texts.title} about={texts.about}>
      <Export />
      <Import />
    </Page>
  )
}

function Export() {
  const texts = useTexts().history.transfer
  const download = useMutation({
    mutationFn: async () => {
      const content = await answer(api.GET('/api/v1/configuration'))
      const address = URL.createObjectURL(
        new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }),
      )
      const link = document.createElement('a')
      link.href = address
      link.download = 'reklamator-configuration.json'
      link.click()
      URL.revokeObjectURL(address)
    },
  })
  return (
    <Section title={texts.export} about={texts.exportAbout}>
      <Button
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {texts.download}
      </Button>
      {download.error && <Failed error={download.error} />}
    </Section>
  )
}

function Import() {
  const texts = useTexts().history.transfer
  const [chosen, setChosen] = useState<{ name: string; content: ConfigurationFile } | null>(null)
  const look = useMutation({
    mutationFn: async (file: File) => {
      const content = JSON.parse(await file.text()) as ConfigurationFile
      setChosen({ name: file.name, content })
      return answer(
        api.PUT('/api/v1/configuration', { params: { query: { dryRun: 'true' } }, body: content }),
      )
    },
    onError: () => setChosen(null),
  })
  return (
    <Section title={texts.import} about={texts.importAbout}>
      <FileButton accept="application/json,.json" onChange={(file) => file && look.mutate(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconFileImport size={18} aria-hidden />}
            loading={look.isPending}
          >
            {texts.choose}
          </Button>
        )}
      </FileButton>
      {look.error &&
        (look.error instanceof SyntaxError ? (
          <Alert color="bad" role="alert">
            {texts.notJson}
          </Alert>
        ) : (
          <Failed error={look.error} />
        ))}
      {look.data && chosen && <Planned plan={look.data} file={chosen} onDone={() => look.reset()} />}
    </Section>
  )
}

type PlannedProps = { plan: Plan; file: { name: string; content: ConfigurationFile }; onDone: () => void }

/** What the file would change here, before it does. */
function Planned({ plan, file, onDone }: PlannedProps) {
  const texts = useTexts().history.transfer
  const messageText = useMessageText()
  const queries = useQueryClient()
  const nameOf = useTargetNames()
  const [isAsking, setAsking] = useState(false)
  const touched = plan.changes.filter((change) => change.do !== 'keep')
  if (plan.errors.length > 0)
    return (
      <Alert color="bad" title={texts.cannot} role="alert">
        <List size="sm">
          {plan.errors.map(({ path, message }) => (
            <List.Item key={path + message}>
              <span className="desk-mono">{path}</span>: {messageText(message)}
            </List.Item>
          ))}
        </List>
      </Alert>
    )
  if (touched.length === 0) return <Text role="status">{texts.nothing}</Text>
  return (
    <Stack gap="sm">
      <Text role="status" fw={600}>
        {texts.found(touched.length)}
      </Text>
      {touched.map((change) => (
        <details key={change.target} className="desk-surface desk-change">
          <summary>
            {texts.does[change.do]}: {nameOf(change.target)}
          </summary>
          <DifferenceList differences={change.differences} />
        </details>
      ))}
      <Group>
        <Button onClick={() => setAsking(true)}>{texts.doImport}</Button>
      </Group>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={texts.question(file.name)}
        action={texts.doImport}
        onConfirm={async () => {
          await answer(api.PUT('/api/v1/configuration', { body: file.content }))
          await queries.invalidateQueries()
          notify(texts.done)
          onDone()
        }}
      >
        {texts.questionAbout}
      </Confirm>
    </Stack>
  )
}
