import type { LanguagesTexts } from '../en/languages'
import { pluralIn } from '../plural'

const plural = pluralIn('pl')

export const languages: LanguagesTexts = {
  title: 'Języki',
  about:
    'Języki stron i wiadomości oraz teksty, których w nich jeszcze brakuje. Gdzie tekstu brakuje, klient czyta go w pierwszym języku, który go ma.',
  first: 'pierwszy',
  where: 'Gdzie',
  complete: 'kompletne',
  missing: (count) =>
    plural(count, { one: 'brakuje #', few: 'brakuje #', many: 'brakuje #', other: 'brakuje #' }),
  company: 'Firma',
  fields: 'Pola',
  templates: (name) => `Szablon ${name}`,
  types: 'Rodzaje zgłoszeń',
  steps: (name) => `${name}: kroki`,
  page: (name) => `${name}: strona statusu`,
  deadlines: (name) => `${name}: terminy`,
  table: 'Brakujące teksty według miejsca i języka',
  well: 'W żadnym języku niczego nie brakuje.',
}
