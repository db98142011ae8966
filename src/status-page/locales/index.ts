import type { PageLocale } from '../../base/index.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { PageLanguage } from './language.ts'
import { pl } from './pl.ts'
import { sk } from './sk.ts'

export type { Messages, PluralForms } from './en.ts'
export type { PageLanguage } from './language.ts'

/** Does not compile while a language of the page has no catalogue. */
export const PAGE_LANGUAGES: Readonly<Record<PageLocale, PageLanguage>> = { cs, de, en, pl, sk }
