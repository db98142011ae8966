import { Button, Combobox, Text, useCombobox } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../texts'
import { useNamed } from './named'

/** Puts a variable where the cursor stands, found by its name or by what it holds. */
export function VariablePicker({ insert }: { insert: (before: string) => void }) {
  const texts = useTexts().templates
  const { variables } = useNamed()
  const [wanted, setWanted] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      setWanted('')
      combobox.resetSelectedOption()
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const found = variables.filter(({ name, about }) =>
    `${name} ${about}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  )
  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-start"
      onOptionSubmit={(name) => {
        combobox.closeDropdown()
        insert(`{{ ${name} }}`)
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBraces size={16} />}
          onClick={() => combobox.toggleDropdown()}
          aria-expanded={combobox.dropdownOpened}
          aria-haspopup="listbox"
        >
          {texts.insertVariable}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={texts.findVariable}
          placeholder={texts.findVariable}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={texts.insertVariable}>
          {found.length === 0 && <Combobox.Empty>{texts.noVariable}</Combobox.Empty>}
          {found.map(({ name, about }) => (
            <Combobox.Option key={name} value={name}>
              <Text size="sm" className="desk-mono">
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
