import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { usePages } from '../api/pages'
import { useTexts } from '../texts'
import { Empty, Failed, Page } from '../ui'
import { AgainAll } from './again-all'
import {
  countsQuery,
  DELIVERIES_KEY,
  type DeliveryState,
  type Filters,
  loadDeliveries,
  stateIn,
  STATES,
} from './deliveries'
import { DeliveryEntry } from './delivery-entry'
import { FilterBar } from './filter-bar'

/** What was sent, what waits and what could not be sent; what needs somebody stands first. */
export function DeliveriesPage() {
  const texts = useTexts().deliveries
  const filters: Filters = useSearch({ strict: false })
  const counts = useQuery({ ...countsQuery, refetchInterval: 30_000 }).data
  const broken = counts ? counts.failed + counts.dead : 0
  const state = stateIn(filters)
  return (
    <Page
      title={texts.title}
      about={texts.about}
      actions={broken > 0 && !filters.issue && !filters.channel && <AgainAll count={broken} />}
    >
      <FilterBar filters={filters} counts={counts} />
      {counts && broken === 0 && counts.sent + counts.pending > 0 && (
        <Text c="dimmed" size="sm" role="status">
          {texts.well}
        </Text>
      )}
      {state ? <Lot filters={filters} state={state} alone /> : <Lots filters={filters} />}
    </Page>
  )
}

function Lots({ filters }: { filters: Filters }) {
  const texts = useTexts().deliveries
  const any = useQuery({
    queryKey: [...DELIVERIES_KEY, 'any', filters],
    queryFn: () => loadDeliveries(filters, undefined, undefined, 1),
  }).data
  if (any?.items.length === 0)
    return <Empty>{Object.keys(filters).length > 0 ? texts.noneFound : texts.none}</Empty>
  return (
    <>
      {STATES.map((state) => (
        <Lot key={state} filters={filters} state={state} />
      ))}
    </>
  )
}

/** The deliveries in one state. */
function Lot({ filters, state, alone = false }: { filters: Filters; state: DeliveryState; alone?: boolean }) {
  const { deliveries: texts, common } = useTexts()
  const pages = usePages([...DELIVERIES_KEY, 'list', state, filters], (cursor) =>
    loadDeliveries(filters, state, cursor),
  )
  if (pages.error) return <Failed error={pages.error} again={() => void pages.refetch()} />
  if (pages.items.length === 0) return alone && !pages.isPending ? <Empty>{texts.noneFound}</Empty> : null
  return (
    <Stack component="section" gap={6} aria-label={texts.states[state]}>
      <Group gap={8} align="baseline">
        <Title order={2}>{texts.states[state]}</Title>
        <Text size="sm" c="dimmed">
          {texts.statesAbout[state]}
        </Text>
      </Group>
      <Stack component="ul" gap={0} className="desk-surface desk-list" w="100%" m={0}>
        {pages.items.map((delivery) => (
          <DeliveryEntry key={delivery.id} delivery={delivery} />
        ))}
      </Stack>
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
    </Stack>
  )
}
