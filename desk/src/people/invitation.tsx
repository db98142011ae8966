import { Alert, Code, Group, Stack } from '@mantine/core'
import { type QueryClient, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Answer } from '../api/client'
import { useTexts } from '../texts'
import { CopyButton } from '../ui'
import { USERS_KEY, userSource } from './users'

type Invitation = Answer<'/api/v1/users/{id}/invitation', 'post'>

function invitationKey(id: string): readonly string[] {
  return ['invitation', id]
}

/** Sends a person a link to choose a password. */
export async function invite(queries: QueryClient, id: string): Promise<void> {
  const sent = await answer(api.POST('/api/v1/users/{id}/invitation', { params: { path: { id } } }))
  queries.setQueryData(invitationKey(id), sent)
  await Promise.all([
    queries.invalidateQueries({ queryKey: USERS_KEY }),
    queries.invalidateQueries({ queryKey: userSource(id).key }),
  ])
}

export function useInvite(id: string) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: () => invite(queries, id) })
}

/** Says that an invitation was sent a moment ago; and how else to come by the link, where mail does not leave. */
export function InvitationNotice({ id, email }: { id: string; email: string }) {
  const texts = useTexts().people.user
  const { data } = useQuery<Invitation>({ queryKey: invitationKey(id), queryFn: skipToken })
  if (!data) return null
  const command = `reklamator user link --email ${email}`
  return (
    <Alert color={data.captured ? 'call' : 'good'} role="status">
      {data.captured ? (
        <Stack gap="xs">
          {texts.captured}
          <Group gap="xs" wrap="nowrap">
            <Code className="desk-wrap">{command}</Code>
            <CopyButton value={command} label={texts.command} />
          </Group>
        </Stack>
      ) : (
        texts.invited(email)
      )}
    </Alert>
  )
}
