import type { PageLocale } from '../../base/index.ts'
import type { Messages } from './en.ts'

/** One language of the public page. A new one is a file like `en.ts` and a line in `index.ts`. */
export type PageLanguage = {
  tag: PageLocale
  direction: 'ltr' | 'rtl'
  messages: Messages
}
