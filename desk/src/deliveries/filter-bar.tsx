import { Group, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useFormat, useTexts } from '../texts'
import { CHANNELS, type Counts, type Filters, STATES } from './deliveries'

/** Kept in the address, so that a view can be passed on. */
export function FilterBar({ filters, counts }: { filters: Filters; counts: Counts | undefined }) {
  const texts = useTexts().deliveries
  const format = useFormat()
  const navigate = useNavigate()
  const choose = (part: { [K in keyof Filters]: string | null }) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)),
      replace: true,
    })
  const named = (state: (typeof STATES)[number]) =>
    counts ? `${texts.states[state]} (${format.number(counts[state])})` : texts.states[state]
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={texts.state}
        placeholder={texts.any}
        data={STATES.map((value) => ({ value, label: named(value) }))}
        value={filters.state ?? null}
        onChange={(state) => choose({ state })}
        clearable
        w={{ base: '100%', xs: 200 }}
      />
      <Select
        label={texts.channel}
        placeholder={texts.any}
        data={CHANNELS.map((value) => ({ value, label: texts.channels[value] }))}
        value={filters.channel ?? null}
        onChange={(channel) => choose({ channel })}
        clearable
        w={{ base: '100%', xs: 180 }}
      />
      <TextInput
        type="search"
        label={texts.issue}
        value={filters.issue ?? ''}
        onChange={(event) => choose({ issue: event.currentTarget.value })}
        autoComplete="off"
        w={{ base: '100%', xs: 200 }}
      />
    </Group>
  )
}
