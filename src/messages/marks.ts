/**
 * Every value stands between marks in what the engine renders, so that structure is read from the template's own text
 * alone. The marks are noncharacters of Unicode, which no text may hold: values and templates lose theirs before.
 */
export const VALUE = '\uFDD0'
/** In the place of {@link VALUE} before the address of the status page. */
export const STATUS_LINK = '\uFDD1'
export const END = '\uFDD2'

const MARKS = /[\uFDD0-\uFDEF]/g

/** Keeps the places of all else. */
export function blankMarks(text: string): string {
  return text.replace(MARKS, ' ')
}

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '')
}
