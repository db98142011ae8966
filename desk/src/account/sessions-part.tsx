import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Item } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Failed, Loaded, notify, Section } from '../ui'

type OwnSession = Item<'/api/v1/account/sessions'>
const SESSIONS_KEY = ['account', 'sessions']

export function SessionsPart() {
  const texts = useTexts().account
  const query = useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: () => answer(api.GET('/api/v1/account/sessions')),
  })
  return (
    <Section
      title={texts.sessions}
      about={texts.sessionsAbout}
      actions={(query.data?.items.length ?? 0) > 1 && <EndOthers />}
    >
      <Loaded query={query}>
        {({ items }) => (
          <Stack component="ul" gap={0} className="desk-list">
            {items.map((session) => (
              <SessionItem key={session.id} session={session} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}

function SessionItem({ session }: { session: OwnSession }) {
  const texts = useTexts().account
  const format = useFormat()
  const queries = useQueryClient()
  const device = session.device || texts.unknownDevice
  const end = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id: session.id } } })),
    onSuccess: async () => {
      notify(texts.ended)
      await queries.invalidateQueries({ queryKey: SESSIONS_KEY })
    },
  })
  return (
    <li className="desk-list-item">
      <Group justify="space-between" gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconDeviceDesktop size={20} aria-hidden />
          <div>
            <Group gap="xs">
              <Text fw={600}>{device}</Text>
              {session.current && (
                <Badge variant="light" tt="none">
                  {texts.here}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {texts.signedIn(format.dateTime(session.createdAt))},{' '}
              {texts.lastSeen(format.dateTime(session.seenAt))}
            </Text>
          </div>
        </Group>
        {!session.current && (
          <Button
            variant="default"
            size="xs"
            loading={end.isPending}
            onClick={() => end.mutate()}
            aria-label={texts.endOf(device)}
          >
            {texts.end}
          </Button>
        )}
      </Group>
      {end.error && <Failed error={end.error} />}
    </li>
  )
}

function EndOthers() {
  const texts = useTexts().account
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/account/sessions')),
    onSuccess: async () => {
      notify(texts.othersEnded)
      await queries.invalidateQueries({ queryKey: SESSIONS_KEY })
    },
  })
  return (
    <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
      {texts.endOthers}
    </Button>
  )
}
