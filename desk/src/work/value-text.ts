import { useFormat, useTexts } from '../texts'
import { type Issue, useNames, type WorkField, type Workplace } from './workplace'

/** The text of each field of an issue, as the desk's language writes it; empty where there is no value. */
export function useValueText(workplace: Workplace): (issue: Issue, field: string) => string {
  const format = useFormat()
  const texts = useTexts().work
  const names = useNames(workplace)
  return (issue, key) => {
    switch (key) {
      case 'number':
        return issue.number
      case 'type':
        return names.type(issue.type)
      case 'step':
        return names.step(issue.type, issue.step)
      case 'progress':
        return texts.stages[issue.progress.find(({ state }) => state === 'current')?.stage ?? 'received']
      case 'next':
        return issue.category === 'done' ? '' : texts.turns[issue.next.turn]
      case 'created':
        return format.dateTime(issue.created)
      case 'changed':
        return format.dateTime(issue.changed)
      case 'due':
        return issue.due ? format.shortDay(issue.due) : ''
      case 'contact.name':
        return issue.contact.name
      case 'contact.email':
        return issue.contact.email
      case 'contact.phone':
        return issue.contact.phone
      case 'locale':
        return format.language(issue.locale)
      case 'handler':
        return issue.handler?.name ?? ''
      default: {
        const field = names.fieldOf(key)
        const value = issue.values[key]
        return field && value !== undefined && value !== null ? ownText(field, value) : ''
      }
    }
  }

  function ownText(field: WorkField, value: unknown): string {
    const type = field.type === 'computed' ? (field.result ?? 'text') : field.type
    if (type === 'boolean') return value ? texts.yes : texts.no
    if (type === 'choice') return names.option(field.key, String(value))
    if (type === 'user') return names.user(String(value))
    if (Array.isArray(value)) return value.map((one) => names.option(field.key, String(one))).join(', ')
    if (type === 'date' && typeof value === 'string') return format.shortDay(value)
    if (type === 'date-time' && typeof value === 'string') return format.dateTime(value)
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'object' && value !== null)
      return structured(value as Readonly<Record<string, unknown>>)
    return String(value)
  }

  function structured(value: Readonly<Record<string, unknown>>): string {
    const { amount, currency, url, label } = value
    if (typeof amount === 'number' && typeof currency === 'string') return format.money(amount, currency)
    if (typeof url === 'string') return typeof label === 'string' && label ? label : url
    const { street, postalCode, city, country } = value
    const town = [postalCode, city].filter(Boolean).join(' ')
    return [street, town, country].filter(Boolean).join(', ')
  }
}
