import { readdirSync, readFileSync } from 'node:fs'

/** Class names and custom properties that the styles of a page may rely on. */
export type StyleNames = { classes: string[]; properties: { name: string; value: string }[] }

const CLASS = /(?<![-\w])rk-[a-z]+(?:__[a-z]+)?(?:--[a-z]+)?(?![-\w])/g
const PROPERTY = /^\s*(--rk-[a-z0-9-]+):\s*([^;]+);/gm
let known: StyleNames | null = null

/**
 * Read from the default look and from what writes the pages, so that there is no second list. The first value of a property
 * is its default.
 */
export function styleNames(): StyleNames {
  known ??= readNames()
  return known
}

function readNames(): StyleNames {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const sheet = read('./style/default.css').replace(/\/\*[^]*?\*\//g, '')
  const writers = readdirSync(new URL('./pages/', import.meta.url))
    .filter((name) => /(?<!\.test)\.[jt]s$/.test(name))
    .map((name) => read(`./pages/${name}`))
  const properties = new Map<string, string>()
  for (const [, name = '', value = ''] of sheet.matchAll(PROPERTY))
    if (!properties.has(name)) properties.set(name, value.replace(/\s+/g, ' '))
  return {
    classes: [...new Set([sheet, ...writers].join('\n').match(CLASS))].toSorted(),
    properties: [...properties].map(([name, value]) => ({ name, value })),
  }
}
