/**
 * Messages to customers and staff: templates with variables, checked when they are saved and composed for one reader.
 *
 * `compose` and `checkTemplate` come from {@link openComposer}, which loads the template engine (8 MB of memory) when
 * it is first asked: a process that sends nothing never pays for it. Hold on to what it gives; both are synchronous.
 */
export type { Composed, MessageWarning } from './compose.ts'
export type { MessageContext } from './variables-of.ts'
export type { MessageTemplate, TemplateTexts } from './template.ts'
export { VARIABLES, type VariableName } from './variables.ts'

export type Composer = typeof import('./composer.ts')

export async function openComposer(): Promise<Composer> {
  return import('./composer.ts')
}
