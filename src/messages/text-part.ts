import type { Block, Line } from './blocks.ts'
import { spansOf } from './spans.ts'

const WIDTH = 76

/**
 * A body as plain text, with lines of at most 76 characters where their words allow it.
 * @param linkWords what stands above the address of the status page
 */
export function textOfBlocks(blocks: readonly Block[], linkWords: string): string {
  return blocks
    .map((block, index) => {
      const gap = index === 0 ? '' : block.kind === 'list' && block.tight ? '\n' : '\n\n'
      return gap + textOfBlock(block, linkWords)
    })
    .join('')
}

/** Breaks lines at spaces, never within a word, so that addresses stay whole. `hang` indents all lines but the first. */
export function wrap(text: string, hang = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, hang))
    .join(`\n${hang}`)
}

/** A line in plain words, for places that hold no markup. */
export function plainLine(line: Line): string {
  return spansOf(line)
    .map((span) => (span.kind === 'link' ? span.href : span.text))
    .join('')
}

function textOfBlock(block: Block, linkWords: string): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => wrap(plainLine(line))).join('\n')
    case 'list':
      return block.lines.map((line) => `- ${wrap(plainLine(line), '  ')}`).join('\n')
    case 'heading':
      return wrap(plainLine(block.line))
    case 'button':
      return `${linkWords}:\n${block.url}`
  }
}

function wrapLine(line: string, hang: string): string {
  const lines: string[] = []
  let current: string | null = null
  for (const word of line.split(' ')) {
    if (current === null) current = word
    else if (current.trim() !== '' && current.length + 1 + word.length > WIDTH - hang.length) {
      lines.push(current)
      current = word
    } else current += ` ${word}`
  }
  return [...lines, current ?? ''].join(`\n${hang}`)
}
