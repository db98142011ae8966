import { ActionIcon, Button, Combobox, Group, useCombobox } from '@mantine/core'
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../texts'

export type Choice = { value: string; label: string }
type Props = {
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** One of them at most; else as many as one likes. */
  single?: boolean
  /** What it says while nothing is chosen, besides its name. */
  otherwise?: string
}

/** Lists longer than this can be searched. */
const SHORT = 8

/** A filter: a chip that says what is chosen, opens its choices and is taken away again. */
export function FilterChip({ name, choices, chosen, onChange, single = false, otherwise }: Props) {
  const texts = useTexts().issueList.filter
  const [words, setWords] = useState('')
  const hasSearch = choices.length > SHORT
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setWords('')
    },
    onDropdownOpen: () => {
      if (hasSearch) combobox.focusSearchInput()
      else combobox.focusTarget()
    },
  })
  const isOn = chosen.length > 0
  const choose = (value: string) => {
    if (single) {
      onChange(chosen.includes(value) ? [] : [value])
      combobox.closeDropdown()
    } else onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  }
  const found = choices.filter(({ label }) => folded(label).includes(folded(words)))
  const named = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value
  const first = chosen[0]
  const said =
    first === undefined
      ? otherwise
      : chosen.length > 1
        ? texts.several(named(first), chosen.length - 1)
        : named(first)
  return (
    <Combobox store={combobox} width={260} position="bottom-start" withinPortal onOptionSubmit={choose}>
      <Group gap={0} wrap="nowrap" className="list-chip" data-on={isOn || undefined}>
        <Combobox.Target targetType="button" withAriaAttributes>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className="list-chip-main"
            rightSection={isOn ? null : <IconChevronDown size={14} aria-hidden />}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className="list-text">
              {name}
              {said && <strong>: {said}</strong>}
            </span>
          </Button>
        </Combobox.Target>
        {isOn && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={texts.remove(name)}
            onClick={() => onChange([])}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </Group>
      <Combobox.Dropdown>
        {hasSearch && (
          <Combobox.Search
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value)
              combobox.updateSelectedOptionIndex()
            }}
            placeholder={texts.find}
            aria-label={texts.find}
          />
        )}
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }} aria-label={name}>
          {found.length === 0 && <Combobox.Empty>{texts.nothing}</Combobox.Empty>}
          {found.map(({ value, label }) => (
            <Combobox.Option
              key={value}
              value={value}
              active={chosen.includes(value)}
              aria-selected={chosen.includes(value)}
            >
              <Group gap={8} wrap="nowrap">
                <IconCheck size={14} aria-hidden opacity={chosen.includes(value) ? 1 : 0} />
                <span className="desk-wrap">{label}</span>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** For comparing as people type: without accents and case. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
