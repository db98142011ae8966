import type { PageLocale } from '../base/index.ts'
import { Printed } from './printed.ts'
import { type MessageContext, variablesOf } from './variables-of.ts'
import { writerFor } from './writer.ts'

/** The text of each own field of an issue by its key, as messages print it for their reader; '' where it has no value. */
export function fieldTexts(context: MessageContext, locale: PageLocale): (key: string) => string {
  const { field } = variablesOf(context, locale, writerFor(locale, context.settings.timeZone))
  return (key) => {
    const printed = field[key]
    return printed ? Printed.textOf(printed) : ''
  }
}
