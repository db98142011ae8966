import { inflateSync } from 'node:zlib'

/** The text of a document that pdfmake made, in the order in which it is drawn, without any space. */
export function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1')
  const streams = streamsOf(pdf, source)
  const fonts = fontsOf(source, streams)
  return [...streams.values()]
    .filter((text) => / Tf\b/.test(text))
    .map((text) => drawn(text, fonts))
    .join('')
    .replaceAll(/\s/g, '')
}

/** The content of each stream by the number of its object. */
function streamsOf(pdf: Buffer, source: string): Map<string, string> {
  const streams = new Map<string, string>()
  const begun = /(?<=\n)(\d+) 0 obj\s*<<((?:(?!endobj|>>\s*stream)[^])*)>>\s*stream\r?\n/g
  for (const { 0: head, 1: id = '', 2: dictionary = '', index } of source.matchAll(begun)) {
    const start = index + head.length
    const bytes = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]))
    streams.set(id, (dictionary.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1'))
  }
  return streams
}

/** What the glyphs of each font stand for, by the name that pages call it. */
function fontsOf(source: string, streams: ReadonlyMap<string, string>): Map<string, string[]> {
  const fonts = new Map<string, string[]>()
  for (const [, name = '', id = ''] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const object = new RegExp(`\\n${id} 0 obj([^]*?)endobj`).exec(source)?.[1] ?? ''
    const map = streams.get(/\/ToUnicode (\d+) 0 R/.exec(object)?.[1] ?? '')
    if (map !== undefined) fonts.set(name, glyphsOf(map))
  }
  return fonts
}

function glyphsOf(map: string): string[] {
  const glyphs: string[] = []
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      glyphs[Number.parseInt(first, 16) + at] = textOf(hex.replaceAll(' ', ''))
    }
  }
  return glyphs
}

function textOf(utf16: string): string {
  return Buffer.from(utf16, 'hex').swap16().toString('utf16le')
}

function drawn(content: string, fonts: ReadonlyMap<string, string[]>): string {
  let glyphs: string[] = []
  let text = ''
  for (const [, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? []
    for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]+)>/gi)) {
      for (const [code] of hex.matchAll(/.{4}/g)) text += glyphs[Number.parseInt(code, 16)] ?? ''
    }
  }
  return text
}
