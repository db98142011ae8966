import type { Context, FilterImplOptions } from 'liquidjs'
import { Printed } from './printed.ts'
import { charge, MAX_VALUE, renderingOf } from './rendering.ts'
import { DATE_STYLES } from './writer.ts'

/** All filters of message templates, with what they do. The docs are made from this table. */
export const FILTERS = {
  date: 'A date in a style: "long" (as without a filter), "short", "numeric" or "weekday".',
  money:
    'A number as an amount in a currency: `{{ 49.9 | money: "EUR" }}`. Money of a field is written so already.',
  number: 'A number as the language writes it. Numbers of fields are written so already.',
  default: 'Another text where there is none: `{{ due_date | default: "soon" }}`.',
  upcase: 'In capitals.',
  downcase: 'In small letters.',
  capitalize: 'The first letter capital, the others small.',
  strip: 'Without white space around it.',
  truncate: 'Cut to a number of characters: `{{ message | truncate: 80 }}`.',
  truncatewords: 'Cut to a number of words.',
  append: 'With a text after it.',
  prepend: 'With a text before it.',
  replace: 'With one text in the place of another: `{{ issue_number | replace: "-", " " }}`.',
  remove: 'Without a text.',
} as const

export type FilterName = keyof typeof FILTERS

type Filter = (context: Context, value: unknown, ...more: readonly unknown[]) => unknown
type TextFilter = (text: string, ...more: readonly unknown[]) => string

const code: Readonly<Record<FilterName, Filter>> = {
  date: (context, value, style) => {
    const iso = value instanceof Printed ? value.valueOf() : value
    if (typeof iso !== 'string') return value
    const known = DATE_STYLES.find((name) => name === style) ?? 'long'
    return renderingOf(context).writer.date(iso, known) ?? value
  },
  money: (context, value, currency) =>
    typeof value === 'number' && typeof currency === 'string'
      ? (renderingOf(context).writer.money(value, currency) ?? value)
      : value,
  number: (context, value) =>
    typeof value === 'number' ? renderingOf(context).writer.format.number(value) : value,
  default: (_context, value, other) => (value === false || printed(value) === '' ? other : value),
  upcase: onText((text) => text.toUpperCase()),
  downcase: onText((text) => text.toLowerCase()),
  capitalize: onText((text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()),
  strip: onText((text) => text.trim()),
  truncate: onText((text, length) => {
    const most = wholeNumber(length, 50)
    const characters = Array.from(text)
    return characters.length <= most
      ? text
      : `${characters
          .slice(0, Math.max(0, most - 1))
          .join('')
          .trimEnd()}…`
  }),
  truncatewords: onText((text, length) => {
    const words = text.split(/\s+/).filter(Boolean)
    const most = wholeNumber(length, 15)
    return words.length <= most ? text : `${words.slice(0, most).join(' ')}…`
  }),
  append: onText((text, more) => text + printed(more)),
  prepend: onText((text, more) => printed(more) + text),
  replace: (context, value, part, by) => {
    const pieces = printed(part) === '' ? [printed(value)] : printed(value).split(printed(part))
    charge(context, pieces.length * printed(by).length)
    return pieces.length === 1 ? value : onText(() => pieces.join(printed(by)))(context, value)
  },
  remove: onText((text, part) => text.replaceAll(printed(part), '')),
}

/** As the engine takes them. */
export const LIQUID_FILTERS: readonly (readonly [FilterName, FilterImplOptions])[] = filterNames().map(
  (name) => [
    name,
    function (value: unknown, ...more: unknown[]): unknown {
      return code[name](this.context, value, ...more)
    },
  ],
)

export function filterNames(): readonly FilterName[] {
  return Object.keys(FILTERS) as FilterName[]
}

/** What a value prints. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Printed) return Printed.textOf(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(printed).join(', ') : ''
}

/** What is empty stays what it was, so that the warning about it can name it. */
function onText(filter: TextFilter): Filter {
  return (context, value, ...more) => {
    const text = printed(value)
    charge(context, text.length)
    const result = filter(text, ...more)
    charge(context, result.length)
    if (result.length > MAX_VALUE + 1) throw new Error(`a text of more than ${MAX_VALUE} characters is made`)
    return result === text ? value : result
  }
}

function wholeNumber(value: unknown, otherwise: number): number {
  const number = Number(printed(value))
  return printed(value) !== '' && Number.isInteger(number) && number >= 0 ? number : otherwise
}
