import { Button, Stack, Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { answer, api } from '../api/client'
import { usePages } from '../api/pages'
import { useTexts } from '../texts'
import { Empty, Failed, Page } from '../ui'
import { AuditEntry } from './audit-entry'
import { FilterBar, type Filters } from './filter-bar'

/** Who did what, newest first. */
export function AuditPage() {
  const texts = useTexts().audit
  const filters: Filters = useSearch({ strict: false })
  return (
    <Page title={texts.title} about={texts.about}>
      <FilterBar filters={filters} />
      <Lines filters={filters} />
    </Page>
  )
}

function Lines({ filters }: { filters: Filters }) {
  const { audit: texts, common } = useTexts()
  const { items, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = usePages(
    ['audit', filters],
    (cursor) =>
      answer(
        api.GET('/api/v1/audit', {
          params: { query: { limit: 50, ...wanted(filters), ...(cursor ? { cursor } : {}) } },
        }),
      ),
  )
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (isPending) return <Text c="dimmed">{common.loading}…</Text>
  if (items.length === 0)
    return <Empty>{Object.keys(filters).length > 0 ? texts.noneFound : texts.none}</Empty>
  return (
    <Stack gap="sm" align="flex-start">
      <Stack component="ol" gap={0} className="desk-surface desk-list" w="100%">
        {items.map((line) => (
          <AuditEntry key={line.id} line={line} />
        ))}
      </Stack>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {common.more}
        </Button>
      )}
    </Stack>
  )
}

/** The days of the filter, from the beginning of one to the end of the other where whoever asks is. */
function wanted({ from, to, ...filters }: Filters) {
  return {
    ...filters,
    ...(from ? { from: new Date(`${from}T00:00:00`).toISOString() } : {}),
    ...(to ? { to: new Date(`${to}T23:59:59.999`).toISOString() } : {}),
  }
}
