import type { ComponentType } from 'react'

/** Something that one can do or open from the palette. */
export type Command = {
  id: string
  group: 'recent' | 'actions' | 'places' | 'desk' | 'issues'
  name: string
  about?: string | undefined
  /** Other words by which one may look for it. */
  words?: string | undefined
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  /** The key that does the same. */
  keys?: string | undefined
  run: () => unknown
}
