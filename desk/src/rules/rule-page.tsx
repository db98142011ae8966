import { Alert, Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { answer, api, type Tagged } from '../api/client'
import { useDraft } from '../api/draft'
import { sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Confirm, Loaded, Page, SaveBar, useMessageText } from '../ui'
import { RuleForm, useRuleMemberName } from './rule-form'
import { type RuleDraft, RULES_KEY, ruleSource, useRules } from './rules'
import { Runs } from './runs'

export function RulePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { rules: texts, common } = useTexts()
  const source = useMemo(() => ruleSource(id), [id])
  const query = useQuery(sourceQuery(source))
  const [isDeleting, deleting] = useDisclosure()
  return (
    <Page
      title={query.data?.value.name ?? texts.rule}
      crumbs={[{ label: texts.title, to: '/configuration/rules' }]}
      actions={
        <Button variant="default" color="bad" onClick={deleting.open}>
          {common.delete}
        </Button>
      }
    >
      <Broken id={id} />
      <Loaded query={query}>{(loaded) => <RuleEditor key={id} id={id} loaded={loaded} />}</Loaded>
      <DeleteRule id={id} opened={isDeleting} onClose={deleting.close} />
    </Page>
  )
}

function RuleEditor({ id, loaded }: { id: string; loaded: Tagged<RuleDraft> }) {
  const source = useMemo(() => ruleSource(id), [id])
  const draft = useDraft(source, loaded)
  const nameOf = useRuleMemberName()
  return (
    <>
      <RuleForm draft={draft} />
      <Runs id={id} />
      <SaveBar draft={draft} nameOf={nameOf} />
    </>
  )
}

function Broken({ id }: { id: string }) {
  const texts = useTexts().rules
  const messageText = useMessageText()
  const broken = useRules().data?.find((rule) => rule.id === id)?.broken ?? []
  if (broken.length === 0) return null
  return (
    <Alert color="bad" variant="light" title={texts.broken}>
      {broken.map(({ path, message }) => (
        <div key={path + message}>{messageText(message)}</div>
      ))}
    </Alert>
  )
}

function DeleteRule({ id, opened, onClose }: { id: string; opened: boolean; onClose: () => void }) {
  const { rules: texts, common } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={texts.deleteTitle}
      action={common.delete}
      onConfirm={async () => {
        await answer(api.DELETE('/api/v1/business-rules/{id}', { params: { path: { id } } }))
        await queries.invalidateQueries({ queryKey: RULES_KEY })
        await navigate({ to: '/configuration/rules', ignoreBlocker: true })
      }}
    >
      <Text>{texts.deleteAbout}</Text>
    </Confirm>
  )
}
