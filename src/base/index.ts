export { isPageLocale, nearestPageLocale, PAGE_LOCALES, type PageLocale } from './locales.ts'
export { languageOf, pickText, pickTextWithLocale, type Texts } from './texts.ts'
