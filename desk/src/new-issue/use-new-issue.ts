import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, tagged } from '../api/client'
import { type Draft, type Source, useDraft } from '../api/draft'
import { isSame } from '../api/merge'
import { Problem } from '../api/problem'
import { useSession } from '../api/session'
import type { Workplace } from '../work'
import { startErrands } from './after-making'
import { blankEntry, bodyOf, type Entry, missingIn } from './entry'
import { errandsOf, type WaitingFile } from './errands-of'
import { dropEntry, keepEntry, keptEntry } from './kept-entry'
import { newKey } from './new-key'

/** A new issue as it is written: kept in this tab until it is made, and made once however often one presses. */
export function useNewIssue(workplace: Workplace, wanted: string | null) {
  const queries = useQueryClient()
  const me = useSession()?.user.id ?? null
  const isHandler = workplace.users.some(({ id, handles, active }) => id === me && handles && active)
  const [files, setFiles] = useState<readonly WaitingFile[]>([])
  const made = useRef<string | null>(null)
  const sent = useRef<{ body: unknown; key: string } | null>(null)
  const [blank] = useState(() => ({
    value: blankEntry(
      wanted ?? workplace.types[0]?.key ?? '',
      workplace.defaultLocale,
      isHandler ? me : null,
    ),
    etag: null,
  }))
  const source = useMemo<Source<Entry>>(
    () => ({
      key: ['new-issue'],
      read: () => Promise.resolve(blank),
      write: async (entry) => {
        const chosen = workplace.types.find(({ key }) => key === entry.type)
        if (!chosen)
          throw new Problem(422, 'invalid-input', '', [{ path: 'type', message: 'a value is needed' }])
        const missing = missingIn(entry, chosen)
        if (missing.length > 0) {
          const errors = missing.map((path) => ({ path, message: 'a value is needed' }))
          throw new Problem(422, 'invalid-input', '', errors)
        }
        const body = bodyOf(entry, chosen, new Map(workplace.fields.map((field) => [field.key, field])))
        if (!isSame(sent.current?.body, body)) sent.current = { body, key: newKey() }
        const headers = { 'Idempotency-Key': sent.current?.key ?? newKey() }
        const issue = await tagged(api.POST('/api/v1/issues', { body, headers }))
        made.current = issue.value.number
        queries.setQueryData(['issue', issue.value.number], issue)
        return { value: entry, etag: null }
      },
      touches: [['issues'], ['overview']],
    }),
    [blank, workplace, queries],
  )
  const draft = useDraft(source, blank)
  const [kept, setKept] = useState(keptEntry)
  useKept(draft, files, kept?.entry ?? null, wanted)
  return {
    draft,
    files,
    setFiles,
    /** The names of files that have to be chosen again, where an entry was taken up again. */
    restored: kept?.files ?? null,
    startOver: () => {
      draft.discard()
      setFiles([])
      setKept(null)
      dropEntry()
    },
    /** Once it is made: its number, while its files and links go their way. */
    finish: (): string | null => {
      const number = made.current
      if (number === null) return null
      dropEntry()
      startErrands(number, errandsOf(number, files, draft.value.links))
      return number
    },
  }
}

/** Takes up what was written before, and keeps what is written from now on. */
function useKept(
  { value, set, isDirty }: Draft<Entry>,
  files: readonly WaitingFile[],
  before: Entry | null,
  wanted: string | null,
): void {
  const isTakenUp = useRef(false)
  useEffect(() => {
    if (isTakenUp.current || !before) return
    isTakenUp.current = true
    set(wanted === null ? before : { ...before, type: wanted })
  }, [before, set, wanted])
  useEffect(() => {
    if (isDirty) keepEntry({ entry: value, files: files.map(({ file }) => file.name) })
  }, [value, isDirty, files])
}
