import { Alert, Button, List, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, type Tagged } from '../api/client'
import { useDraft } from '../api/draft'
import { linkSearch } from '../api/search'
import { ifMatch, sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Confirm, Loaded, notify, Page, SaveBar, Section, useMessageText } from '../ui'
import { nameIn } from './new-webhook-page'
import { SecretPart } from './secret-part'
import { TestPart } from './test-part'
import { WebhookFields } from './webhook-fields'
import { PLACE, type Webhook, WEBHOOKS_KEY, webhookSource } from './webhooks'
import { WebhookBadge } from './webhooks-page'

export function WebhookPage() {
  const { webhooks: texts, common } = useTexts()
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const query = useQuery(sourceQuery(webhookSource(id)))
  return (
    <Page
      title={query.data?.value.name ?? texts.title}
      crumbs={[{ label: texts.title, to: PLACE }]}
      actions={
        <>
          {query.data && <WebhookBadge webhook={query.data.value} />}
          <Button
            component={Link}
            to="/configuration/history"
            search={linkSearch({ target: `webhook:${id}` })}
            variant="default"
          >
            {common.history}
          </Button>
        </>
      }
    >
      <Loaded query={query}>{(loaded) => <WebhookForm key={id} loaded={loaded} />}</Loaded>
    </Page>
  )
}

function WebhookForm({ loaded }: { loaded: Tagged<Webhook> }) {
  const texts = useTexts().webhooks
  const draft = useDraft(webhookSource(loaded.value.id), loaded)
  return (
    <Stack gap="md">
      <Trouble webhook={draft.stored} />
      <Section title={texts.settings}>
        <WebhookFields draft={draft} />
      </Section>
      <SaveBar draft={draft} nameOf={(path) => nameIn(texts, path)} />
      <TestPart id={loaded.value.id} />
      <SecretPart webhook={loaded.value} />
      <DeleteWebhook loaded={loaded} />
    </Stack>
  )
}

/** Why it is off or cannot do all that it says. */
function Trouble({ webhook }: { webhook: Webhook }) {
  const texts = useTexts().webhooks
  const messageText = useMessageText()
  if (webhook.broken.length === 0 && webhook.disabledBecause === null) return null
  return (
    <Alert color="bad" title={webhook.disabledBecause === null ? texts.brokenAbout : texts.disabled}>
      {webhook.disabledBecause !== null && messageText(webhook.disabledBecause)}
      <List size="sm">
        {webhook.broken.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            {nameIn(texts, path)}: {messageText(message)}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function DeleteWebhook({ loaded: { value, etag } }: { loaded: Tagged<Webhook> }) {
  const { webhooks: texts, common } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const remove = async () => {
    await answer(
      api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id: value.id }, header: ifMatch(etag) } }),
    )
    notify(texts.deleted)
    await queries.invalidateQueries({ queryKey: [...WEBHOOKS_KEY, 'all'] })
    await navigate({ to: PLACE })
  }
  return (
    <div>
      <Button variant="default" c="bad" onClick={() => setAsked(true)}>
        {common.delete}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={texts.deleteTitle(value.name)}
        action={common.delete}
        onConfirm={remove}
      >
        {texts.deleteAbout}
      </Confirm>
    </div>
  )
}
