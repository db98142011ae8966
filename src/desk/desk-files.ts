import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The desk as it was built: the page that starts it, and the files that this page asks for. */
export type DeskFiles = {
  /** HTML with `__NONCE__` where the nonce of its policy goes. */
  page: string
  /** Of a file of `assets/` by its name; `undefined` where there is none. */
  find: (name: string, encodings: string) => Found | undefined
}
type Found = { bytes: Buffer; type: string; encoding: 'br' | 'gzip' | null }

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The built desk in a folder; `null` where it is not built. What may be asked for is what lies there now, by name: no
 * path is ever made of what a request says.
 */
export function openDesk(folder: string): DeskFiles | null {
  const assets = join(folder, 'assets')
  const names = namesIn(assets)
  const page = readPage(join(folder, 'index.html'))
  if (page === null) return null
  return {
    page,
    find: (name, encodings) => {
      const type = TYPES[extname(name)]
      if (type === undefined || !names.has(name)) return undefined
      for (const [encoding, end] of [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const) {
        if (names.has(name + end) && accepts(encodings, encoding))
          return { bytes: readFileSync(join(assets, name + end)), type, encoding }
      }
      return { bytes: readFileSync(join(assets, name)), type, encoding: null }
    },
  }
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name = '', ...rest] = part.trim().split(';')
    return name === encoding && !rest.some((one) => /^\s*q=0(\.0*)?$/.test(one))
  })
}

function namesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder))
  } catch {
    return new Set()
  }
}

function readPage(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
