export { DEMO_OWNER } from './staff.ts'
export { makeFiles, makePdf, makePhoto, subjectKey } from './files.ts'
export { makeDemo } from './make-demo.ts'
export { makeRandom } from './random.ts'
export type {
  DemoAttachment,
  DemoData,
  DemoIssue,
  DemoMessage,
  DemoMove,
  FileSubject,
  PdfSubject,
  PhotoSubject,
} from './types.ts'
