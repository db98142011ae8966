import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { answer, api, type Item } from '../api/client'
import { usePages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { Failed, Section, useMessageText } from '../ui'

type Run = Item<'/api/v1/business-rules/{id}/runs'>

/** When a rule fired, and what became of it. */
export function Runs({ id }: { id: string }) {
  const { rules: texts, common } = useTexts()
  const runs = usePages<Run>(['rule-runs', id], (cursor) =>
    answer(
      api.GET('/api/v1/business-rules/{id}/runs', {
        params: { path: { id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  )
  return (
    <Section title={texts.runs} about={texts.runsAbout}>
      {runs.error && <Failed error={runs.error} again={() => void runs.refetch()} />}
      {runs.isSuccess && runs.items.length === 0 && <Text c="dimmed">{texts.neverRun}</Text>}
      {runs.items.length > 0 && (
        <div className="desk-table-scroll">
          <Table verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.issue}</Table.Th>
                <Table.Th>{texts.outcome}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.items.map((run) => (
                <RunRow key={run.id} run={run} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {runs.hasNextPage && (
        <Group>
          <Button
            variant="default"
            onClick={() => void runs.fetchNextPage()}
            loading={runs.isFetchingNextPage}
          >
            {common.more}
          </Button>
        </Group>
      )}
    </Section>
  )
}

const COLOURS = { done: 'good', skipped: 'gray', failed: 'bad' } as const

function RunRow({ run }: { run: Run }) {
  const texts = useTexts().rules
  const format = useFormat()
  const messageText = useMessageText()
  return (
    <Table.Tr>
      <Table.Td valign="top">
        <Text fw={600}>{run.issue}</Text>
        <Text size="sm" c="dimmed">
          {format.dateTime(run.at)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Stack gap={6}>
          {run.actions.map(({ do: kind, result, because }, index) => (
            // Actions have no name of their own; their place is who they are.
            <div key={index}>
              <Group gap={6}>
                <Text size="sm">{texts.doNames[kind] ?? kind}</Text>
                <Badge color={COLOURS[result]} variant="light" tt="none">
                  {texts.results[result]}
                </Badge>
              </Group>
              {because && (
                <Text size="sm" c="dimmed" className="desk-wrap">
                  {messageText(because)}
                </Text>
              )}
            </div>
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  )
}
