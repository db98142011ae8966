import { useState } from 'react'
import { isSame } from '../api/merge'
import { Problem } from '../api/problem'
import { Clashed, type Loaded, saveMember, useTell } from './issue'
import { memberOf } from './members'

/** One member of an issue while it is edited in its place. */
export type MemberEdit = {
  isEditing: boolean
  isSaving: boolean
  value: unknown
  begin: () => void
  change: (value: unknown) => void
  /** Saves what was written, or what is given; answers whether the editing is over. */
  save: (value?: unknown) => Promise<boolean>
  cancel: () => void
  /** What went wrong besides what `errorAt` tells. */
  error: unknown
  errorAt: (path: string) => string | undefined
  /** What both changed, each in their own way. */
  clash: { mine: unknown; theirs: Loaded } | null
  /** Ends a clash with mine or theirs. */
  settle: (side: 'mine' | 'theirs') => Promise<void>
  leaveClash: () => void
}

type Editing = { base: Loaded; value: unknown }

/** Edits one member; `loaded` counts as it is when the editing begins, so that a later change of others is noticed. */
export function useMemberEdit(path: string, loaded: Loaded): MemberEdit {
  const tell = useTell()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [clash, setClash] = useState<MemberEdit['clash']>(null)
  const end = () => {
    setEditing(null)
    setError(null)
    setClash(null)
  }
  const write = async (base: Loaded, value: unknown): Promise<boolean> => {
    if (isSame(value ?? null, memberOf(base.value, path))) {
      end()
      return true
    }
    setSaving(true)
    setError(null)
    try {
      tell(await saveMember(base, path, value))
      end()
      return true
    } catch (failure) {
      if (failure instanceof Clashed) setClash({ mine: value, theirs: failure.theirs })
      else setError(failure)
      return false
    } finally {
      setSaving(false)
    }
  }
  const errors = error instanceof Problem ? error.errors : []
  return {
    isEditing: editing !== null,
    isSaving,
    value: editing?.value,
    begin: () => setEditing((now) => now ?? { base: loaded, value: memberOf(loaded.value, path) }),
    change: (value) => setEditing((now) => now && { ...now, value }),
    save: (...given) => {
      if (!editing || isSaving || clash) return Promise.resolve(false)
      const value = given.length > 0 ? given[0] : editing.value
      setEditing({ ...editing, value })
      return write(editing.base, value)
    },
    cancel: end,
    error: errors.length > 0 ? null : error,
    errorAt: (member) => errors.find((one) => one.path === member)?.message,
    clash,
    settle: async (side) => {
      if (!clash) return
      if (side === 'mine') {
        setClash(null)
        await write(clash.theirs, clash.mine)
      } else {
        tell(clash.theirs)
        end()
      }
    },
    leaveClash: () => setClash(null),
  }
}
