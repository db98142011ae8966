import { Anchor, Button, Group, Pill, Select, Stack, Text } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client'
import { usePages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { Empty, Failed, Page } from '../ui'
import { PLACE, useTargetNames, type Version, VERSIONS_KEY } from './names'
import { Sentence } from './sentence'

/** How the configuration came to be as it is, newest first. */
export function HistoryPage() {
  const texts = useTexts().history
  const { target }: { target?: string } = useSearch({ strict: false })
  return (
    <Page title={texts.title} about={texts.about}>
      <TargetChoice target={target} />
      <Versions target={target} />
    </Page>
  )
}

function TargetChoice({ target }: { target: string | undefined }) {
  const texts = useTexts().history
  const nameOf = useTargetNames()
  const navigate = useNavigate()
  const choose = (chosen: string | null) =>
    void navigate({ to: '.', search: chosen ? { target: chosen } : {}, replace: true })
  const isKind = target !== undefined && texts.kinds[target] !== undefined
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={texts.kind}
        placeholder={texts.anything}
        data={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
        value={isKind ? target : null}
        onChange={choose}
        clearable
        w={{ base: '100%', xs: 240 }}
      />
      {target !== undefined && !isKind && (
        <Pill size="lg" withRemoveButton onRemove={() => choose(null)} mb={4}>
          {texts.only(nameOf(target))}
        </Pill>
      )}
      {target !== undefined && (
        <Button variant="subtle" onClick={() => choose(null)}>
          {texts.clear}
        </Button>
      )}
    </Group>
  )
}

function Versions({ target }: { target: string | undefined }) {
  const { history: texts, common } = useTexts()
  const pages = usePages([...VERSIONS_KEY, target ?? ''], (cursor) =>
    answer(
      api.GET('/api/v1/versions', {
        params: { query: { limit: 50, ...(target ? { target } : {}), ...(cursor ? { cursor } : {}) } },
      }),
    ),
  )
  if (pages.error) return <Failed error={pages.error} again={() => void pages.refetch()} />
  if (pages.isPending) return <Text c="dimmed">{common.loading}…</Text>
  if (pages.items.length === 0) return <Empty>{texts.none}</Empty>
  return (
    <Stack gap="sm" align="flex-start">
      <Stack component="ol" gap={0} className="desk-surface desk-list" w="100%">
        {pages.items.map((version) => (
          <Entry key={version.id} version={version} />
        ))}
      </Stack>
      {pages.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void pages.fetchNextPage()}
          loading={pages.isFetchingNextPage}
        >
          {common.more}
        </Button>
      )}
    </Stack>
  )
}

function Entry({ version }: { version: Version }) {
  const texts = useTexts().history
  const format = useFormat()
  return (
    <li className="desk-list-item">
      <Group justify="space-between" gap={4} align="baseline">
        <Text className="desk-wrap" flex="1 1 260px">
          <Sentence version={version} />
        </Text>
        <Text size="sm" c="dimmed" component="time" dateTime={version.at} flex="none">
          {format.dateTime(version.at)}
        </Text>
      </Group>
      {version.restores && (
        <Text size="sm" c="dimmed">
          {texts.restored}
        </Text>
      )}
      <Anchor component={Link} to={`${PLACE}/${version.id}`} size="sm" mih={24} display="inline-block">
        {texts.look}
      </Anchor>
    </li>
  )
}
