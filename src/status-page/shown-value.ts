import type { LocalText, Texts } from '../base/index.ts'
import type { Address, Field, Link, Money, StoredValue } from '../issue-types/index.ts'
import type { ShownValue } from './public-issue.ts'

/**
 * A stored value as the page shows it, or `null` where it does not fit its field any more (the field was deleted and
 * made anew with another type) or says nothing.
 */
export function shownValue(
  field: Field,
  stored: StoredValue,
  text: (texts: Texts) => LocalText,
): ShownValue | null {
  const label = (key: string) => text(field.options.find((option) => option.key === key)?.label ?? {}) || key
  switch (field.type) {
    case 'text':
      return typeof stored === 'string' ? { type: 'text', text: stored } : null
    case 'long-text':
    case 'email':
    case 'phone':
    case 'bank-account':
      return typeof stored === 'string' ? { type: field.type, text: stored } : null
    case 'number':
      return typeof stored === 'number' ? { type: 'number', number: stored } : null
    case 'boolean':
      return typeof stored === 'boolean' ? { type: 'boolean', yes: stored } : null
    case 'date':
      return typeof stored === 'string' ? { type: 'date', date: stored } : null
    case 'date-time': {
      const at = typeof stored === 'string' ? Date.parse(stored) : Number.NaN
      return Number.isNaN(at) ? null : { type: 'date-time', at }
    }
    case 'choice':
      return typeof stored === 'string' ? { type: 'choice', labels: [label(stored)] } : null
    case 'multi-choice':
      return Array.isArray(stored)
        ? { type: 'multi-choice', labels: stored.map((key) => label(String(key))) }
        : null
    case 'money':
      return isRecord(stored) && 'currency' in stored
        ? { type: 'money', money: stored satisfies Money }
        : null
    case 'link':
      return isRecord(stored) && 'url' in stored ? { type: 'link', link: stored satisfies Link } : null
    case 'address':
      return isRecord(stored) && !('currency' in stored) && !('url' in stored)
        ? { type: 'address', address: stored satisfies Address }
        : null
    case 'computed':
      return field.result ? shownValue({ ...field, type: field.result }, stored, text) : null
    case 'file':
    case 'user':
      // Only who asked the store whether the file is public can show it; users are known by their ids alone here.
      return null
  }
}

function isRecord(value: StoredValue): value is Money | Link | Address {
  return typeof value === 'object' && !Array.isArray(value)
}
