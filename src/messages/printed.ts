import { Drop } from 'liquidjs'
import { MAX_VALUE } from './rendering.ts'

/** What conditions compare: `null` where there is nothing, a list for several choices. */
export type Comparable = string | number | boolean | null | readonly Printed[]

/**
 * A value as templates see it: printed in the reader's language, compared by what is stored. So `{{ field.remedy }}`
 * prints the label of the choice, and `{% if field.remedy == "repair" %}` compares its key.
 *
 * What templates can name of it are methods that take nothing and tell nothing; the rest is private.
 */
export class Printed extends Drop {
  readonly #name: string
  readonly #value: Comparable
  readonly #print: () => string
  #text: string | undefined
  #cut = false

  /** `name` is how templates name it, for warnings. `print` is called once at most. */
  constructor(name: string, value: Comparable, print: () => string) {
    super()
    this.#name = name
    this.#value = value
    this.#print = print
  }

  static nameOf(printed: Printed): string {
    return printed.#name
  }

  static textOf(printed: Printed): string {
    if (printed.#text === undefined) {
      const text = printed.#value === null ? '' : printed.#print()
      printed.#cut = text.length > MAX_VALUE
      printed.#text = printed.#cut ? `${text.slice(0, MAX_VALUE)}…` : text
    }
    return printed.#text
  }

  /** Whether its text was too long and was cut; known once it was printed. */
  static isCut(printed: Printed): boolean {
    return printed.#cut
  }

  /** The engine asks this for truth, `contains`, `for` and `case`: an empty value is `null`, which is false. */
  override valueOf(): Comparable {
    return this.#value
  }

  equals(other: unknown): boolean {
    return same(this.#value, other)
  }
  gt(other: unknown): boolean {
    return ordered(this.#value, other, (one, two) => one > two)
  }
  geq(other: unknown): boolean {
    return ordered(this.#value, other, (one, two) => one >= two)
  }
  lt(other: unknown): boolean {
    return ordered(this.#value, other, (one, two) => one < two)
  }
  leq(other: unknown): boolean {
    return ordered(this.#value, other, (one, two) => one <= two)
  }
}

// Templates can name members of a drop; nobody needs this one.
Object.defineProperty(Printed.prototype, 'constructor', { value: undefined })

/** Other drops are the library's `nil`, `blank` and `empty`. */
function same(value: Comparable, other: unknown): boolean {
  if (other instanceof Printed) return value !== null && value === other.valueOf()
  if (other instanceof Drop || other === undefined || other === null) return value === null
  return value === other
}

type Order = <T extends string | number>(one: T, two: T) => boolean

/** Numbers with numbers, texts (dates among them) with texts; all else has no order. */
function ordered(value: Comparable, other: unknown, holds: Order): boolean {
  const against = other instanceof Printed ? other.valueOf() : other
  if (typeof value === 'number' && typeof against === 'number') return holds(value, against)
  if (typeof value === 'string' && typeof against === 'string') return holds(value, against)
  return false
}
