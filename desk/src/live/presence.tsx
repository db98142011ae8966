import { Avatar, Group, Text, Tooltip } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { type Present, presenceKey } from './use-presence'
import './live.css'

const MOST_SHOWN = 4

/** Who else is at an issue right now, and who writes. */
export function Presence({ number }: { number: string }) {
  const texts = useTexts().notices
  const format = useFormat()
  const own = useSession()?.user.id
  const { data = [] } = useQuery<readonly Present[]>({
    queryKey: presenceKey(number),
    queryFn: skipToken,
  })
  const others = data.filter(({ id }) => id !== own)
  const writing = others.filter(({ state }) => state === 'writing')
  if (others.length === 0) return null
  const more = others.slice(MOST_SHOWN)
  return (
    <Group gap={8} wrap="nowrap">
      <Avatar.Group spacing={6} role="group" aria-label={texts.alsoHere}>
        {others.slice(0, MOST_SHOWN).map((person) => (
          <Person key={person.id} person={person} />
        ))}
        {more.length > 0 && (
          <Tooltip label={format.list(more.map(({ name }) => name))}>
            <Avatar size={26} color="accent" aria-label={texts.moreHere(more.length)}>
              +{more.length}
            </Avatar>
          </Tooltip>
        )}
      </Avatar.Group>
      {writing.length > 0 && (
        <Text size="sm" c="dimmed" truncate>
          {texts.writing(format.list(writing.map(({ name }) => name)), writing.length)}
        </Text>
      )}
    </Group>
  )
}

function Person({ person: { name, state } }: { person: Present }) {
  const texts = useTexts().notices
  const words = state === 'writing' ? texts.writing(name, 1) : texts.looking(name)
  return (
    <Tooltip label={words} events={{ hover: true, focus: true, touch: true }}>
      <Avatar
        size={26}
        name={name}
        color={state === 'writing' ? 'call' : 'accent'}
        role="img"
        aria-label={words}
        className={state === 'writing' ? 'live-writing' : undefined}
      />
    </Tooltip>
  )
}
