import { NativeSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useTexts } from '../texts'
import { FormDialog } from '../ui'
import type { Issue } from '../work'
import { useOnPage } from './page-context'

const KINDS = ['related', 'duplicate-of', 'follows'] as const
type Kind = (typeof KINDS)[number]

/** Finds another issue by number, name or anything else, and says what it is to this one. */
export function LinkDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts().issuePage.links
  const common = useTexts().common
  const queries = useQueryClient()
  const { number } = useOnPage()
  const [kind, setKind] = useState<Kind>('related')
  const [to, setTo] = useState<string | null>(null)
  const [text, setText] = useState('')
  const found = useFound(text)
  const options = found.filter((issue) => issue.number !== number).map(optionOf)
  const add = async () => {
    if (!to) return
    const params = { path: { number } }
    await answer(api.POST('/api/v1/issues/{number}/links', { params, body: { to, kind } }))
    await queries.invalidateQueries({ queryKey: ['issue'] })
  }
  return (
    <FormDialog title={texts.add} action={common.add} onClose={onClose} onSubmit={add} disabled={!to}>
      {() => (
        <>
          <NativeSelect
            label={texts.kind}
            data={KINDS.map((value) => ({ value, label: texts.roles[value] }))}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Kind)}
          />
          <Select
            label={texts.other}
            description={texts.otherHelp}
            data-autofocus
            searchable
            data={options}
            filter={({ options: all }) => all}
            searchValue={text}
            onSearchChange={setText}
            value={to}
            onChange={setTo}
            nothingFoundMessage={text.trim() ? texts.nothingFound : texts.typeOn}
          />
        </>
      )}
    </FormDialog>
  )
}

function optionOf({ number, contact }: Issue) {
  return { value: number, label: [number, contact.name || contact.email].filter(Boolean).join(' · ') }
}

/** The text of what was chosen stands in the search, too: its number finds it. */
function useFound(text: string): readonly Issue[] {
  const q = useDebouncedValue(text.split(' · ')[0]?.trim() ?? '', 150)[0]
  const { data } = useQuery({
    queryKey: ['issues', 'to-link', q],
    queryFn: () => answer(api.GET('/api/v1/issues', { params: { query: { q, limit: 10 } } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  return data?.items ?? []
}
