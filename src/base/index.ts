export { type Actor, SYSTEM } from './actor.ts'
export { emailKey } from './email.ts'
export { etagOf, matches } from './etag.ts'
export {
  ERRORS,
  type ErrorCode,
  type InputError,
  invalid,
  notFound,
  Refusal,
  refuseIfInvalid,
} from './errors.ts'
export { earliestId, fingerprint, hashToken, newId, newToken, randomCrockford } from './ids.ts'
export { kept } from './kept.ts'
export { type Mailbox, parseAddress, parseMailbox } from './mailbox.ts'
export { formatsOf, isPageLocale, nearestPageLocale, PAGE_LOCALES, type PageLocale } from './locales.ts'
export { openSeal, type Seal } from './seal.ts'
export type { Settings } from './settings.ts'
export {
  ForeignText,
  languageOf,
  type LocalText,
  pickLocalText,
  pickText,
  pickTextWithLocale,
  plainText,
  type Texts,
} from './texts.ts'
export {
  addDays,
  type Clock,
  DAY,
  dateIn,
  dateOfDay,
  dayOfDate,
  daysBetween,
  HOUR,
  instantOf,
  isDate,
  isTimeZone,
  localTime,
  MINUTE,
  parseInstant,
  SECOND,
  startOfDay,
  yearOfDay,
} from './time.ts'
export { tieShortWords } from './typography.ts'
export { escapeText, Html, html, type HtmlPart, nothing, trusted } from './html.ts'
