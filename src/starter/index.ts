export {
  DEMO_OWNER,
  type DemoAttachment,
  type DemoData,
  type DemoIssue,
  type DemoMessage,
  type DemoMove,
  type FileSubject,
  makeDemo,
  makeFiles,
  makePdf,
  makePhoto,
  type PdfSubject,
  type PhotoSubject,
  subjectKey,
} from './demo/index.ts'
export { STARTER_FIELDS } from './fields.ts'
export { STARTER_LOCALES, type StarterLocale, type StarterType, type Words } from './starter-type.ts'
export { STARTER_TYPES } from './types/index.ts'
export { STARTER_TEMPLATES, type StarterTemplate } from './messages/index.ts'
export { STARTER_RULES } from './rules.ts'
export { installStarter } from './install-starter.ts'
export { seedDemo, type Showcase } from './seed-demo.ts'
