import { PAGE_LOCALES, type Texts } from '../base/index.ts'
import { type IssueType, numberPatternWarnings } from '../issue-types/index.ts'
import { lowContrast } from './low-contrast.ts'

/** Something about a page that its administrator should know; `params` are for those who say it in their own words. */
export type PageWarning = {
  code:
    | 'page-off'
    | 'numbers-guessable'
    | 'missing-languages'
    | 'no-progress'
    | 'nothing-shown'
    | 'contacts-missing'
    | 'fields-empty'
    | 'link-not-sent'
    | 'low-contrast-light'
    | 'low-contrast-dark'
  params: Readonly<Record<string, string>>
  path: string | null
  message: string
}

export type PageFacts = {
  /** How many of the newest issues of the type were looked at. */
  issues: number
  /** How many of them lack what customers would verify with. */
  withoutContact: number
  /** Own fields in the view for which none of them has a value. */
  emptyFields: readonly string[]
  /** Whether a rule sends customers of the type a message with the address of their issue. */
  sendsLink: boolean
}

/** With fewer issues a field without values says little. */
const FEW_ISSUES = 10

/** What an administrator should know of a page as it is about to be. */
export function pageWarnings(type: IssueType, facts: PageFacts): PageWarning[] {
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
    const missing = missingLanguages(statusPage[member], type)
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
  if (facts.withoutContact > 0) {
    const params = { without: String(facts.withoutContact), issues: String(facts.issues) }
    const message = `${facts.withoutContact} of the newest ${facts.issues} issues lack what customers verify with, so their page cannot be opened.`
    warn('contacts-missing', 'verification', message, params)
  }
  if (facts.emptyFields.length > 0 && facts.issues >= FEW_ISSUES) {
    const params = { fields: facts.emptyFields.join(', '), issues: String(facts.issues) }
    const message = `None of the newest ${facts.issues} issues has a value for ${params.fields}; customers do not see a field without a value.`
    warn('fields-empty', 'fields', message, params)
  }
  if (statusPage.enabled && !facts.sendsLink)
    warn(
      'link-not-sent',
      null,
      'No business rule sends customers a message with {{issue_status_url}}, so they do not learn of the page by themselves.',
    )
  const unreadable = lowContrast(`${statusPage.css}\n${statusPage.additionalCss}`)
  for (const scheme of ['light', 'dark'] as const) {
    const found = unreadable[scheme]
    if (found.length === 0) continue
    const pairs = found.map(({ text, ground, ratio }) => `${text} / ${ground} ${ratio}:1`).join(', ')
    const message = `In the ${scheme} scheme these colours are too alike to be read: ${pairs}.`
    warn(`low-contrast-${scheme}`, 'css', message, { pairs })
  }
  return warnings
}

/** Languages in which a type speaks that a text lacks, where it has one at all. */
function missingLanguages(texts: Texts, type: IssueType): string[] {
  if (!Object.values(texts).some(Boolean)) return []
  const spoken = [type.name, ...type.steps.map(({ publicName }) => publicName)]
  return PAGE_LOCALES.map(({ tag }) => tag).filter((tag) => !texts[tag] && spoken.some((text) => text[tag]))
}
