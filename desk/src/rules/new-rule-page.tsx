import { useMemo, useRef } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { api, tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { useTexts } from '../texts'
import { Page, SaveBar } from '../ui'
import { RuleForm, useRuleMemberName } from './rule-form'
import { draftOf, type RuleDraft, RULES_KEY } from './rules'

const BLANK: RuleDraft = {
  name: '',
  enabled: false,
  issueType: null,
  trigger: { on: 'issue.created' },
  condition: null,
  actions: [],
  stop: false,
  once: false,
}

export function NewRulePage() {
  const texts = useTexts().rules
  return (
    <Page
      title={texts.newTitle}
      about={texts.newAbout}
      crumbs={[{ label: texts.title, to: '/configuration/rules' }]}
    >
      <NewRule />
    </Page>
  )
}

function NewRule() {
  const { common } = useTexts()
  const navigate = useNavigate()
  const nameOf = useRuleMemberName()
  const made = useRef<string | null>(null)
  const source = useMemo<Source<RuleDraft>>(
    () => ({
      key: ['new-rule'],
      read: () => Promise.resolve({ value: BLANK, etag: null }),
      write: async (body) => {
        const { value, etag } = await tagged(api.POST('/api/v1/business-rules', { body }))
        made.current = value.id
        return { value: draftOf(value), etag }
      },
      touches: [RULES_KEY],
    }),
    [],
  )
  const blank = useMemo(() => ({ value: BLANK, etag: null }), [])
  const draft = useDraft(source, blank)
  return (
    <>
      <RuleForm draft={draft} />
      <SaveBar
        draft={draft}
        nameOf={nameOf}
        action={common.create}
        always
        onSaved={() => void navigate({ to: `/configuration/rules/${made.current ?? ''}` })}
      />
    </>
  )
}
