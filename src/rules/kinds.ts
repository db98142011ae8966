import { type Field, type FieldType, formulaKind } from '../issue-types/index.ts'
import type { Operator } from './condition.ts'

/** What conditions take a value for; types of fields that compare alike are one kind. */
export const KINDS = [
  'text',
  'email',
  'phone',
  'bank-account',
  'number',
  'money',
  'date',
  'date-time',
  'boolean',
  'choice',
  'multi-choice',
  'user',
  'address',
  'presence',
] as const
export type Kind = (typeof KINDS)[number]

const KIND_OF_TYPE: Readonly<Record<Exclude<FieldType, 'computed'>, Kind>> = {
  text: 'text',
  'long-text': 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  'date-time': 'date-time',
  boolean: 'boolean',
  choice: 'choice',
  'multi-choice': 'multi-choice',
  email: 'email',
  phone: 'phone',
  address: 'address',
  'bank-account': 'bank-account',
  file: 'presence',
  link: 'presence',
  user: 'user',
}

/** The kind of an own field; a computed one is what its formula gives. */
export function kindOf(field: Field): Kind {
  return field.type === 'computed' ? (formulaKind(field) ?? 'presence') : KIND_OF_TYPE[field.type]
}

const PRESENCE = ['null', 'notNull'] as const
const EQUALITY = ['=', '!=', 'in', 'notIn', ...PRESENCE] as const
const TEXT = [
  ...EQUALITY,
  'contains',
  'doesNotContain',
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
] as const
const ORDER = [...EQUALITY, '<', '<=', '>', '>=', 'between', 'notBetween'] as const

/** The operators that a kind has. */
export const OPERATORS_OF: Readonly<Record<Kind, readonly Operator[]>> = {
  text: TEXT,
  email: TEXT,
  phone: TEXT,
  'bank-account': TEXT,
  number: ORDER,
  money: ORDER,
  date: ORDER,
  'date-time': ORDER,
  boolean: ['=', '!=', ...PRESENCE],
  choice: EQUALITY,
  'multi-choice': ['contains', 'doesNotContain', 'in', 'notIn', ...PRESENCE],
  user: EQUALITY,
  address: ['contains', 'doesNotContain', ...PRESENCE],
  presence: PRESENCE,
}

/** Operators that hold exactly where another does not. */
export const NEGATED: Readonly<Partial<Record<Operator, Operator>>> = {
  '!=': '=',
  doesNotContain: 'contains',
  doesNotBeginWith: 'beginsWith',
  doesNotEndWith: 'endsWith',
  notIn: 'in',
  notBetween: 'between',
  notNull: 'null',
}
