import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  makeDemo,
  makeFiles,
  makePdf,
  makePhoto,
  type PdfSubject,
  STARTER_LOCALES,
  subjectKey,
} from '../index.ts'
import { PDF_DOCUMENTS, PHOTO_SCENES } from './types.ts'

const subject: PdfSubject = {
  kind: 'pdf',
  document: 'receipt',
  locale: 'cs',
  date: '2026-03-14',
  customer: 'Zdeněk Růžička',
  product: 'Rychlovarná konvice K200, krémová',
  serial: '5K200-118204',
  order: '2026-8841',
  price: { amount: 129000, currency: 'CZK' },
  text: 'Příliš žluťoučký kůň úpěl ďábelské ódy.',
}

test.each(PDF_DOCUMENTS)('a %s is one small page in every language, the same each time', async (document) => {
  for (const locale of STARTER_LOCALES) {
    const bytes = await makePdf({ ...subject, document, locale })
    const content = bytes.toString('latin1')
    expect(content.startsWith('%PDF-')).toBe(true)
    expect(content.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(content.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(content).toContain('D:20260314080000Z')
    expect(bytes.length).toBeLessThan(60_000)
  }
  const again = await makePdf({ ...subject, document })
  expect(again.equals(await makePdf({ ...subject, document }))).toBe(true)
})

test.each(PHOTO_SCENES)('the photo %s is a small JPEG, the same each time', async (scene) => {
  const bytes = await makePhoto({ kind: 'photo', scene })
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 600 })
  expect(bytes.length).toBeLessThan(60_000)
  expect(bytes.equals(await makePhoto({ kind: 'photo', scene }))).toBe(true)
})

test('the files of the demo are made once each, and every scene is used', async () => {
  const demo = makeDemo({ seed: 1, now: Date.parse('2026-11-23T09:06:00Z'), timeZone: 'Europe/Prague' })
  const files = demo.issues.flatMap((issue) => issue.attachments)
  const made = await makeFiles(files.map((file) => file.subject))
  expect(files.length).toBeGreaterThanOrEqual(50)
  // Making them is much of the time that a first start takes.
  expect(made.size).toBeLessThanOrEqual(24)
  for (const { kind, subject: drawn } of files) {
    const start = kind === 'pdf' ? '%PDF-' : '\u00ff\u00d8'
    expect(made.get(subjectKey(drawn))?.toString('latin1').startsWith(start)).toBe(true)
  }
  for (const file of files) {
    expect(file.name).toMatch(file.kind === 'pdf' ? /^[a-z0-9-]+\.pdf$/ : /^[a-z0-9-]+\.jpg$/)
    expect(file.subject.kind).toBe(file.kind)
  }
  const scenes = files.flatMap(({ subject: drawn }) => (drawn.kind === 'photo' ? [drawn.scene] : []))
  expect(new Set(scenes)).toEqual(new Set(PHOTO_SCENES))
})
