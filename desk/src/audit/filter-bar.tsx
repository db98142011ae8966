import { Button, Group, Pill, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answer, api } from '../api/client'
import { allPages } from '../api/pages'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { COMMAND_LINE, useNames } from './names'

export type Filters = { actor?: string; action?: string; target?: string; from?: string; to?: string }

/** Who, what, to what, and when: kept in the address, so that a view can be passed on. */
export function FilterBar({ filters }: { filters: Filters }) {
  const texts = useTexts().audit
  const navigate = useNavigate()
  const nameOf = useNames()
  const people = usePeople(filters.actor)
  const go = (search: { [K in keyof Filters]: string | null }) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(Object.entries(search).filter(([, value]) => value)),
      replace: true,
    })
  const choose = (part: { [K in keyof Filters]: string | null }) => go({ ...filters, ...part })
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={texts.who}
        placeholder={texts.anyone}
        data={people}
        value={filters.actor ?? null}
        onChange={(actor) => choose({ actor })}
        searchable
        clearable
        w={{ base: '100%', xs: 220 }}
      />
      <Select
        label={texts.what}
        placeholder={texts.anything}
        data={Object.entries(texts.groups).map(([value, label]) => ({ value, label }))}
        value={filters.action ?? null}
        onChange={(action) => choose({ action })}
        searchable
        clearable
        w={{ base: '100%', xs: 220 }}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={texts[end]}
          value={filters[end] ?? ''}
          onChange={(event) => choose({ [end]: event.currentTarget.value })}
          w={150}
        />
      ))}
      {filters.target && (
        <Pill size="lg" withRemoveButton onRemove={() => choose({ target: null })} mb={4}>
          {texts.only(nameOf(filters.target))}
        </Pill>
      )}
      {Object.keys(filters).length > 0 && (
        <Button variant="subtle" onClick={() => go({})}>
          {texts.clear}
        </Button>
      )}
    </Group>
  )
}

/** Who may have done something, for those who may read the users; whoever is chosen already stands there in any case. */
function usePeople(chosen: string | undefined) {
  const { data } = useQuery({
    queryKey: ['users'],
    enabled: useMay('users'),
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/users', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
  const texts = useTexts().audit
  const people = [
    ...(data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: COMMAND_LINE, label: texts.commandLine },
    { value: 'system', label: texts.system },
  ]
  return chosen && !people.some(({ value }) => value === chosen)
    ? [...people, { value: chosen, label: chosen }]
    : people
}
