import { Button, Drawer, Select, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useTexts } from '../texts'
import type { Workplace } from '../work'
import { FilterBar } from './filter-bar'
import type { SetState } from './list-context'
import { conditionsOf, DEFAULT_SORT, type ListState } from './state'

type Props = { workplace: Workplace; state: ListState; set: SetState }

/** The filters and the order where there is no room for them beside the list. */
export function FilterDrawer({ workplace, state, set }: Props) {
  const texts = useTexts().issueList
  const [isOpen, { open, close }] = useDisclosure()
  const on = Object.keys(conditionsOf(state)).filter((name) => name !== 'sort' && name !== 'q').length
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={open}
      >
        {on > 0 ? texts.filtersOn(on) : texts.filters}
      </Button>
      <Drawer opened={isOpen} onClose={close} title={texts.filters} position="bottom" size="80%">
        <Stack>
          <FilterBar workplace={workplace} state={state} set={set} />
          <Select
            label={texts.sort}
            data={Object.entries(texts.sorts).map(([value, label]) => ({ value, label }))}
            value={state.sort ?? DEFAULT_SORT}
            allowDeselect={false}
            onChange={(sort) => set({ sort: sort === DEFAULT_SORT ? null : sort })}
          />
          <Button onClick={close}>{texts.showFound}</Button>
        </Stack>
      </Drawer>
    </>
  )
}
