/**
 * Messages to customers and staff: templates with variables, checked when they are saved and composed for one reader.
 *
 * `compose` and `checkTemplate` come from {@link openComposer}, which loads the template engine (10 MB of memory) when
 * it is first asked: a process that sends nothing never pays for it. Hold on to what it gives; both are synchronous.
 */
export type { Composed, MessageWarning } from './begin-message.ts'
export { composeLetter, type Letter } from './compose-letter.ts'
export { contactText } from './contact-words.ts'
export { insertTemplate, type TemplateTraces, templatesWithField } from './edit-templates.ts'
export { fieldTexts } from './field-texts.ts'
export { messageRoutes } from './message-routes.ts'
export { type Composer, openComposer } from './open-composer.ts'
export {
  type Addressee,
  contextOf,
  customerOf,
  missingContact,
  recipientOf,
  sendTemplate,
} from './send-template.ts'
export { restoreTemplate } from './restore-template.ts'
export { openTemplateBook, type TemplateBook } from './template-book.ts'
export { loadTemplates, type Templates } from './template-queries.ts'
export { templateBodySchema, templateRoutes } from './template-routes.ts'
export type { MessageContext } from './variables-of.ts'
export { type MessageTemplate, namesTheLink, type TemplateChannel, type TemplateTexts } from './template.ts'
export { VARIABLES, type VariableName } from './variables.ts'
export { writerFor } from './writer.ts'
