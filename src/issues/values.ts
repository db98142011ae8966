import { emailKey, type InputError, isDate, parseInstant } from '../base/index.ts'
import type { Address, Field, Link, Money, StoredValue } from '../issue-types/index.ts'
import { userOf, type Users } from '../staff/index.ts'
import { phoneKey } from './contact.ts'

export type ValueCheck = { value: StoredValue | null } | { errors: InputError[] }

const TEXT_LIMIT = 500
const LONG_TEXT_LIMIT = 20_000
const ADDRESS_PARTS = ['street', 'city', 'postalCode', 'country'] as const

/**
 * Checks what came in for one own field and gives it its stored form; `null`, an empty text and an empty choice mean
 * that the field has no value.
 */
export function checkValue(field: Field, input: unknown, defaultCountry: string, users: Users): ValueCheck {
  if (input === null || input === '' || (Array.isArray(input) && input.length === 0)) return { value: null }
  const wrong = (message: string, path = ''): ValueCheck => ({ errors: [{ path, message }] })
  switch (field.type) {
    case 'text':
      return text(input, TEXT_LIMIT, true)
    case 'long-text':
      return text(input, LONG_TEXT_LIMIT, false)
    case 'number':
      return typeof input === 'number' && Number.isFinite(input) && Math.abs(input) <= Number.MAX_SAFE_INTEGER
        ? // A negative zero is a zero.
          { value: input + 0 }
        : wrong('a number is needed')
    case 'boolean':
      return typeof input === 'boolean' ? { value: input } : wrong('true or false is needed')
    case 'date':
      return typeof input === 'string' && isDate(input)
        ? { value: input }
        : wrong('a date like 2026-11-09 is needed')
    case 'date-time': {
      const at = typeof input === 'string' ? parseInstant(input) : null
      return at === null
        ? wrong('an instant like 2026-11-09T10:30:00Z is needed')
        : { value: new Date(at).toISOString() }
    }
    case 'email':
      return typeof input === 'string' && emailKey(input)
        ? { value: input.trim() }
        : wrong('an e-mail address like jana@example.com is needed')
    case 'phone': {
      const key = typeof input === 'string' ? phoneKey(input, defaultCountry) : null
      return key ? { value: key } : wrong('a phone number like +420601123456 is needed')
    }
    case 'choice':
      return typeof input === 'string' && field.options.some((option) => option.key === input)
        ? { value: input }
        : wrong(`one of ${optionKeys(field)} is needed`)
    case 'multi-choice':
      return Array.isArray(input) && input.every((one) => field.options.some((option) => option.key === one))
        ? { value: [...new Set(input.map(String))] }
        : wrong(`a list of some of ${optionKeys(field)} is needed`)
    case 'money':
      return money(input)
    case 'bank-account': {
      const compact = typeof input === 'string' ? input.replace(/\s/g, '').toUpperCase() : ''
      return /^[A-Z0-9][A-Z0-9/-]{3,40}$/.test(compact)
        ? { value: compact }
        : wrong('an account number or IBAN is needed')
    }
    case 'link':
      return link(input)
    case 'address':
      return address(input)
    case 'file':
      return typeof input === 'string' && input.length <= 60
        ? { value: input }
        : wrong('the id of an attachment is needed')
    case 'user': {
      const user = typeof input === 'string' ? userOf(users, input) : undefined
      return user?.active ? { value: user.id } : wrong('the id or e-mail of an active user is needed')
    }
    case 'computed':
      return wrong('it is computed and cannot be set')
  }
}

function text(input: unknown, limit: number, oneLine: boolean): ValueCheck {
  if (typeof input !== 'string') return { errors: [{ path: '', message: 'a text is needed' }] }
  const value = oneLine ? input.replace(/\s+/g, ' ').trim() : input.replace(/\r\n?/g, '\n').trim()
  if (value.length > limit)
    return { errors: [{ path: '', message: `at most ${limit} characters are allowed` }] }
  return { value: value || null }
}

const MAX_MINOR_UNITS = 1_000_000_000_000

function money(input: unknown): ValueCheck {
  const record = asRecord(input)
  const { amount, currency } = record ?? {}
  const errors: InputError[] = []
  if (!record || Object.keys(record).some((key) => key !== 'amount' && key !== 'currency')) {
    errors.push({
      path: '',
      message: 'an object like {"amount": 129000, "currency": "CZK"} is needed, in minor units',
    })
  } else {
    if (typeof amount !== 'number' || !Number.isInteger(amount) || Math.abs(amount) > MAX_MINOR_UNITS) {
      errors.push({ path: 'amount', message: 'a whole number of minor units is needed' })
    }
    if (typeof currency !== 'string' || !CURRENCIES.has(currency)) {
      errors.push({ path: 'currency', message: 'a currency code like CZK is needed' })
    }
  }
  return errors.length > 0 ? { errors } : { value: { amount, currency } as Money }
}

