import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { answer, api } from '../api/client'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Loaded, Page, Section } from '../ui'
import { DifferenceList } from './difference-list'
import { type Compared, PLACE, placeOf, useTargetNames, VERSIONS_KEY } from './names'
import { RestorePart } from './restore-part'
import { Sentence } from './sentence'

/** One change: what it changed, and the way back. */
export function VersionPage() {
  const texts = useTexts().history
  const nameOf = useTargetNames()
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const query = useQuery({
    queryKey: [...VERSIONS_KEY, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/versions/{id}', { params: { path: { id } } })),
  })
  const target = query.data?.target
  return (
    <Page
      title={target ? nameOf(target) : texts.title}
      crumbs={[{ label: texts.title, to: PLACE }]}
      actions={
        target && (
          <Button component={Link} to={placeOf(target)} variant="default">
            {texts.now}
          </Button>
        )
      }
    >
      <Loaded query={query}>{(version) => <Shown version={version} />}</Loaded>
    </Page>
  )
}

function Shown({ version }: { version: Compared }) {
  const texts = useTexts().history
  const format = useFormat()
  const may = useMay('admin')
  return (
    <Stack gap="md">
      <div>
        <Text>
          <Sentence version={version} />
        </Text>
        <Text size="sm" c="dimmed">
          {format.dateTime(version.at)}
          {version.restores && ` · ${texts.restored}`}
        </Text>
      </div>
      {may && <RestorePart version={version} />}
      <Section title={texts.changes}>
        {version.differences.length > 0 ? (
          <DifferenceList differences={version.differences} />
        ) : (
          <Text c="dimmed">{texts.noChanges}</Text>
        )}
      </Section>
    </Stack>
  )
}
