export type Composer = typeof import('./composer.ts')

/**
 * What renders and checks templates. It is loaded when it is first asked for: its engine takes 8 MB, which a process that
 * sends nothing need not pay. Hold on to what it gives; both functions are synchronous.
 */
export async function openComposer(): Promise<Composer> {
  return import('./composer.ts')
}
