import type { LanguagesTexts } from '../en/languages'

export const languages: LanguagesTexts = {
  title: '',
}
