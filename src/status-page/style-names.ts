import { readFileSync } from 'node:fs'
import { CLASS_NOTES } from './class-notes.ts'

/** Class names and custom properties that the styles of a page may rely on. */
export type StyleNames = {
  classes: string[]
  classNotes: { name: string; about: string }[]
  properties: { name: string; value: string }[]
}

const PROPERTY = /^\s*(--rk-[a-z0-9-]+):\s*([^;]+);/gm
/** What the default look has for itself. */
const UNPROMISED = new Set(['--rk-gutter', '--rk-none', '--rk-zero'])
let known: StyleNames | null = null

/** The properties are read from the default look; the first value of one is its default. */
export function styleNames(): StyleNames {
  known ??= readNames()
  return known
}

function readNames(): StyleNames {
  const sheet = readFileSync(new URL('./style/default.css', import.meta.url), 'utf8')
  const properties = new Map<string, string>()
  for (const [, name = '', value = ''] of sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(PROPERTY))
    if (!properties.has(name) && !UNPROMISED.has(name)) properties.set(name, value.replace(/\s+/g, ' '))
  const classNotes = Object.entries(CLASS_NOTES).map(([name, about]) => ({ name, about }))
  return {
    classes: classNotes.map(({ name }) => name).toSorted(),
    classNotes,
    properties: [...properties].map(([name, value]) => ({ name, value })),
  }
}
