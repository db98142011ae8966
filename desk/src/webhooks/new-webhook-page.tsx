import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, type Tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { useTexts } from '../texts'
import { Page, SaveBar, Section } from '../ui'
import { SecretShown } from './secret-shown'
import { WebhookFields } from './webhook-fields'
import { PLACE, WEBHOOKS_KEY, type Written } from './webhooks'

const BLANK: Tagged<Written> = {
  value: { name: '', url: '', events: ['*'], issueType: null, fields: [], enabled: true },
  etag: null,
}

export function NewWebhookPage() {
  const { webhooks: texts, common } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  const source: Source<Written> = {
    key: [...WEBHOOKS_KEY, 'new'],
    read: () => Promise.resolve(BLANK),
    write: async (body) => {
      setMade(await answer(api.POST('/api/v1/webhooks', { body })))
      return { value: body, etag: null }
    },
    touches: [[...WEBHOOKS_KEY, 'all']],
  }
  const draft = useDraft(source, BLANK)
  const go = () => {
    queries.removeQueries({ queryKey: source.key })
    void navigate({ to: `${PLACE}/${made?.id ?? ''}` })
  }
  return (
    <Page title={texts.add} crumbs={[{ label: texts.title, to: PLACE }]}>
      <Section title={texts.settings}>
        <WebhookFields draft={draft} />
      </Section>
      {!made && (
        <SaveBar draft={draft} action={common.create} nameOf={(path) => nameIn(texts, path)} always />
      )}
      {made && <SecretShown secret={made.secret} onClose={go} />}
    </Page>
  )
}

/** The label of a member of a webhook. */
export function nameIn(texts: object, path: string): string {
  const label: unknown = Reflect.get(texts, path.split('.')[0] ?? '')
  return typeof label === 'string' ? label : path
}
