import { Button, Combobox, Group, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useTexts } from '../texts'
import { useNames, type Workplace } from '../work'
import { FilterChip } from './filter-chip'
import { answerFilter, type Filter, mainFilters, ownFilters } from './filters'
import { PlainChip } from './plain-chip'
import type { SetState } from './list-context'
import { isNarrowed, joined, type ListState, listOf } from './state'

type Props = { workplace: Workplace; state: ListState; set: SetState }

/** What narrows the list, each as a chip. */
export function FilterBar({ workplace, state, set }: Props) {
  const texts = useTexts()
  const names = useNames(workplace)
  const [added, setAdded] = useState<string[]>([])
  const own = [answerFilter(texts), ...ownFilters(workplace, names, texts)]
  const shown = own.filter(({ member }) => state[member] || added.includes(member))
  const rest = own.filter((filter) => !shown.includes(filter))
  const clear = () => {
    setAdded([])
    const { view: _, sort: __, ...conditions } = state
    set(Object.fromEntries(Object.keys(conditions).map((name) => [name, null])))
  }
  return (
    <Group gap={6} role="group" aria-label={texts.issueList.filters}>
      {[...mainFilters(workplace, names, texts, state), ...shown].map((filter) => (
        <FilterChip
          key={filter.member}
          name={filter.name}
          choices={filter.choices}
          single={filter.single}
          {...(filter.otherwise ? { otherwise: filter.otherwise } : {})}
          chosen={listOf(state[filter.member])}
          onChange={(chosen) => set({ [filter.member]: joined(chosen) })}
        />
      ))}
      <OtherChips state={state} set={set} />
      {rest.length > 0 && <MoreFilters filters={rest} onAdd={(member) => setAdded([...added, member])} />}
      {isNarrowed(state) && (
        <Button variant="subtle" size="compact-sm" onClick={clear}>
          {texts.issueList.filter.clear}
        </Button>
      )}
    </Group>
  )
}

const SPANS = [
  { name: 'created', from: 'createdFrom', to: 'createdTo' },
  { name: 'closed', from: 'closedFrom', to: 'closedTo' },
  { name: 'decided', from: 'decidedFrom', to: 'decidedTo' },
  { name: 'due', from: 'dueFrom', to: 'dueTo' },
] as const

/** What an address from elsewhere narrows by, which has no choices here: it can be taken away. */
function OtherChips({ state, set }: Omit<Props, 'workplace'>) {
  const texts = useTexts().issueList.filter
  const format = useFormat()
  const span = (from: string | undefined, to: string | undefined) =>
    [from && texts.from(format.date(from)), to && texts.to(format.date(to))].filter(Boolean).join(' ')
  return (
    <>
      {SPANS.map(({ name, from, to }) =>
        state[from] || state[to] ? (
          <PlainChip
            key={name}
            name={texts[name]}
            said={span(state[from], state[to])}
            onRemove={() => set({ [from]: null, [to]: null })}
          />
        ) : null,
      )}
      {state.contact && (
        <PlainChip name={texts.contact} said={state.contact} onRemove={() => set({ contact: null })} />
      )}
    </>
  )
}

function MoreFilters({ filters, onAdd }: { filters: readonly Filter[]; onAdd: (member: string) => void }) {
  const texts = useTexts().issueList.filter
  const combobox = useCombobox({ onDropdownOpen: () => combobox.focusTarget() })
  return (
    <Combobox
      store={combobox}
      width={240}
      position="bottom-start"
      onOptionSubmit={(member) => {
        onAdd(member)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={texts.moreAbout}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => combobox.toggleDropdown()}
        >
          {texts.more}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }} aria-label={texts.moreAbout}>
          {filters.map(({ member, name }) => (
            <Combobox.Option key={member} value={member}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
