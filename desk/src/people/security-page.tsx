import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { type Source, useDraft } from '../api/draft'
import { refreshSession } from '../api/refresh-session'
import { needsAuthenticator, sessionNow, useSession } from '../api/session'
import { ifMatch, sourceQuery } from '../api/source'
import { useFormat, useTexts } from '../texts'
import { Loaded, Page, SaveBar, Section, useMessageText } from '../ui'
import { type Role, ROLES, useUsers } from './users'

type Security = Answer<'/api/v1/security', 'get'>

const security: Source<Security> = {
  key: ['security'],
  read: () => tagged(api.GET('/api/v1/security')),
  write: (body, etag) => tagged(api.PUT('/api/v1/security', { body, params: { header: ifMatch(etag) } })),
}

export function SecurityPage() {
  const texts = useTexts().people.security
  const query = useQuery(sourceQuery(security))
  return (
    <Page title={texts.title} about={texts.about}>
      <Loaded query={query}>{(loaded) => <SecurityForm loaded={loaded} />}</Loaded>
    </Page>
  )
}

function SecurityForm({ loaded }: { loaded: Tagged<Security> }) {
  const { security: texts, roles } = useTexts().people
  const messageText = useMessageText()
  const draft = useDraft(security, loaded)
  const { value, patch, errorAt } = draft
  const navigate = useNavigate()
  const askOneself = async () => {
    await refreshSession()
    const session = sessionNow()
    if (session && needsAuthenticator(session)) await navigate({ to: '/account/authenticator' })
  }
  return (
    <Stack gap="md">
      <Section title={texts.authenticator} about={texts.authenticatorAbout}>
        <Checkbox.Group
          label={texts.roles}
          description={texts.rolesHelp}
          value={value.authenticatorRoles}
          onChange={(chosen) => patch({ authenticatorRoles: ROLES.filter((role) => chosen.includes(role)) })}
          error={messageText(errorAt('authenticatorRoles', true))}
          data-path="authenticatorRoles"
        >
          <Stack gap="xs" mt="xs">
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={roles[role]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Meaning roles={value.authenticatorRoles} isNew={draft.isDirty} />
      </Section>
      <SaveBar draft={draft} nameOf={() => texts.roles} onSaved={() => void askOneself()} />
    </Stack>
  )
}

/** What it means for those who have no authenticator yet. */
function Meaning({ roles, isNew }: { roles: readonly Role[]; isNew: boolean }) {
  const texts = useTexts().people.security
  const format = useFormat()
  const own = useSession()?.user
  const { data: users = [] } = useUsers()
  if (roles.length === 0) return null
  const without = users.filter((user) => user.active && !user.totp && roles.includes(user.role))
  const isOneself = without.some((user) => user.id === own?.id)
  return (
    <Alert color={without.length > 0 ? 'call' : 'good'} role="status">
      {without.length === 0 ? (
        texts.allHave
      ) : (
        <Stack gap={4}>
          <Text
            fw={600}
          >{`${texts.without(without.length)}: ${format.list(without.map(({ name }) => name))}`}</Text>
          <Text>{texts.withoutAbout}</Text>
          {isOneself && isNew && <Text>{texts.yourselfFirst}</Text>}
        </Stack>
      )}
    </Alert>
  )
}
