import { CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../texts'
import { useNames, type Workplace } from '../work'
import type { BoardFilter } from './filter'

type Props = {
  type: string
  filter: BoardFilter
  workplace: Workplace
  onChange: (search: Record<string, string | undefined>) => void
}

/** What the board shows: of which type, whose, and with which words. */
export function FilterBar({ type, filter, workplace, onChange }: Props) {
  const { board: texts, common, work } = useTexts()
  const names = useNames(workplace)
  return (
    <>
      <Select
        aria-label={work.fields.type}
        data={workplace.types.map(({ key }) => ({ value: key, label: names.type(key) }))}
        value={type}
        allowDeselect={false}
        onChange={(chosen) => chosen && onChange({ type: chosen })}
        w={{ base: '100%', xs: 190 }}
      />
      <Select
        aria-label={work.fields.handler}
        placeholder={texts.anybody}
        data={[
          { value: 'me', label: texts.mine },
          { value: 'none', label: work.nobody },
          ...workplace.users
            .filter(({ handles, active }) => handles && active)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.handler ?? null}
        onChange={(handler) => onChange({ handler: handler ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': texts.anybody }}
        w={{ base: '100%', xs: 170 }}
      />
      <Words words={filter.q ?? ''} label={common.search} onChange={(q) => onChange({ q })} />
    </>
  )
}

function Words({ words, label, onChange }: { words: string; label: string; onChange: (q: string) => void }) {
  const texts = useTexts().common
  const [typed, setTyped] = useState(words)
  const [told, setTold] = useState(words)
  const [seen, setSeen] = useState(words)
  const tell = useDebouncedCallback((text: string) => {
    setTold(text)
    onChange(text)
  }, 250)
  // The address was changed by something else, like the way back; not by what is being written.
  if (words !== seen) {
    setSeen(words)
    if (words !== told) setTyped(words)
  }
  const write = (text: string) => {
    setTyped(text)
    tell(text)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed ? <CloseButton size="sm" aria-label={texts.remove} onClick={() => write('')} /> : null
      }
      value={typed}
      onChange={(event) => write(event.currentTarget.value)}
      autoComplete="off"
      w={{ base: '100%', xs: 190 }}
    />
  )
}
