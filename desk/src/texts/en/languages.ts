export const languages = {
  title: '',
}
export type LanguagesTexts = typeof languages
