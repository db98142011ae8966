import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api, type Item } from '../api/client'
import { usePages } from '../api/pages'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { Failed, Scrolling, Section } from '../ui'
import { webhookSource } from './webhooks'

type Attempt = Item<'/api/v1/webhooks/{id}/attempts'>

/** Tries a webhook, and tells of its calls. */
export function TestPart({ id }: { id: string }) {
  const { webhooks: texts, common } = useTexts()
  const queries = useQueryClient()
  const key = [...webhookSource(id).key, 'attempts']
  const test = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const pages = usePages(key, (cursor) =>
    answer(
      api.GET('/api/v1/webhooks/{id}/attempts', {
        params: { path: { id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  )
  return (
    <>
      <Section title={texts.test} about={texts.testAbout}>
        <Group gap="sm">
          <Button variant="default" onClick={() => test.mutate()} loading={test.isPending}>
            {texts.testCall}
          </Button>
          <div aria-live="polite">
            {test.data && (
              <Text component="div" size="sm">
                <Outcome outcome={test.data.outcome} statusClass={test.data.statusClass} />{' '}
                <bdi lang="en">{test.data.reason}</bdi>
              </Text>
            )}
          </div>
        </Group>
        {test.error && <Failed error={test.error} />}
      </Section>
      <Section
        title={texts.calls}
        actions={
          <Anchor
            component={Link}
            to="/configuration/deliveries"
            search={linkSearch({ channel: 'webhook' })}
            size="sm"
          >
            {texts.deliveries}
          </Anchor>
        }
      >
        {pages.items.length > 0 ? (
          <Attempts attempts={pages.items} />
        ) : (
          <Text c="dimmed">{texts.noCalls}</Text>
        )}
        {pages.hasNextPage && (
          <div>
            <Button
              variant="default"
              onClick={() => void pages.fetchNextPage()}
              loading={pages.isFetchingNextPage}
            >
              {common.more}
            </Button>
          </div>
        )}
      </Section>
    </>
  )
}

function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  const texts = useTexts().webhooks
  const format = useFormat()
  return (
    <Scrolling label={texts.calls}>
      <Table miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.when}</Table.Th>
            <Table.Th>{texts.what}</Table.Th>
            <Table.Th>{texts.result}</Table.Th>
            <Table.Th>{texts.took}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {attempts.map(({ id, at, event, outcome, statusClass, duration }) => (
            <Table.Tr key={id}>
              <Table.Td>{format.dateTime(at)}</Table.Td>
              <Table.Td>{texts.eventNames[event] ?? event}</Table.Td>
              <Table.Td>
                <Outcome outcome={outcome} statusClass={statusClass} />
              </Table.Td>
              <Table.Td>{duration === null ? '' : texts.milliseconds(format.number(duration))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolling>
  )
}

function Outcome({ outcome, statusClass }: Pick<Attempt, 'outcome' | 'statusClass'>) {
  const texts = useTexts().webhooks
  return (
    <Badge variant="light" tt="none" fw={550} color={outcome === 'delivered' ? 'good' : 'bad'}>
      {texts.outcomes[outcome]}
      {statusClass && `, ${texts.answered(statusClass)}`}
    </Badge>
  )
}
