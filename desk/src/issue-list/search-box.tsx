import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts'
import { useKeys } from '../work'

/** Looks while one types; the rows before stay until those that are found come. */
export function SearchBox({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { issueList: texts } = useTexts()
  const [text, setText] = useState(words)
  const field = useRef<HTMLInputElement>(null)
  const searched = useRef(words)
  const search = useDebouncedCallback((next: string) => {
    searched.current = next.trim()
    onSearch(searched.current)
  }, 150)
  useEffect(() => {
    // The address was changed by something else, like a view or the way back.
    if (words === searched.current) return
    searched.current = words
    setText(words)
  }, [words])
  useKeys([{ keys: '/', does: texts.search, run: () => field.current?.focus() }])
  const change = (next: string) => {
    setText(next)
    search(next)
  }
  return (
    <TextInput
      ref={field}
      type="search"
      role="searchbox"
      className="list-search"
      aria-label={texts.search}
      placeholder={texts.searchHint}
      value={text}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label={texts.clearSearch}
            onClick={() => {
              change('')
              field.current?.focus()
            }}
          />
        ) : null
      }
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') field.current?.blur()
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          document.querySelector<HTMLElement>('.list-row[tabindex="0"], .list-card a')?.focus()
        }
      }}
    />
  )
}
