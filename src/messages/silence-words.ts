import type { PageLocale } from '../base/index.ts'
import type { DeadlineRule } from '../issue-types/index.ts'

/** What the law makes of it when nobody answers in time, in a word. */
export const SILENCE_WORDS: Readonly<Record<PageLocale, Readonly<Record<DeadlineRule['silence'], string>>>> =
  {
    cs: { nothing: 'nic', accepted: 'uznáno', rejected: 'zamítnuto' },
    de: { nothing: 'nichts', accepted: 'anerkannt', rejected: 'abgelehnt' },
    en: { nothing: 'nothing', accepted: 'accepted', rejected: 'rejected' },
    pl: { nothing: 'nic', accepted: 'uznane', rejected: 'odrzucone' },
    sk: { nothing: 'nič', accepted: 'uznané', rejected: 'zamietnuté' },
  }