export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

function link(input: unknown): ValueCheck {
  const record = typeof input === 'string' ? { url: input } : asRecord(input)
  const { url, label } = record ?? {}
  const parsed = typeof url === 'string' && url.length <= 2048 ? URL.parse(url.trim()) : null
  if (!parsed || parsed.protocol !== 'https:' || parsed.username || parsed.password) {
    return {
      errors: [{ path: typeof input === 'string' ? '' : 'url', message: 'an https address is needed' }],
    }
  }
  if (label !== undefined && (typeof label !== 'string' || label.length > 200)) {
    return { errors: [{ path: 'label', message: 'a text of at most 200 characters is needed' }] }
  }
  const value: Link = label ? { url: parsed.href, label: label.trim() } : { url: parsed.href }
  return { value }
}

function address(input: unknown): ValueCheck {
  const record = asRecord(input)
  if (!record)
    return { errors: [{ path: '', message: `an object with ${ADDRESS_PARTS.join(', ')} is needed` }] }
  const errors: InputError[] = []
  const value: Address = {}
  for (const key of Object.keys(record)) {
    const part = ADDRESS_PARTS.find((name) => name === key)
    const content = record[key]
    if (!part)
      errors.push({
        path: key,
        message: `is not a part of an address; those are ${ADDRESS_PARTS.join(', ')}`,
      })
    else if (typeof content !== 'string' || content.length > 200) {
      errors.push({ path: key, message: 'a text of at most 200 characters is needed' })
    } else if (part === 'country' && content && !/^[A-Z]{2}$/.test(content)) {
      errors.push({ path: key, message: 'a country code like CZ is needed' })
    } else if (content.trim()) value[part] = content.trim()
  }
  if (errors.length > 0) return { errors }
  return { value: Object.keys(value).length > 0 ? value : null }
}

function asRecord(input: unknown): Record<string, unknown> | null {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as Record<string, unknown>)
    : null
}

function optionKeys(field: Field): string {
  return field.options.map((option) => option.key).join(', ')
}

/**
 * How a stored value of a filterable field is looked up: one key for each thing that a filter may name. Texts are
 * folded (case, accents), so that a filter finds what people mean.
 */
export function valueKeys(value: StoredValue): string[] {
  if (Array.isArray(value)) return value.map(String)
  if (isMoney(value)) return [`${value.amount} ${value.currency}`]
  if (isLink(value)) return [foldText(value.url)]
  if (typeof value !== 'object') return [foldText(String(value))]
  return [foldText(ADDRESS_PARTS.map((part) => (value as Address)[part] ?? '').join(' '))]
}

/** The key that a filter's text looks up in a field, or what is wrong with the text. */
export function filterKey(
  field: Field,
  text: string,
  defaultCountry: string,
  users: Users,
): { key: string } | { errors: InputError[] } {
  if (field.type === 'user') {
    const user = userOf(users, text)
    return user
      ? { key: user.id }
      : { errors: [{ path: '', message: 'the id or e-mail of a user is needed' }] }
  }
  const result = checkValue(field, inputOf(field.type, text), defaultCountry, users)
  if ('errors' in result) return result
  const [key] = result.value === null ? [] : valueKeys(result.value)
  return key === undefined ? { errors: [{ path: '', message: 'a value is needed' }] } : { key }
}

/** A value as JSON would bring it, from the text of a filter. */
function inputOf(type: Field['type'], text: string): unknown {
  switch (type) {
    case 'number':
      return text.trim() === '' ? null : Number(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'multi-choice':
      return [text]
    case 'money': {
      const [amount = '', currency] = text.trim().split(/\s+/)
      return { amount: amount === '' ? null : Number(amount), currency }
    }
    case 'address':
      return { street: text }
    default:
      return text
  }
}

function isMoney(value: StoredValue): value is Money {
  return typeof value === 'object' && 'currency' in value
}

function isLink(value: StoredValue): value is Link {
  return typeof value === 'object' && 'url' in value
}

/**
 * A text without accents, in small letters, with single spaces. Marks go before it is normalized too: the time for that
 * grows with the square of the marks in a row.
 */
export function fold(text: string): string {
  return bare(bare(text).normalize('NFKD')).toLowerCase().replace(/\s+/g, ' ').trim()
}

function bare(text: string): string {
  return text.replace(/\p{M}+/gu, '')
}

/** A text as filters compare it, cut to what an index can hold. */
function foldText(text: string): string {
  return fold(text).slice(0, 200).toWellFormed()
}
