export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

// Strings are read too, so that what they say is left alone.
const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/.source
const PREFERS = new RegExp(`${STRING}|\\(\\s*prefers-color-scheme\\s*(?::\\s*(light|dark)\\s*)?\\)`, 'gi')
const BOTH = new RegExp(`${STRING}|(color-scheme\\s*:\\s*)(?:only\\s+)?(?:light\\s+dark|dark\\s+light)`, 'gi')

/**
 * A page's style sheet as it looks to whoever prefers one scheme: a frame cannot be told which one to prefer. Questions for
 * the preference are answered, and where both schemes are fine the wanted one holds; who keeps to one scheme keeps it.
 */
export function forcedScheme(css: string, scheme: Scheme): string {
  const answered = css.replace(PREFERS, (found, asked?: string) => {
    if (!found.startsWith('(')) return found
    return asked === undefined || asked.toLowerCase() === scheme ? '(width >= 0px)' : '(width < 0px)'
  })
  return answered.replace(BOTH, (found, property?: string) => (property ? property + scheme : found))
}
