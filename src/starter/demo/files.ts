import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { documentOf } from './documents.ts'
import { SCENES } from './scenes.ts'
import type { FileSubject, PdfSubject, PhotoSubject } from './types.ts'

/** A one-page document, the same bytes for the same subject. The library is loaded at the first call. */
export async function makePdf(subject: PdfSubject): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
    'fonts',
  )
  const face = (name: string): string => path.join(fonts, 'Roboto', `Roboto-${name}.ttf`)
  pdfmake.setFonts({ Roboto: { normal: face('Regular'), bold: face('Medium') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(fonts))
  return pdfmake.createPdf(documentOf(subject)).getBuffer()
}

/** A JPEG of 800 × 600, the same bytes for the same subject. The library is loaded at the first call. */
export async function makePhoto(subject: PhotoSubject): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(SCENES[subject.scene])).jpeg({ quality: 82 }).toBuffer()
}

/** A subject as a key: the same for subjects that say the same. */
export function subjectKey(subject: FileSubject): string {
  return JSON.stringify(subject)
}

/**
 * The bytes of files by {@link subjectKey}, each made once. Photos are made by the library's own threads and documents
 * in a thread beside, so that this one can go on with something else until they are awaited.
 */
export async function makeFiles(subjects: readonly FileSubject[]): Promise<Map<string, Buffer>> {
  const distinct = [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()]
  const pdfs = distinct.filter((subject) => subject.kind === 'pdf')
  const photos = distinct.filter((subject) => subject.kind === 'photo')
  const [pages, pictures] = await Promise.all([makePdfsAside(pdfs), Promise.all(photos.map(makePhoto))])
  return new Map([
    ...pdfs.map((subject, index) => [subjectKey(subject), bytesAt(pages, index)] as const),
    ...photos.map((subject, index) => [subjectKey(subject), bytesAt(pictures, index)] as const),
  ])
}

function makePdfsAside(subjects: readonly PdfSubject[]): Promise<Buffer[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer[]>()
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: subjects })
  const made: Buffer[] = []
  worker.on('message', (bytes: Uint8Array) => made.push(Buffer.from(bytes)))
  worker.on('error', reject)
  worker.on('exit', () => {
    if (made.length === subjects.length) resolve(made)
    else reject(new Error(`${made.length} of ${subjects.length} documents were made`))
  })
  return promise
}

function bytesAt(list: readonly Buffer[], index: number): Buffer {
  const bytes = list[index]
  if (!bytes) throw new Error('a file of the demo was not made')
  return bytes
}
