import { invalid } from '../base/index.ts'

export type Composer = typeof import('./composer.ts')

/**
 * What renders and checks templates. It is loaded when it is first asked for: its engine takes 8 MB, which a process that
 * sends nothing need not pay. Hold on to what it gives; both functions are synchronous.
 */
export async function openComposer(): Promise<Composer> {
  return import('./composer.ts')
}

/** `compose` for somebody who waits for the answer: where a template goes beyond its limits, a refusal names `path`. */
export async function openComposing(path: string): Promise<Composer['compose']> {
  const { compose } = await openComposer()
  return (template, context) => {
    try {
      return compose(template, context)
    } catch (error) {
      if (!(error instanceof Error && error.name === 'UnrenderableTemplate')) throw error
      throw invalid({ path, message: error.message })
    }
  }
}
