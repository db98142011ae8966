import { END, STATUS_LINK, VALUE } from './marks.ts'

/** A piece of a line: the template's own text, what a variable printed, or the address of the status page. */
export type Piece = { kind: 'own' | 'value' | 'status-link'; text: string }
export type Line = readonly Piece[]

/** What a body is made of. */
export type Block =
  | { kind: 'paragraph'; lines: Line[] }
  /** `tight` where no blank line stands before it. */
  | { kind: 'list'; lines: Line[]; tight: boolean }
  | { kind: 'heading'; line: Line }
  /** The address of the status page, alone on its line. */
  | { kind: 'button'; url: string }

/**
 * Reads the structure of a rendered body from the template's own text: blank lines part paragraphs, `- ` begins an
 * item of a list, `# ` a heading. What variables printed is never structure. A line that holds nothing but empty
 * variables is left out.
 */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const line of lines) {
    if (line.length === 0) {
      open = null
      continue
    }
    const block = blockOf(line)
    if (!block) continue
    if ('lines' in block && open && 'lines' in open && open.kind === block.kind)
      open.lines.push(...block.lines)
    else {
      if (block.kind === 'list') block.tight = open?.kind === 'paragraph'
      blocks.push(block)
      open = block
    }
  }
  return blocks
}

/** A rendered text in lines, each without white space around it; a blank line has no pieces. */
export function linesOf(rendered: string): Line[] {
  const lines: Piece[][] = [[]]
  const add = (piece: Piece) => lines.at(-1)?.push(piece)
  for (const part of rendered.split(PARTS)) {
    const mark = part.charAt(0)
    if (mark === VALUE) add({ kind: 'value', text: part.slice(1, -1) })
    else if (mark === STATUS_LINK) add({ kind: 'status-link', text: part.slice(1, -1) })
    else {
      const [first = '', ...more] = part.split(/\r\n?|\n/)
      add({ kind: 'own', text: first })
      for (const text of more) lines.push([{ kind: 'own', text }])
    }
  }
  return lines.map(trimmed)
}

/** Takes lines that hold nothing but tags out of a template, so that they leave no blank lines in the message. */
export function withoutTagLines(source: string): string {
  const lines = source.split(/(?<=\n)/)
  return lines.map((line) => (holdsOnlyTags(line) ? line.trim() : line)).join('')
}

const PARTS = new RegExp(`([${VALUE}${STATUS_LINK}][^${END}]*${END})`)

function blockOf(line: Line): Block | null {
  const [first] = line
  if (line.every(({ kind, text }) => kind !== 'own' && text === '')) return null
  if (line.length === 1 && first?.kind === 'status-link' && /^https?:\/\//.test(first.text))
    return { kind: 'button', url: first.text }
  const marker = first?.kind === 'own' ? /^(?:- |# )/.exec(first.text)?.[0] : undefined
  if (!first || !marker) return { kind: 'paragraph', lines: [line] }
  const rest = trimmed([{ kind: 'own', text: first.text.slice(marker.length) }, ...line.slice(1)])
  if (rest.every(({ text }) => text === '')) return null
  return marker === '# ' ? { kind: 'heading', line: rest } : { kind: 'list', lines: [rest], tight: false }
}

/** Own text without white space at the ends of its line, and without empty pieces of it. */
function trimmed(line: readonly Piece[]): Piece[] {
  const last = line.length - 1
  return line
    .map((piece, index) => {
      if (piece.kind !== 'own') return piece
      let text = piece.text
      if (index === 0) text = text.trimStart()
      if (index === last) text = text.trimEnd()
      return { ...piece, text }
    })
    .filter(({ kind, text }) => kind !== 'own' || text !== '')
}

function holdsOnlyTags(line: string): boolean {
  let rest = line.trim()
  if (!rest.startsWith('{%')) return false
  while (rest.startsWith('{%')) {
    const end = rest.indexOf('%}')
    if (end < 0) return false
    rest = rest.slice(end + 2).trimStart()
  }
  return rest === ''
}
