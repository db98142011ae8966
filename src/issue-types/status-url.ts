import { nearestPageLocale, type Settings } from '../base/index.ts'
import type { IssueType } from './configuration.ts'

/** The public address of a type's page in the language nearest to `locale`; it stands also while the page is off. */
export function pageUrl(settings: Settings, type: IssueType, locale: string | null): string {
  const tag = nearestPageLocale(locale, settings.defaultLocale)
  return `${settings.baseUrl}/${tag}/status/${type.statusPage.identifier}`
}

/** The link that finds one issue: what `{{issue_status_url}}` stands for, with the key of its recipient if there is one. */
export function statusUrl(
  settings: Settings,
  type: IssueType,
  locale: string,
  number: string,
  key: string | null = null,
): string {
  const url = `${pageUrl(settings, type, locale)}?issue=${encodeURIComponent(number)}`
  return key === null ? url : `${url}&key=${key}`
}
