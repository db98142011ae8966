import { Checkbox, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { api, type Body, tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { useTexts } from '../texts'
import { notify, Page, SaveBar, Section, useProblemText } from '../ui'
import { invite } from './invitation'
import { PersonFields } from './person-fields'
import { RightsTable } from './rights-table'
import { RoleChoice } from './role-choice'
import type { Role, User } from './users'
import { USERS_KEY } from './users'

type NewUser = Pick<User, 'name' | 'email' | 'publicName' | 'locale'> & { role: Role }
const NOBODY: NewUser = { name: '', email: '', publicName: '', locale: null, role: 'handler' }

export function NewUserPage() {
  const { user: texts, users } = useTexts().people
  return (
    <Page
      title={texts.newTitle}
      about={texts.newAbout}
      crumbs={[{ label: users.title, to: '/configuration/users' }]}
    >
      <NewUserForm />
      <RightsTable />
    </Page>
  )
}

/** Adds a person, and goes to them; `made` holds who was added. */
function useNewUser() {
  const made = useRef<string | null>(null)
  const source = useMemo<Source<NewUser>>(
    () => ({
      key: ['new-user'],
      read: () => Promise.resolve({ value: NOBODY, etag: null }),
      write: async (body: Body<'/api/v1/users', 'post'>) => {
        const { value, etag } = await tagged(api.POST('/api/v1/users', { body }))
        made.current = value.id
        return { value: { ...NOBODY, ...value }, etag }
      },
      touches: [USERS_KEY],
    }),
    [],
  )
  const blank = useMemo(() => ({ value: NOBODY, etag: null }), [])
  return { draft: useDraft(source, blank), made }
}

function NewUserForm() {
  const { user: texts } = useTexts().people
  const problemText = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isSentNow, setSentNow] = useState(true)
  const { draft, made } = useNewUser()
  const { value, patch, errorAt } = draft
  const go = async () => {
    const id = made.current
    if (!id) return
    if (isSentNow) await invite(queries, id).catch((error: unknown) => notify(problemText(error)))
    await navigate({ to: `/configuration/users/${id}` })
  }
  return (
    <>
      <Section title={texts.person}>
        <PersonFields value={value} onChange={patch} errorAt={errorAt} />
      </Section>
      <Section title={texts.role}>
        <RoleChoice value={value.role} onChange={(role) => patch({ role })} error={errorAt('role')} />
      </Section>
      <Stack gap="md">
        <Checkbox
          checked={isSentNow}
          onChange={(event) => setSentNow(event.currentTarget.checked)}
          label={texts.sendNow}
          description={texts.sendNowHelp}
        />
        <SaveBar
          draft={draft}
          nameOf={(member) => nameIn(texts, member)}
          action={texts.create}
          always
          onSaved={() => void go()}
        />
      </Stack>
    </>
  )
}

function nameIn(texts: Readonly<Record<string, unknown>>, member: string): string {
  const name = texts[member]
  return typeof name === 'string' ? name : member
}
