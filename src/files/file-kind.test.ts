import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kindOfFile, safeFileName } from './file-kind.ts'

describe('R47 names of files', () => {
  test.each([
    ['receipt.pdf', 'receipt.pdf'],
    ['/etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\x.txt', 'x.txt'],
    ['../../x.txt', 'x.txt'],
    ['u\u0301\u010dtenka.pdf', '\u00fa\u010dtenka.pdf'],
    ['evil\u202etxt.exe', 'eviltxt.exe'],
    ['a\u200bb\ufeff.txt', 'ab.txt'],
    ['a\r\nb\u0007.txt', 'ab.txt'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['  . x.txt . ', 'x.txt'],
    ['a  \u00a0 b.txt', 'a b.txt'],
    ['', ''],
    ['...', ''],
    ['\u0000', ''],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  test('a long name keeps its extension', () => {
    expect(safeFileName(`${'x'.repeat(300)}.jpeg`)).toBe(`${'x'.repeat(145)}.jpeg`)
    expect(safeFileName(`${'\u{1f600}'.repeat(300)}.pdf`)).toHaveLength(150)
  })

  test('a name that is safe stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe.length).toBeLessThanOrEqual(150)
        expect(safe.isWellFormed()).toBe(true)
        expect(safe).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u)
        expect(safeFileName(safe)).toBe(safe)
      }),
    )
  })
})

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

const FILES: Record<string, Buffer> = {
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', Array(40).fill(1)),
  png: bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    [0, 0, 0, 13],
    'IHDR',
    [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0],
    'IDAT',
  ),
  webp: bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 ', Array(40).fill(1)),
  heic: bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic', Array(40).fill(1)),
  pdf: bytes('%PDF-1.7\n', Array(40).fill(0x20), '%%EOF'),
  gif: bytes('GIF89a', Array(40).fill(1)),
  zip: bytes('PK\x03\x04', Array(40).fill(0)),
  exe: bytes('MZ', Array(60).fill(0), 'PE\0\0'),
  html: bytes('<!doctype html><script>alert(1)</script>'),
  svg: bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  text: Buffer.from('Dobrý den, čajník teče.\n'),
  bmw: Buffer.from('BMW, MZ and PK are words too.'),
  nul: bytes('text', [0], 'more'),
  latin2: bytes('Dobr', [0xfd], ' den'),
  cut: Buffer.from('é').subarray(0, 1),
  polyglot: bytes('%PDF-1.7\n<script>alert(1)</script>', [0]),
}

describe('R47 kinds of files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reklamator-kinds-'))
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each([
    ['a.jpg', 'jpeg', 'image/jpeg'],
    ['a.JPEG', 'jpeg', 'image/jpeg'],
    ['a.png', 'png', 'image/png'],
    ['a.webp', 'webp', 'image/webp'],
    ['a.heic', 'heic', 'image/heic'],
    ['a.pdf', 'pdf', 'application/pdf'],
    ['a.b.txt', 'text', 'text/plain; charset=utf-8'],
    ['a.txt', 'bmw', 'text/plain; charset=utf-8'],
    ['a.txt', 'html', 'text/plain; charset=utf-8'],
  ])('%s with the content of %s is %s', async (name, content, mediaType) => {
    expect(await kindOfFile(name, join(folder, content))).toMatchObject({ mediaType })
  })

  test.each([
    ['a.jpg', 'html'],
    ['a.jpg', 'png'],
    ['a.jpg', 'text'],
    ['a.png', 'svg'],
    ['a.svg', 'svg'],
    ['a.html', 'html'],
    ['a.exe', 'exe'],
    ['a.zip', 'zip'],
    ['a.pdf', 'zip'],
    ['a.pdf', 'html'],
    ['a.gif', 'gif'],
    ['a.txt', 'nul'],
    ['a.txt', 'latin2'],
    ['a.txt', 'cut'],
    ['a.txt', 'zip'],
    ['a.txt', 'png'],
    ['a.txt', 'polyglot'],
    ['a.pdf.exe', 'pdf'],
    ['a', 'text'],
    ['txt', 'text'],
    ['a.constructor', 'text'],
    ['a.__proto__', 'nul'],
    ['a.tostring', 'text'],
    ['', 'text'],
  ])('%s with the content of %s is refused', async (name, content) => {
    expect(await kindOfFile(name, join(folder, content))).toBeNull()
  })
})
