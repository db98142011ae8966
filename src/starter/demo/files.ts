import { createRequire } from 'node:module'
import path from 'node:path'
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

/** Makes the bytes of files and makes none twice; drop it when the demo is filled, since it keeps them. */
export function makeFileSource(): (subject: FileSubject) => Promise<Buffer> {
  const made = new Map<string, Promise<Buffer>>()
  return (subject) => {
    const key = JSON.stringify(subject)
    const known = made.get(key)
    if (known) return known
    const bytes = subject.kind === 'pdf' ? makePdf(subject) : makePhoto(subject)
    made.set(key, bytes)
    return bytes
  }
}
