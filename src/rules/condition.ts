/** The operators of react-querybuilder, by its names. */
export const OPERATORS = [
  '=',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'contains',
  'beginsWith',
  'endsWith',
  'doesNotContain',
  'doesNotBeginWith',
  'doesNotEndWith',
  'null',
  'notNull',
  'in',
  'notIn',
  'between',
  'notBetween',
] as const
export type Operator = (typeof OPERATORS)[number]

/** Members of react-querybuilder's that say nothing about an issue: they are kept, so that its editor finds them again. */
type Kept = {
  id?: string | undefined
  path?: readonly number[] | undefined
  disabled?: boolean | undefined
  /** Whether it is left out, as if it were not there. */
  muted?: boolean | undefined
}

/** One comparison. `null` and `notNull` take no value. */
export type Comparison = Kept & {
  field: string
  operator: Operator
  valueSource?: 'value' | undefined
  value?: unknown
}

/** The JSON of react-querybuilder. A group in which nothing is left says nothing and is left out itself. */
export type Condition = Kept & {
  combinator: 'and' | 'or'
  not?: boolean | undefined
  rules: readonly (Condition | Comparison)[]
}

/** Of groups in groups; a request may hold JSON of 20 levels, and a group takes two of them. */
export const MAX_DEPTH = 8
export const MAX_COMPARISONS = 200
/** Of `in` and `notIn`. */
export const MAX_VALUES = 500
export const MAX_VALUE_LENGTH = 2000
