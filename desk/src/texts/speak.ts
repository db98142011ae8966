type Known = { shape: RegExp; names: readonly string[]; own: string }

const PLACE = /\{([a-z]+)\}/g

/**
 * Makes what says an English sentence of the API in words of a language. `{name}` in a sentence stands for any text,
 * and for the same text in the words; what stands at `{rest}` is a sentence itself. What is not known stays as it is.
 */
export function speaker(...catalogues: readonly Readonly<Record<string, string>>[]) {
  let known: readonly Known[] | null = null
  const inWords = (english: string): string | null => {
    known ??= catalogues.flatMap((catalogue) => Object.entries(catalogue).toSorted(longestFirst).map(knownOf))
    for (const { shape, names, own } of known) {
      const match = shape.exec(english)
      if (!match) continue
      const said = new Map(names.map((name, at) => [name, match[at + 1] ?? '']))
      const rest = said.get('rest')
      if (rest !== undefined) said.set('rest', inWords(rest) ?? rest)
      return own.replace(PLACE, (place, name: string) => said.get(name) ?? place)
    }
    return null
  }
  return (english: string): string => {
    const words = inWords(english)
    return words === null ? english : asSentence(words)
  }
}

/** The more of a sentence is fixed, the surer it is the one. */
function longestFirst([one]: [string, string], [other]: [string, string]): number {
  return fixedLength(other) - fixedLength(one)
}

function fixedLength(sentence: string): number {
  return sentence.replaceAll(PLACE, '').length
}

function knownOf([sentence, own]: [string, string]): Known {
  const parts = sentence.split(PLACE)
  const shape = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : '([^]+?)')).join('')
  return { shape: new RegExp(`^${shape}$`), names: parts.filter((_, at) => at % 2 === 1), own }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** With a capital letter, unless it begins with a name; and with a full stop. */
function asSentence(words: string): string {
  const begun = /^\p{Ll}/u.test(words) ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : words
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`
}
