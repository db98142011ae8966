import { emailKey, isDate, parseInstant } from '../base/index.ts'
import type { Money } from '../issue-types/index.ts'
import { CURRENCIES, fold, phoneKey } from '../issues/index.ts'
import { userOf } from '../staff/index.ts'
import type { ConditionField, Scope } from './condition-fields.ts'

/** A day that moves with the calendar: today, and whole days after or before it. */
export type RelativeDay = { daysFromToday: number }
/** What a value is compared with, in the form of its fact: see `Fact`. A date may be relative. */
export type Operand = string | number | boolean | Money | RelativeDay

type Read = { operand: Operand } | { problem: string }

const MAX_DAYS = 36_500

/** Reads one value of a comparison of whole values, as JSON or as the text that an editor's input made of it. */
export function readOperand(field: ConditionField, input: unknown, scope: Scope): Read {
  if (input === null || input === undefined || (typeof input === 'string' && input.trim() === '')) {
    return { problem: 'a value is needed; null finds what has none' }
  }
  const text = typeof input === 'string' ? input.trim() : null
  switch (field.kind) {
    case 'text':
      return given(text === null ? null : fold(text) || null, 'a text is needed')
    case 'email':
      return given(text && emailKey(text), 'an e-mail address like jana@example.com is needed')
    case 'phone':
      return given(
        text && phoneKey(text, scope.defaultCountry),
        'a phone number like +420601123456 is needed',
      )
    case 'bank-account':
      return given(text && compact(text), 'an account number or IBAN is needed')
    case 'number':
      return given(numberOf(input), 'a number is needed')
    case 'boolean':
      return given(
        input === true || text === 'true' ? true : input === false || text === 'false' ? false : null,
        'true or false is needed',
      )
    case 'date':
      return given(text && dayOf(text), 'a date like 2026-11-09, today, today+7 or today-7 is needed')
    case 'date-time':
      return given(
        text && (dayOf(text) ?? parseInstant(text)),
        'an instant like 2026-11-09T10:30:00Z, a date like 2026-11-09, today, today+7 or today-7 is needed',
      )
    case 'choice':
    case 'multi-choice':
      return given(
        text !== null && (field.options ?? []).includes(text) ? text : null,
        `there is no ${text ?? 'such option'}; one of ${(field.options ?? []).join(', ')} is needed`,
      )
    case 'money':
      return given(
        text === null ? moneyOf(input) : moneyOfText(text),
        'an amount like {"amount": 129000, "currency": "CZK"} or "129000 CZK" is needed, in minor units',
      )
    case 'user':
      return given(
        text && (userOf(scope.configuration, text)?.id ?? null),
        'the id or e-mail of a user is needed',
      )
    case 'address':
    case 'presence':
      return { problem: 'its value cannot be compared' }
  }
}

/** Reads what a value is asked to contain, begin or end with. */
export function readPart(field: ConditionField, input: unknown, scope: Scope): Read {
  if (field.kind === 'multi-choice') return readOperand(field, input, scope)
  if (typeof input !== 'string' && typeof input !== 'number') return { problem: 'a text is needed' }
  const text = String(input)
  switch (field.kind) {
    case 'phone':
      return given(phonePart(text), 'some digits of a phone number like +420 601 are needed')
    case 'bank-account':
      return given(compact(text) || null, 'a part of an account number is needed')
    default:
      return given(fold(text) || null, 'a text is needed')
  }
}

/** The values of a list, which an editor may have made one text of: commas between them, `\,` for a comma in one. */
export function readList(input: unknown): unknown[] {
  if (Array.isArray(input)) return input.filter((one) => one !== null && one !== '')
  if (typeof input !== 'string') return input === null || input === undefined ? [] : [input]
  const parts = ['']
  for (let index = 0; index < input.length; index++) {
    const char = input.charAt(index)
    if (char === ',') parts.push('')
    else if (char === '\\' && input.charAt(index + 1) === ',') {
      parts[parts.length - 1] += ','
      index++
    } else parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function given(operand: Operand | null, problem: string): Read {
  return operand === null || operand === '' ? { problem } : { operand }
}

function numberOf(input: unknown): number | null {
  if (typeof input === 'number') return Number.isFinite(input) ? input : null
  if (typeof input !== 'string' || !/^-?\d{1,16}(\.\d{1,16})?$/.test(input.trim())) return null
  return Number(input)
}

/** A date, or one that moves: `today`, `today+7`, `today-30`. */
function dayOf(text: string): Operand | null {
  if (isDate(text)) return text
  const [, sign, digits] = /^today(?:\s*([+-])\s*(\d{1,5}))?$/i.exec(text) ?? []
  if (!text.toLowerCase().startsWith('today') || (digits === undefined && text.toLowerCase() !== 'today'))
    return null
  const days = Number(digits ?? 0)
  return days > MAX_DAYS ? null : { daysFromToday: sign === '-' ? 0 - days : days }
}

function moneyOf(input: unknown): Money | null {
  if (typeof input !== 'object' || input === null || !('amount' in input) || !('currency' in input))
    return null
  const amount = numberOf(input.amount)
  const { currency } = input
  if (amount === null || !Number.isInteger(amount)) return null
  return typeof currency === 'string' && CURRENCIES.has(currency) ? { amount, currency } : null
}

function moneyOfText(text: string): Money | null {
  const [amount, currency, ...rest] = text.split(/\s+/)
  return rest.length > 0 ? null : moneyOf({ amount, currency })
}

function compact(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

function phonePart(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s().\-/\u2010-\u2015]/g, '')
    .replace(/^00/, '+')
  return /^\+?\d{1,15}$/.test(digits) ? digits : null
}
