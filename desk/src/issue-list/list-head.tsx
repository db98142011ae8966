import { ActionIcon, Button, Group, Menu, Text, Title } from '@mantine/core'
import { IconCheck, IconDots, IconDownload, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { linkSearch } from '../api/search'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { DENSITIES, type Density } from './density'
import type { SetState } from './list-context'
import { SearchBox } from './search-box'
import type { ListState } from './state'

type Props = {
  state: ListState
  set: SetState
  count: { count: number; countCapped: boolean } | undefined
  /** Where the whole list is as a file. */
  csv: string
  /** `null` where rows have no heights to choose from. */
  density: { value: Density; onChange: (density: Density) => void } | null
}

/** What the screen is, how many there are, the search, and what one does to the list as a whole. */
export function ListHead({ state, set, count, csv, density }: Props) {
  const texts = useTexts().issueList
  const mayWrite = useMay('issues:write')
  return (
    <Group justify="space-between" gap="xs">
      <Group gap={10} align="baseline" wrap="nowrap">
        <Title order={1} tabIndex={-1}>
          {texts.title}
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {count && (count.countCapped ? texts.countMore(count.count) : texts.count(count.count))}
        </Text>
      </Group>
      <Group gap={6} wrap="nowrap" flex="1 1 280px" justify="flex-end">
        <SearchBox words={state.q ?? ''} onSearch={(words) => set({ q: words || null }, true)} />
        <Menu position="bottom-end" width={220} withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={texts.more}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={csv} download leftSection={<IconDownload size={16} />}>
              {texts.csv}
            </Menu.Item>
            {density && (
              <>
                <Menu.Label>{texts.density}</Menu.Label>
                {(Object.keys(DENSITIES) as Density[]).map((one) => (
                  <Menu.Item
                    key={one}
                    role="menuitemradio"
                    aria-checked={density.value === one}
                    leftSection={<IconCheck size={14} opacity={density.value === one ? 1 : 0} />}
                    onClick={() => density.onChange(one)}
                  >
                    {texts.densities[one]}
                  </Menu.Item>
                ))}
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {mayWrite && (
          <Button
            component={Link}
            to="/issues/new"
            search={linkSearch(state.type && !state.type.includes(',') ? { type: state.type } : {})}
            aria-label={texts.newIssue}
            px={{ base: 9, md: 'md' }}
          >
            <IconPlus size={18} aria-hidden />
            <Text span inherit visibleFrom="md" ms={6}>
              {texts.newIssue}
            </Text>
          </Button>
        )}
      </Group>
    </Group>
  )
}
