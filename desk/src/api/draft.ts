import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Tagged } from './client'
import { type Clash, isSame, merge } from './merge'
import { type InputError, Problem } from './problem'

/** A resource that is read and replaced as a whole. */
export type Source<T> = {
  key: readonly unknown[]
  read: () => Promise<Tagged<T>>
  write: (value: T, etag: string | null) => Promise<Tagged<T>>
  /** What else is stale once it is saved. */
  touches?: readonly (readonly unknown[])[]
}

export type Conflict<T> = { theirs: Tagged<T>; clashes: readonly Clash<T>[] }

/** What a person edits, against what is stored. */
export type Draft<T> = {
  value: T
  /** As stored, when last seen. */
  stored: T
  patch: (part: Partial<T>) => void
  set: (next: T) => void
  isDirty: boolean
  /** As `isDirty`, also before the next rendering. */
  isDirtyNow: () => boolean
  isSaving: boolean
  problem: Problem | null
  errors: readonly InputError[]
  /** What is wrong with a member, or with anything in it where `inside` is true. */
  errorAt: (path: string, inside?: boolean) => string | undefined
  /** Answers whether it was saved. */
  save: () => Promise<boolean>
  discard: () => void
  conflict: Conflict<T> | null
  /** Ends a conflict with the value of one side for each clash; what is chosen is then saved. */
  settle: (choice: Readonly<Record<string, 'mine' | 'theirs'>>) => Promise<boolean>
  leaveConflict: () => void
}

/**
 * Edits a resource that was loaded. What others save meanwhile is merged in where it does not clash, and shown where it
 * does; nothing is overwritten unseen.
 */
export function useDraft<T extends object>(source: Source<T>, loaded: Tagged<T>): Draft<T> {
  const queries = useQueryClient()
  const [base, setBase] = useState(loaded)
  const [value, set] = useState(loaded.value)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict<T> | null>(null)
  const isDirty = !isSame(value, base.value)
  const dirty = useRef(isDirty)
  useLayoutEffect(() => {
    dirty.current = isDirty
  }, [isDirty])

  useEffect(() => {
    if (dirty.current || isSame(loaded.value, base.value)) return
    setBase(loaded)
    set(loaded.value)
  }, [loaded, base])

  const take = (saved: Tagged<T>) => {
    dirty.current = false
    setBase(saved)
    set(saved.value)
    setProblem(null)
    setConflict(null)
    queries.setQueryData(source.key, saved)
    for (const key of source.touches ?? []) void queries.invalidateQueries({ queryKey: key })
    void queries.invalidateQueries({ queryKey: ['versions'] })
  }
  const write = async (next: T, etag: string | null, from: Tagged<T>): Promise<boolean> => {
    setSaving(true)
    try {
      take(await source.write(next, etag))
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code !== 'version-conflict') {
        setProblem(error)
        return false
      }
      const theirs = await source.read()
      const { merged, clashes } = merge(from.value, next, theirs.value)
      if (clashes.length === 0) return await write(merged, theirs.etag, theirs)
      setConflict({ theirs, clashes })
      return false
    } finally {
      setSaving(false)
    }
  }
  const errors = problem?.errors ?? []
  return {
    value,
    stored: base.value,
    set,
    patch: (part) => set((now) => ({ ...now, ...part })),
    isDirty,
    isDirtyNow: () => dirty.current,
    isSaving,
    problem,
    errors,
    errorAt: (path, inside = false) =>
      errors.find((error) => error.path === path || (inside && error.path.startsWith(`${path}.`)))?.message,
    save: () => write(value, base.etag, base),
    discard: () => {
      dirty.current = false
      set(base.value)
      setProblem(null)
    },
    conflict,
    settle: (choice) => {
      if (!conflict) return Promise.resolve(false)
      const { merged } = merge(base.value, value, conflict.theirs.value)
      for (const { member, theirs } of conflict.clashes)
        if (choice[member] === 'theirs') merged[member] = theirs as T[typeof member]
      set(merged)
      setBase(conflict.theirs)
      setConflict(null)
      return write(merged, conflict.theirs.etag, conflict.theirs)
    },
    leaveConflict: () => setConflict(null),
  }
}
