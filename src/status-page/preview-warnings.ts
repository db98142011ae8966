import { PAGE_LOCALES, type Texts } from '../base/index.ts'
import { type IssueType, numberPatternWarnings } from '../issue-types/index.ts'

/** Something about a page that its administrator should know; `params` are for those who say it in their own words. */
export type PageWarning = {
  code:
    | 'page-off'
    | 'numbers-guessable'
    | 'missing-languages'
    | 'no-progress'
    | 'nothing-shown'
    | 'contacts-missing'
  params: Readonly<Record<string, string>>
  path: string | null
  message: string
}

/** How many of the newest issues of a type there are, and how many of them lack what customers would verify with. */
export type ContactCount = { issues: number; without: number }

/** What an administrator should know of a page as it is about to be. */
export function pageWarnings(type: IssueType, contacts: ContactCount): PageWarning[] {
  const { statusPage, views } = type
  const warnings: PageWarning[] = []
  const warn = (
    code: PageWarning['code'],
    path: string | null,
    message: string,
    params: PageWarning['params'] = {},
  ) => void warnings.push({ code, params, path, message })

  if (!statusPage.enabled)
    warn('page-off', 'enabled', 'The page is off: its address answers with an error until it is switched on.')
  if (numberPatternWarnings(type.numberPattern).length > 0)
    warn(
      'numbers-guessable',
      null,
      'Numbers of this type can be guessed; add random symbols to the number series.',
    )
  for (const member of ['header', 'metaTitle'] as const) {
    const missing = missingLanguages(statusPage[member])
    const languages = missing.join(', ')
    if (missing.length > 0)
      warn('missing-languages', member, `There is no text in ${languages}; another language stands there.`, {
        languages,
      })
  }
  const shown = views['status-page']
  if (shown.length === 0)
    warn('nothing-shown', null, 'No field is shown: customers see the number and nothing else.')
  else if (!shown.some(({ field }) => field === 'progress' || field === 'step'))
    warn(
      'no-progress',
      null,
      'Neither progress nor step is shown: customers do not see where their issue stands.',
    )
  if (contacts.without > 0) {
    const params = { without: String(contacts.without), issues: String(contacts.issues) }
    const message = `${contacts.without} of the newest ${contacts.issues} issues lack what customers verify with, so their page cannot be opened.`
    warn('contacts-missing', 'verification', message, params)
  }
  return warnings
}

/** Languages of the pages that a text lacks, where it has one at all. */
function missingLanguages(texts: Texts): string[] {
  if (!Object.values(texts).some(Boolean)) return []
  return PAGE_LOCALES.map(({ tag }) => tag).filter((tag) => !texts[tag])
}
