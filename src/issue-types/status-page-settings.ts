import type { Texts } from '../base/index.ts'

export const VERIFICATIONS = ['email', 'phone', 'email-or-phone'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** The settings of one issue type's public page, as they were cleaned and stored. */
export type StatusPageSettings = {
  enabled: boolean
  identifier: string
  verification: Verification
  attachmentDownloads: boolean
  /** Cleaned HTML. */
  header: Texts
  metaTitle: Texts
  /** A CSS font stack, or the address of a font asset of the page; `null` for the system font. */
  font: string | null
  /** A CSS length in px, rem, ch or %; `null` for the default. */
  width: string | null
  favicon: string | null
  /** Cleaned CSS. */
  css: string
  /** Cleaned CSS that comes last. */
  additionalCss: string
}

/** A page that is off, with the looks that come with the product, but for what `more` says. */
export function plainStatusPage(
  identifier: string,
  more: Partial<StatusPageSettings> = {},
): StatusPageSettings {
  return {
    enabled: false,
    identifier,
    verification: 'email-or-phone',
    attachmentDownloads: false,
    header: {},
    metaTitle: {},
    font: null,
    width: null,
    favicon: null,
    css: '',
    additionalCss: '',
    ...more,
  }
}
