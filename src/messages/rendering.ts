import type { Context } from 'liquidjs'
import type { Writer } from './writer.ts'

/** What one rendering carries along, and what it notices. */
export type Rendering = {
  writer: Writer
  /** Variables that printed nothing, as they are written in templates. */
  empty: Set<string>
  /** Variables that were cut because they were too long. */
  cut: Set<string>
}

/** Where a scope holds its rendering: a symbol cannot be named in a template. */
export const RENDERING: unique symbol = Symbol('rendering')

/** The rendering that a filter or an output belongs to: every scope is made with one. */
export function renderingOf(context: Context): Rendering {
  return (context.environments as unknown as { [RENDERING]: Rendering })[RENDERING]
}

/** Longest text that a template may make or a variable print, in UTF-16 units. */
export const MAX_VALUE = 50_000

/** Counts characters that are worked on; throws where a template works on too many. */
export function charge(context: Context, characters: number): void {
  context.memoryLimit.use(characters)
}
