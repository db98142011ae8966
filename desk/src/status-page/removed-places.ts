type Range = { from: number; to: number }

const PLACE = / \((?:line (\d+), column (\d+)[^)]*|\d+ times)\)$/
const ATTRIBUTE = /^([^\s=<>]+).* on <([a-z0-9-]+)>$/i
const TAG = /^<([a-z][a-z0-9-]*)>$/i

/**
 * Where in a text stands what the cleaner says it takes out, like `@import (line 3, column 1)`, `<script>` or
 * `onclick on <a>`; nothing where it cannot be told.
 */
export function removedPlaces(text: string, what: string): Range[] {
  const [, line, column] = PLACE.exec(what) ?? []
  const name = what.replace(PLACE, '')
  if (line !== undefined && column !== undefined) return [atPlace(text, Number(line), Number(column), name)]
  if (name === '<!-- … -->') return all(text, /<!--[^]*?(?:-->|$)/g)
  const [, tag] = TAG.exec(name) ?? []
  if (tag) return all(text, new RegExp(`</?${tag}(?=[\\s/>]|$)[^>]*>?`, 'gi'))
  const [, attribute, owner] = ATTRIBUTE.exec(name) ?? []
  if (!attribute || !owner) return []
  return all(text, new RegExp(`<${owner}(?=[\\s/])[^>]*>?`, 'gi')).flatMap(({ from, to }) =>
    all(text.slice(from, to), new RegExp(`(?<=[\\s/"'])${escaped(attribute)}(?=[\\s=/>])`, 'gi')).map(
      (part) => ({
        from: from + part.from,
        to: from + part.to,
      }),
    ),
  )
}

function atPlace(text: string, line: number, column: number, name: string): Range {
  let start = 0
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  const from = Math.min(start + column - 1, text.length)
  const end = text.indexOf('\n', from)
  const lineEnd = end < 0 ? text.length : end
  const isThere = text.slice(from, from + name.length).toLowerCase() === name.toLowerCase()
  return { from, to: isThere ? from + name.length : lineEnd }
}

function all(text: string, shape: RegExp): Range[] {
  return [...text.matchAll(shape)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
