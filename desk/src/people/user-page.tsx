import { Alert, Fieldset, Stack, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Tagged } from '../api/client'
import { useDraft } from '../api/draft'
import { useSession } from '../api/session'
import { sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Loaded, Page, SaveBar, Section } from '../ui'
import { PersonFields } from './person-fields'
import { RightsTable } from './rights-table'
import { RoleChoice } from './role-choice'
import { UserAccess } from './user-access'
import { DeleteUser } from './delete-user'
import { type EditedUser, userSource, useUsers } from './users'

export function UserPage() {
  const { id }: { id: string } = useParams({ strict: false })
  const query = useQuery(sourceQuery(userSource(id)))
  const texts = useTexts().people
  const user = query.data?.value
  return (
    <Page
      title={user?.name ?? texts.user.person}
      {...(user ? { about: user.email } : {})}
      crumbs={[{ label: texts.users.title, to: '/configuration/users' }]}
    >
      <Loaded query={query}>{(loaded) => <UserForm key={id} id={id} loaded={loaded} />}</Loaded>
    </Page>
  )
}

function UserForm({ id, loaded }: { id: string; loaded: Tagged<EditedUser> }) {
  const { user: texts } = useTexts().people
  const source = useMemo(() => userSource(id), [id])
  const draft = useDraft(source, loaded)
  const { value, stored, patch, errorAt } = draft
  const own = useSession()?.user
  const listed = useUsers().data?.find((user) => user.id === id)
  const mayChange = stored.role !== 'owner' || own?.role === 'owner'
  return (
    <Stack gap="md">
      {!mayChange && <Alert color="accent">{texts.onlyOwners}</Alert>}
      {mayChange && listed && <UserAccess user={listed} />}
      <Fieldset disabled={!mayChange} variant="unstyled" m={0} p={0} miw={0}>
        <Stack gap="md">
          <Section title={texts.person}>
            <PersonFields value={value} onChange={patch} errorAt={errorAt} />
            <Switch
              label={texts.active}
              description={texts.activeHelp}
              data-path="active"
              checked={value.active}
              onChange={(event) => patch({ active: event.currentTarget.checked })}
              error={errorAt('active')}
            />
          </Section>
          <Section title={texts.role}>
            <RoleChoice
              value={value.role}
              stored={stored.role}
              onChange={(role) => patch({ role })}
              error={errorAt('role')}
            />
          </Section>
        </Stack>
      </Fieldset>
      <RightsTable />
      {mayChange && own?.id !== id && <DeleteUser user={stored} etag={loaded.etag} />}
      <SaveBar draft={draft} nameOf={(member) => nameIn(texts, member)} />
    </Stack>
  )
}

function nameIn(texts: Readonly<Record<string, unknown>>, member: string): string {
  const name = texts[member]
  return typeof name === 'string' ? name : member
}
